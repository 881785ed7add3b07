package dev.madtree.workloads.structures;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.StructureProvider;

/** Throws at every read. */
public final class ThrowingStructure implements StructureProvider {

  @Override
  public String label() {
    return "test-thrower";
  }

  @Override
  public String description() {
    return "Throws at every read.";
  }

  @Override
  public <V> OrderedIndex<V> create() {
    return new ForwardingIndex<>() {

      @Override
      public V get(byte[] key) {
        throw new IllegalStateException("reads are not my thing");
      }
    };
  }
}
