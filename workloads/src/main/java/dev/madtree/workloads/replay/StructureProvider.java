package dev.madtree.workloads.replay;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.competitors.Terms;

/**
 * A structure from outside, found by {@link java.util.ServiceLoader} on the class path or in the
 * jars of {@code --classpath}: a map of one's own can be measured beside the competitors without
 * being one of them. It has a public constructor without arguments.
 */
public interface StructureProvider {

  /** Returns the name used in commands, records and charts. */
  String label();

  /** Returns what it is, in one line. */
  String description();

  /**
   * Returns whether the indexes scan; if not, workloads with scans pass them by, and a scan may be
   * an {@link UnsupportedOperationException}.
   */
  default boolean isOrdered() {
    return true;
  }

  /** Returns the terms on which it stands beside the others, for the table of the report. */
  default Terms terms() {
    return Terms.UNSAID;
  }

  /** Returns a new, empty index. */
  <V> OrderedIndex<V> create();
}
