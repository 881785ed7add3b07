package dev.madtree.masstree;

import java.nio.charset.StandardCharsets;

/**
 * The trees that the tests begin with. A border node has ten slots and an interior node three
 * separators, so that a handful of keys makes several levels.
 *
 * <p>Long keys are 10, 20, 30 and so on. Put in ascending order they fill one border node after the
 * other: 10 to 100, 110 to 200, and so on. Each value is its key's.
 */
final class SmallTrees {

  /** What stands for no value: in an index, and in a result. */
  static final int ABSENT = -1;

  /** Three keys that share a slice and go on, and a fourth that shares three slices with two. */
  static final byte[] BELOW = key("sixteen bytes or more, a");

  static final byte[] BESIDE = key("sixteen bytes or more, b");
  static final byte[] THIRD = key("sixteen bytes or more, c");

  /** A key that lies in the top layer. */
  static final byte[] ABOVE = key("above");

  private SmallTrees() {}

  /** The bytes of a key. */
  static byte[] key(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** An empty tree. */
  static <V> Masstree<V> empty() {
    return new Masstree<>(Fanout.SMALL);
  }

  /** A tree with the first keys, as many as are asked for. */
  static Masstree<Integer> tree(int keys) {
    Masstree<Integer> tree = empty();
    for (int i = 1; i <= keys; i++) {
      tree.put(10L * i, 10 * i);
    }
    return tree;
  }

  /** A tree with the first keys, then without those from one key to another. */
  static Masstree<Integer> treeWithout(int keys, long from, long to) {
    Masstree<Integer> tree = tree(keys);
    for (long key = from; key <= to; key += 10) {
      tree.remove(key);
    }
    return tree;
  }

  /** A tree with {@link #ABOVE} in its top layer and two keys in a layer below; values are 0. */
  static Masstree<Integer> layered() {
    Masstree<Integer> tree = empty();
    tree.put(ABOVE, 0);
    tree.put(BELOW, 0);
    tree.put(BESIDE, 0);
    return tree;
  }

  /** An empty index. */
  static MasstreeIndex emptyIndex() {
    return new MasstreeIndex(ABSENT, Fanout.SMALL);
  }

  /** An index with the first keys, as many as are asked for. */
  static MasstreeIndex index(int keys) {
    MasstreeIndex index = emptyIndex();
    for (int i = 1; i <= keys; i++) {
      index.put(10L * i, 10 * i);
    }
    return index;
  }

  /** A value as a result shows it. */
  static int shown(Integer value) {
    return value == null ? ABSENT : value;
  }

  /** The value of an entry as a result shows it. */
  static int shown(Entry<Integer> entry) {
    return entry == null ? ABSENT : entry.value();
  }

  /** A value of an index as a result shows it. */
  static int shown(long value) {
    return value == (int) value ? (int) value : Integer.MIN_VALUE;
  }
}
