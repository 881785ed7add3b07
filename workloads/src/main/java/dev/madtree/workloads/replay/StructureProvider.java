package dev.madtree.workloads.replay;

import dev.madtree.competitors.OrderedIndex;

/**
 * A structure from outside, found by {@link java.util.ServiceLoader} on the class path: a map of
 * one's own can be measured beside the competitors without being one of them.
 */
public interface StructureProvider {

  /** Returns the name used in commands, records and charts. */
  String label();

  /** Returns what it is, in one line. */
  String description();

  /** Returns a new, empty index. */
  <V> OrderedIndex<V> create();
}
