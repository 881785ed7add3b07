package dev.madtree.masstree;

/**
 * The version word of a node: four flags and two counters in one long.
 *
 * <pre>
 *   63            34 33           4   3        2          1         0
 *  +----------------+--------------+---------+----------+---------+--------+
 *  | split counter  | insert count | deleted | splitting| inserting| locked |
 *  +----------------+--------------+---------+----------+---------+--------+
 * </pre>
 *
 * <p>The insert counter carries into the split counter. A carry shows to a reader as a split and
 * costs it one restart; in exchange the two together never come back to an earlier value.
 */
final class NodeVersion {

  /** A writer holds the node. Readers do not look at this bit. */
  static final long LOCKED = 1;

  /** A writer changes what optimistic readers read, within the node's bounds. */
  static final long INSERTING = 1 << 1;

  /** A writer changes the node's bounds. */
  static final long SPLITTING = 1 << 2;

  /** The node has left the tree, for good. */
  static final long DELETED = 1 << 3;

  private static final long DIRTY = INSERTING | SPLITTING;
  private static final long INSERT_UNIT = 1L << 4;
  private static final long SPLIT_UNIT = 1L << 34;
  private static final long SPLIT_COUNTER = -SPLIT_UNIT;

  private NodeVersion() {}

  /** Whether a writer is in the middle of a change, so that nothing read now can be trusted. */
  static boolean isDirty(long version) {
    return (version & DIRTY) != 0;
  }

  static boolean isLocked(long version) {
    return (version & LOCKED) != 0;
  }

  static boolean isDeleted(long version) {
    return (version & DELETED) != 0;
  }

  /** Whether anything but the lock bit differs: what was read in between is void. */
  static boolean changed(long before, long now) {
    return ((before ^ now) & ~LOCKED) != 0;
  }

  /** Whether the node's bounds may differ, so that a search must start from the layer's root. */
  static boolean movedBounds(long before, long now) {
    return ((before ^ now) & (SPLIT_COUNTER | DELETED)) != 0;
  }

  /** The word that ends a writer's hold: flags down, the counter of what was changed one up. */
  static long unlocked(long held) {
    long counted = held;
    if ((held & SPLITTING) != 0) {
      counted += SPLIT_UNIT;
    } else if ((held & INSERTING) != 0) {
      counted += INSERT_UNIT;
    }
    return counted & ~(LOCKED | DIRTY);
  }
}
