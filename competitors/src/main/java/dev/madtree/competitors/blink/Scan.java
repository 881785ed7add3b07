package dev.madtree.competitors.blink;

import java.util.Arrays;

/** Passes the entries of a range in order, one leaf at a time. */
final class Scan {

  private final Descent descent;
  private final byte[] from;
  private final byte[] to;
  private final long limit;
  private final ScanVisitor<Object> visitor;

  // What was copied from one leaf, to be passed when the copy is known to be sound.
  private Object[] entries = {};
  private int taken;
  private long passed;

  /** A scan from an included to an excluded key; null stands for +∞. */
  Scan(Descent descent, byte[] from, byte[] to, long limit, ScanVisitor<Object> visitor) {
    this.descent = descent;
    this.from = from;
    this.to = to;
    this.limit = limit;
    this.visitor = visitor;
  }

  /** Runs upwards over the right links and returns the number of entries passed. */
  long ascending() {
    if (isEmpty()) {
      return 0;
    }
    byte[] bound = from;
    BlinkNode leaf = descent.find(bound, 0);
    while (true) {
      long version = leaf.stableVersion();
      if (VersionedNode.isDeleted(version)) {
        leaf = descent.find(bound, 0);
        continue;
      }
      boolean stepsOver = leaf.endsBefore(bound);
      byte[] high = leaf.high();
      BlinkNode right = leaf.right();
      taken = 0;
      if (!stepsOver) {
        take(leaf, leaf.ceiling(bound), endWithin(leaf, to), true);
      }
      if (!leaf.unchangedSince(version)) {
        continue;
      }
      if (!stepsOver) {
        if (!passTaken() || high == null || (to != null && KeyBytes.compare(high, to) >= 0)) {
          return passed;
        }
        bound = high;
      }
      leaf = right;
    }
  }

  /** Runs downwards, descending anew for each leaf; returns the number of entries passed. */
  long descending() {
    if (isEmpty()) {
      return 0;
    }
    byte[] end = to;
    BlinkNode leaf = descent.findBelow(end);
    while (true) {
      long version = leaf.stableVersion();
      if (VersionedNode.isDeleted(version)) {
        leaf = descent.findBelow(end);
        continue;
      }
      boolean stepsOver = Descent.reachesFurther(leaf, end);
      BlinkNode right = leaf.right();
      boolean isLast = KeyBytes.compare(leaf.low, from) <= 0;
      taken = 0;
      if (!stepsOver) {
        take(leaf, isLast ? leaf.ceiling(from) : 0, endWithin(leaf, end), false);
      }
      if (!leaf.unchangedSince(version)) {
        continue;
      }
      if (stepsOver) {
        leaf = right;
      } else {
        if (!passTaken() || isLast) {
          return passed;
        }
        end = leaf.low;
        leaf = descent.findBelow(end);
      }
    }
  }

  private boolean isEmpty() {
    return limit <= 0 || (to != null && KeyBytes.compare(from, to) >= 0);
  }

  /** Returns the index after a leaf's last entry below an excluded end; null stands for +∞. */
  private static int endWithin(BlinkNode leaf, byte[] end) {
    boolean whole = end == null || Descent.reachesFurther(leaf, end);
    return whole ? leaf.count() : leaf.ceiling(end);
  }

  /** Copies entries in the order of passing, no more than the limit still allows. */
  private void take(BlinkNode leaf, int first, int end, boolean upwards) {
    int available = (int) Math.min(Math.max(0, end - first), limit - passed);
    if (entries.length < 2 * available) {
      entries = Arrays.copyOf(entries, 2 * available);
    }
    for (int i = 0; i < available; i++) {
      int index = upwards ? first + i : end - 1 - i;
      entries[2 * i] = leaf.key(index);
      entries[2 * i + 1] = leaf.value(index);
    }
    taken = available;
  }

  /** Passes what was taken; returns whether the scan shall go on. */
  private boolean passTaken() {
    for (int i = 0; i < taken; i++) {
      passed++;
      if (!visitor.visit((byte[]) entries[2 * i], entries[2 * i + 1])) {
        return false;
      }
    }
    return passed < limit;
  }
}
