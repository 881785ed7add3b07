package dev.madtree.masstree;

import java.util.Arrays;
import java.util.function.Predicate;

/** A scan that checks its order and counts what it passes. */
final class Walk {

  /** What {@link #count} returns where keys are out of order, doubled or not found by a get. */
  static final int DISORDER = -2;

  private final boolean descending;
  private byte[] previous;
  private int counted;

  private Walk(boolean descending) {
    this.descending = descending;
  }

  /**
   * The number of entries of a tree that nobody writes to, or {@link #DISORDER} if a scan, gets and
   * the counter do not agree.
   */
  static int count(Masstree<Integer> tree) {
    int passed = count(tree, KeyRange.all(), false, key -> tree.get(key) != null);
    return tree.size() == passed ? passed : DISORDER;
  }

  /** The number of keys that a scan passes and that are counted, or {@link #DISORDER}. */
  static int count(
      Masstree<Integer> tree, KeyRange range, boolean descending, Predicate<byte[]> counts) {
    Walk walk = new Walk(descending);
    EntryVisitor<Integer> visitor = (key, value) -> walk.pass(key.toByteArray(), counts);
    if (descending) {
      tree.scanDescending(range, visitor);
    } else {
      tree.scan(range, visitor);
    }
    return walk.counted;
  }

  /** The number of multiples of ten that a scan of long keys passes, or {@link #DISORDER}. */
  static int countTens(Masstree<Integer> tree, boolean descending) {
    return count(tree, KeyRange.all(), descending, key -> Key.slice(key, 0) % 10 == 0);
  }

  private boolean pass(byte[] key, Predicate<byte[]> counts) {
    if (previous != null) {
      int order = Arrays.compareUnsigned(previous, key);
      if (descending ? order <= 0 : order >= 0) {
        counted = DISORDER;
        return false;
      }
    }
    previous = key;
    if (counts.test(key)) {
      counted++;
    }
    return true;
  }
}
