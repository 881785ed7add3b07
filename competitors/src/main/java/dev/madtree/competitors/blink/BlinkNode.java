package dev.madtree.competitors.blink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;

/** A node of the tree: its range, its links and its sorted entries. */
final class BlinkNode extends VersionedNode {

  /*
   * A node holds the keys from low (included) to high (excluded). An entry is a key and a value at
   * level 0; above, it is the low key of a child and the child, and the first entry's key is the
   * node's own low key. So leaves and inner nodes are searched, filled, split and merged alike.
   *
   * All keys between low and high begin with the bytes that low and high share. A head is the eight
   * bytes of a key after that prefix, as a long. Heads lie together in one array, so that a search
   * follows a reference to a key only when two heads are equal: once in a leaf, hardly ever above.
   * Heads are cut anew when high changes, which only splits and merges do. A head compares rightly
   * only with a searched key in the node's range; for another key a search may end anywhere, but
   * what it finds by the whole key is there, and whoever misses looks at the high key.
   *
   * field          read by readers              written by the lock's owner   guard
   * low, level     plain                        never (final)                 -
   * count, prefix, plain, then validated        plain                         version, changing
   *   high, right
   * heads, keys    plain, then validated        plain                         version, changing
   * values         acquire, then validated      release in place; plain       lock; version, changing
   *                                             when entries move             when entries move
   * children       plain, then validated        plain                         version, changing
   */

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

  /** The least key that belongs here. */
  final byte[] low;

  /** The distance from the leaves. */
  final int level;

  private final long[] heads;
  // Entry i is the key at 2i and the value or child at 2i + 1, side by side in memory.
  private final Object[] slots;
  private int count;
  private int prefix;
  private byte[] high;
  private BlinkNode right;

  /** An empty node, locked by its maker. */
  BlinkNode(int width, int level, byte[] low, byte[] high, BlinkNode right) {
    super(true);
    this.level = level;
    this.low = low;
    this.high = high;
    this.right = right;
    heads = new long[width];
    slots = new Object[2 * width];
    prefix = KeyBytes.commonPrefix(low, high);
  }

  int width() {
    return heads.length;
  }

  int count() {
    return count;
  }

  boolean isLeaf() {
    return level == 0;
  }

  boolean isFull() {
    return count == heads.length;
  }

  /** The least key that belongs right of here, or null if nothing does. */
  byte[] high() {
    return high;
  }

  BlinkNode right() {
    return right;
  }

  /** Returns whether the node's range ends at or before a key, so that it belongs right of here. */
  boolean endsBefore(byte[] key) {
    byte[] end = high;
    return end != null && KeyBytes.compare(end, key) <= 0;
  }

  byte[] key(int index) {
    return (byte[]) slots[2 * index];
  }

  BlinkNode child(int index) {
    return (BlinkNode) slots[2 * index + 1];
  }

  Object value(int index) {
    // Acquire: pairs with the release in setValue; what came before the put is visible to us.
    return SLOT.getAcquire(slots, 2 * index + 1);
  }

  /** Replaces a value in place. The caller holds this node's lock. */
  void setValue(int index, Object value) {
    assert isLocked() && isLeaf();
    // Release: pairs with the acquire in value.
    SLOT.setRelease(slots, 2 * index + 1, value);
  }

  /** Returns the index of a key, or the complement of the index where it would stand. */
  int find(byte[] key) {
    long head = KeyBytes.head(key, prefix);
    int from = 0;
    int to = count - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      long order = heads[middle];
      if (order < head) {
        from = middle + 1;
      } else if (order > head) {
        to = middle - 1;
      } else {
        int whole = compareWhole(middle, key);
        if (whole == 0) {
          return middle;
        }
        if (whole < 0) {
          from = middle + 1;
        } else {
          to = middle - 1;
        }
      }
    }
    return ~from;
  }

  /** Returns the index of the first entry at or above a key, or the count if there is none. */
  int ceiling(byte[] key) {
    int index = find(key);
    return index < 0 ? ~index : index;
  }

  /** Returns the index of the last child whose low key is not above a key of this node's range. */
  int childIndex(byte[] key) {
    int index = find(key);
    return index < 0 ? Math.max(0, ~index - 1) : index;
  }

  // A racing reader may see no key here yet, or no longer; it will find out when it validates.
  private int compareWhole(int index, byte[] key) {
    byte[] other = key(index);
    return other == null ? 1 : KeyBytes.compare(other, key);
  }

  /** Inserts an entry. The caller holds this node's lock and has begun to change it. */
  void insertAt(int index, byte[] key, Object value) {
    assert isLocked() && !isFull() && index <= count;
    System.arraycopy(heads, index, heads, index + 1, count - index);
    System.arraycopy(slots, 2 * index, slots, 2 * index + 2, 2 * (count - index));
    heads[index] = KeyBytes.head(key, prefix);
    slots[2 * index] = key;
    slots[2 * index + 1] = value;
    count++;
  }

  /** Removes an entry. The caller holds this node's lock and has begun to change it. */
  void removeAt(int index) {
    assert isLocked() && index < count;
    int behind = count - index - 1;
    System.arraycopy(heads, index + 1, heads, index, behind);
    System.arraycopy(slots, 2 * index + 2, slots, 2 * index, 2 * behind);
    truncate(count - 1);
  }

  /** Appends another node's entries from an index on. The caller may change both nodes. */
  void append(BlinkNode other, int from) {
    int more = other.count - from;
    System.arraycopy(other.slots, 2 * from, slots, 2 * count, 2 * more);
    count += more;
    cutHeads(count - more);
  }

  /** Forgets the entries from an index on. The caller holds the lock and has begun to change. */
  void truncate(int length) {
    Arrays.fill(slots, 2 * length, 2 * count, null);
    count = length;
  }

  /** Moves the right end. The caller holds this node's lock and has begun to change it. */
  void endAt(byte[] end, BlinkNode neighbour) {
    assert isLocked() && isChanging();
    high = end;
    right = neighbour;
    int shared = KeyBytes.commonPrefix(low, end);
    if (shared != prefix) {
      prefix = shared;
      cutHeads(0);
    }
  }

  /** Takes the node out of the tree. The caller holds its lock and unlinked it; unlocks it. */
  void delete() {
    beginChange();
    truncate(0);
    high = null;
    right = null;
    endDeletion();
  }

  /** Returns whether the slots behind the entries hold nothing. */
  boolean isCleanBehind() {
    return Arrays.stream(slots, 2 * count, slots.length).allMatch(Objects::isNull);
  }

  private void cutHeads(int from) {
    for (int i = from; i < count; i++) {
      heads[i] = KeyBytes.head(key(i), prefix);
    }
  }
}
