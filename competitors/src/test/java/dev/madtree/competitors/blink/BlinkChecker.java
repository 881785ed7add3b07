package dev.madtree.competitors.blink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the structure of a tree that nobody writes to: order, ranges, links, levels, and that
 * every node but the first of its level is listed by a parent.
 */
public final class BlinkChecker {

  private final BlinkTree<?> tree;
  private long entries;
  private int nodes;

  private BlinkChecker(BlinkTree<?> tree) {
    this.tree = tree;
  }

  /** The shape of a sound tree. */
  public record Shape(int levels, int nodes, long entries) {}

  /** Returns the shape of a tree, or throws an AssertionError that says what is wrong where. */
  public static Shape check(BlinkTree<?> tree) {
    return new BlinkChecker(tree).check();
  }

  /**
   * As {@link #check}, and that no sparse node stands beside a sibling that could take it: the
   * state that removals of one thread leave.
   */
  static Shape checkTidy(BlinkTree<?> tree) {
    Shape shape = check(tree);
    BlinkNode first = tree.descent().root();
    for (; !first.isLeaf(); first = first.child(0)) {
      for (BlinkNode parent = first; parent != null; parent = parent.right()) {
        for (int i = 1; i < parent.count(); i++) {
          BlinkNode left = parent.child(i - 1);
          BlinkNode right = parent.child(i);
          boolean bothSparse = Math.max(left.count(), right.count()) <= left.width() / 4;
          must(!bothSparse, left, "is merged with its sibling if both are sparse");
        }
      }
    }
    return shape;
  }

  private Shape check() {
    BlinkNode root = tree.descent().root();
    must(root.low.length == 0, root, "the root begins at the least key");
    must(root.right() == null && root.high() == null, root, "the root is alone on its level");
    must(root.isLeaf() || root.count() > 1, root, "the root has more than one child");
    Map<BlinkNode, byte[]> listed = null;
    BlinkNode first = root;
    for (int level = root.level; level >= 0; level--) {
      listed = checkLevel(first, level, listed);
      first = level == 0 ? null : first.child(0);
    }
    return new Shape(root.level + 1, nodes, entries);
  }

  /** Walks a level over its right links; returns the children that it lists, with their keys. */
  private Map<BlinkNode, byte[]> checkLevel(
      BlinkNode first, int level, Map<BlinkNode, byte[]> listed) {
    Map<BlinkNode, byte[]> children = new IdentityHashMap<>();
    List<BlinkNode> row = new ArrayList<>();
    byte[] expectedLow = KeyBytes.LEAST;
    for (BlinkNode node = first; node != null; node = node.right()) {
      row.add(node);
      must(node.level == level, node, "level " + level);
      must(KeyBytes.compare(node.low, expectedLow) == 0, node, "begins where the left one ends");
      must((node.high() == null) == (node.right() == null), node, "only the last one has no end");
      checkNode(node, children);
      if (listed != null) {
        byte[] key = listed.get(node);
        must(key != null, node, "is listed by a parent");
        must(KeyBytes.compare(key, node.low) == 0, node, "is listed under its low key");
      }
      expectedLow = node.high();
    }
    must(listed == null || listed.size() == row.size(), first, "only linked nodes are listed");
    nodes += row.size();
    return children;
  }

  private void checkNode(BlinkNode node, Map<BlinkNode, byte[]> children) {
    long version = node.stableVersion();
    must(!VersionedNode.isDeleted(version), node, "is not deleted");
    must(!node.isLocked(), node, "is not locked");
    must(node.isLeaf() || node.count() > 0, node, "has a child");
    must(node.count() <= node.width(), node, "is not overfull");
    for (int i = 0; i < node.count(); i++) {
      byte[] key = node.key(i);
      must(KeyBytes.compare(key, node.low) >= 0, node, "holds no key below its range");
      must(!node.endsBefore(key), node, "holds no key above its range");
      must(i == 0 || KeyBytes.compare(node.key(i - 1), key) < 0, node, "is sorted");
      must(node.find(key) == i, node, "finds its own keys");
      if (node.isLeaf()) {
        must(node.value(i) != null, node, "has a value for each key");
        entries++;
      } else {
        must(children.put(node.child(i), key) == null, node, "lists each child once");
      }
    }
    must(
        node.isLeaf() || KeyBytes.compare(node.key(0), node.low) == 0,
        node,
        "lists its first child under its own low key");
    must(node.isCleanBehind(), node, "keeps nothing alive behind its entries");
  }

  private static void must(boolean holds, BlinkNode node, String what) {
    if (!holds) {
      throw new AssertionError(
          "node at level "
              + node.level
              + " from "
              + Arrays.toString(node.low)
              + " to "
              + Arrays.toString(node.high())
              + ": "
              + what);
    }
  }
}
