package dev.madtree.workloads.structures;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.StructureProvider;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** Forgets one key that it was given. */
public final class LosingStructure implements StructureProvider {

  @Override
  public String label() {
    return "test-loser";
  }

  @Override
  public String description() {
    return "Forgets one key that it was given.";
  }

  @Override
  public <V> OrderedIndex<V> create() {
    return new ForwardingIndex<>() {

      private final AtomicReference<byte[]> lost = new AtomicReference<>();

      @Override
      public V put(byte[] key, V value) {
        lost.compareAndSet(null, key);
        return Arrays.equals(lost.get(), key) ? null : super.put(key, value);
      }
    };
  }
}
