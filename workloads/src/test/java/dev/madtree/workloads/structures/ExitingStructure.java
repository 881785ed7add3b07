package dev.madtree.workloads.structures;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.StructureProvider;

/** Ends the JVM at the first read. */
public final class ExitingStructure implements StructureProvider {

  @Override
  public String label() {
    return "test-quitter";
  }

  @Override
  public String description() {
    return "Ends the JVM at the first read.";
  }

  @Override
  public <V> OrderedIndex<V> create() {
    return new ForwardingIndex<>() {

      @Override
      public V get(byte[] key) {
        Runtime.getRuntime().halt(7);
        return null;
      }
    };
  }
}
