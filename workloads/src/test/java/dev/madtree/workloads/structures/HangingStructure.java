package dev.madtree.workloads.structures;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.StructureProvider;
import java.util.concurrent.locks.LockSupport;

/** Never returns from a read. */
public final class HangingStructure implements StructureProvider {

  @Override
  public String label() {
    return "test-hanger";
  }

  @Override
  public String description() {
    return "Never returns from a read.";
  }

  @Override
  public <V> OrderedIndex<V> create() {
    return new ForwardingIndex<>() {

      @Override
      public V get(byte[] key) {
        while (!Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(100_000_000);
        }
        return null;
      }
    };
  }
}
