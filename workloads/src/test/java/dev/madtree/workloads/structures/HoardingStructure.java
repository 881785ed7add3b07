package dev.madtree.workloads.structures;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.StructureProvider;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs out of memory. */
public final class HoardingStructure implements StructureProvider {

  @Override
  public String label() {
    return "test-hoarder";
  }

  @Override
  public String description() {
    return "Runs out of memory.";
  }

  @Override
  public <V> OrderedIndex<V> create() {
    return new ForwardingIndex<>() {

      private final Queue<byte[]> hoard = new ConcurrentLinkedQueue<>();

      @Override
      public V get(byte[] key) {
        hoard.add(new byte[1 << 20]);
        return super.get(key);
      }
    };
  }
}
