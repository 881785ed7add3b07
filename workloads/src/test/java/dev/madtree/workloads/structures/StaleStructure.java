package dev.madtree.workloads.structures;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.StructureProvider;

/** Keeps the first value of every key. */
public final class StaleStructure implements StructureProvider {

  @Override
  public String label() {
    return "test-stale";
  }

  @Override
  public String description() {
    return "Keeps the first value of every key.";
  }

  @Override
  public <V> OrderedIndex<V> create() {
    return new ForwardingIndex<>() {

      @Override
      public V put(byte[] key, V value) {
        return super.putIfAbsent(key, value);
      }
    };
  }
}
