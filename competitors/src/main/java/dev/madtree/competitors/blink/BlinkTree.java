package dev.madtree.competitors.blink;

import dev.madtree.masstree.KeyRange;
import java.util.Objects;

/**
 * A concurrent ordered map from byte strings, in unsigned byte order, to values: the B-link tree of
 * Lehman and Yao (ACM TODS 6(4), 1981), with removals after Sagiv (JCSS 33(2), 1986).
 *
 * <p>Point operations are linearizable, scans weakly consistent: keys come in strict order, and an
 * entry that is present throughout is passed exactly once. Keys handed in are kept and must not
 * change afterwards. Null keys and values are {@link NullPointerException}s; the empty key is legal
 * and the least. Readers take no lock; they wait only while a writer moves entries inside the one
 * node that they read.
 *
 * @param <V> the type of the values
 */
public final class BlinkTree<V> {

  /*
   *              low key ................ high key
   *   level 1    [ a | f | m ] ----------------------------> [ s | w ] ---> nil
   *                |   |    \                                  |    \
   *   level 0    [a..]->[f..]->[m.. p]->[q..]- - - - - - - ->[s..]->[w..]-> nil
   *                                      split off, not posted yet
   *
   * Shape. Each level is a list of nodes over right links; a node holds the keys from its low key to
   * its high key, which is its right neighbour's low key. The first node of a level begins at the
   * least key, the last one has no high key. An entry of an upper node is a child and its low key.
   *
   * Invariants, whenever nobody holds a lock of the nodes concerned:
   *
   *   1 A low key never changes. The high key and the right link change together.
   *   2 A listed child is alive and listed under its low key; a node's first child has the node's
   *     own low key.
   *   3 A node's right neighbour is listed one level up, unless the node is locked by the one who
   *     split it and is about to post it (or who ran out of memory then: then it is found over its
   *     left neighbour only, which is slower and not wrong).
   *   4 A deleted node has neither entries nor links and is marked for ever. All that it held is in
   *     nodes that were visible before the mark.
   *   5 The root's level has no other node, unless the root is locked by the one who split it. The
   *     root changes only under the lock of the old root and of a new one that was known before.
   *
   * By 1 and 2 a descent never comes to a node that begins right of its key. So whoever misses the
   * key finds its node over right links; who meets a deleted node starts again from the root.
   *
   * Locks are taken upwards from the leaves and from left to right within a level, so nobody waits in
   * a circle. An insertion holds at most the child and its parent, a merge two siblings and their
   * parent, and lowering the root two nodes. Walking right, a writer unlocks before it locks again.
   * Nothing of the caller's runs under a lock.
   *
   * Where the operations take effect. A get that hits reads the value from a slot whose node was
   * unchanged around it: the key was in that slot then, and this read is the moment. A get that
   * misses saw at one moment a node that owns the key and does not hold it. Present values are
   * replaced under the lock in their slot; insertions and removals take effect when the leaf's
   * change ends. A split ends the change of the left node last: till then its readers wait, and
   * nobody has a way to the right one. For merges see Removal.
   *
   * Scans copy the entries of one leaf, validate the copy, and pass it on. Upwards, the next leaf is
   * the right neighbour as of that same moment, and the bound is the high key: by 1 it begins there,
   * whatever happened to it since; if it was merged away, the scan descends to the bound. Downwards
   * there are no left links to keep right: the bound is the low key of the leaf just passed, and the
   * scan descends to the leaf that holds what is right below it. Either way the bounds of two copies
   * meet without gap or overlap, so an entry that stays is passed exactly once.
   *
   * Readers take no lock, but they are not lock-free in the strict sense: one who reads a node while
   * its entries are being moved waits for that short time.
   */

  /** The number of entries in a node unless said otherwise. */
  public static final int DEFAULT_WIDTH = 64;

  /** The least width of a node. */
  public static final int MINIMUM_WIDTH = 4;

  private final Descent descent;
  private final Insertion insertion;
  private final Removal removal;

  /** An empty tree. */
  public BlinkTree() {
    this(DEFAULT_WIDTH);
  }

  /**
   * An empty tree with at most {@code width} entries in a node.
   *
   * @throws IllegalArgumentException if the width is below {@link #MINIMUM_WIDTH}
   */
  public BlinkTree(int width) {
    if (width < MINIMUM_WIDTH) {
      throw new IllegalArgumentException(
          "A node is at least " + MINIMUM_WIDTH + " entries wide, not " + width);
    }
    descent = new Descent(width);
    insertion = new Insertion(descent);
    removal = new Removal(descent);
  }

  /** Returns the value of a key, or null if it is absent. */
  public V get(byte[] key) {
    BlinkNode leaf = descent.find(key, 0);
    while (true) {
      long version = leaf.stableVersion();
      if (VersionedNode.isDeleted(version)) {
        leaf = descent.find(key, 0);
        continue;
      }
      Object value = null;
      BlinkNode right = null;
      int index = leaf.find(key);
      if (index >= 0) {
        value = leaf.value(index);
      } else if (leaf.endsBefore(key)) {
        right = leaf.right();
      }
      if (leaf.unchangedSince(version)) {
        if (right == null) {
          return cast(value);
        }
        leaf = right;
      }
    }
  }

  /** Sets the value of a key and returns the previous one, or null if it was absent. */
  public V put(byte[] key, V value) {
    Objects.requireNonNull(value, "value");
    return cast(insertion.put(Objects.requireNonNull(key, "key"), value, false));
  }

  /** Sets the value of a key that is absent; returns null then, and the present value otherwise. */
  public V putIfAbsent(byte[] key, V value) {
    Objects.requireNonNull(value, "value");
    V present = get(key);
    return present != null ? present : cast(insertion.put(key, value, true));
  }

  /** Sets the value of a key if it has the expected one, by {@code equals}; returns whether. */
  public boolean replace(byte[] key, V expected, V update) {
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(update, "update");
    while (true) {
      V present = get(key);
      if (present == null || !expected.equals(present)) {
        return false;
      }
      // Equality was asked outside of locks; it still holds if it is still the same object.
      if (insertion.replaceSame(key, present, update)) {
        return true;
      }
    }
  }

  /** Removes a key and returns its value, or null if it was absent. */
  public V remove(byte[] key) {
    return cast(removal.remove(Objects.requireNonNull(key, "key")));
  }

  /**
   * Passes at most {@code limit} entries of the range in ascending order, until the visitor says
   * no.
   *
   * @return the number of entries passed
   */
  public long scan(KeyRange range, long limit, ScanVisitor<? super V> visitor) {
    return scanOf(range, limit, visitor).ascending();
  }

  /** As {@link #scan}, in descending order. */
  public long scanDescending(KeyRange range, long limit, ScanVisitor<? super V> visitor) {
    return scanOf(range, limit, visitor).descending();
  }

  /** Returns the number of entries, by walking: exact when nobody writes. */
  public long size() {
    return scan(KeyRange.all(), Long.MAX_VALUE, (key, value) -> true);
  }

  /** The way to the nodes, for whoever checks the structure. */
  Descent descent() {
    return descent;
  }

  private Scan scanOf(KeyRange range, long limit, ScanVisitor<? super V> visitor) {
    Objects.requireNonNull(visitor, "visitor");
    byte[] from = range.hasLowerBound() ? range.lowerBound() : KeyBytes.LEAST;
    byte[] to = range.upperBound();
    if (!range.lowerInclusive()) {
      from = KeyBytes.successor(from);
    }
    if (to != null && range.upperInclusive()) {
      to = KeyBytes.successor(to);
    }
    return new Scan(descent, from, to, limit, (key, value) -> visitor.visit(key, cast(value)));
  }

  @SuppressWarnings("unchecked") // Only values of this type are ever put in.
  private V cast(Object value) {
    return (V) value;
  }
}
