package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What merges do to nodes, step by step, for tests that hold these nodes meanwhile. */
final class MergeByHand {

  private MergeByHand() {}

  /**
   * Takes all entries out of a border node and merges it into its left neighbour; both are held.
   */
  static void emptyInto(Trie trie, BorderNode left, BorderNode right) {
    InteriorNode parent = right.lockParent();
    emptyInto(trie, left, right, parent);
    parent.unlock();
  }

  private static void emptyInto(Trie trie, BorderNode left, BorderNode right, InteriorNode parent) {
    trie.size().add(-Permutation.count(right.permutation()));
    left.markSplitting();
    right.markDeleted();
    parent.markInserting();
    left.setBounds(right.highKeyOpaque(), right.nextAcquire());
    parent.remove(parent.indexOf(right));
    right.letGoOfAll();
  }

  /** Empties the last children of a held interior node until so many separators are left. */
  static void dropChildren(Trie trie, InteriorNode node, int left) {
    while (node.count() > left) {
      BorderNode last = (BorderNode) node.child(node.count());
      BorderNode before = (BorderNode) node.child(node.count() - 1);
      assertTrue(before.lock() && last.lock());
      emptyInto(trie, before, last, node);
      last.unlock();
      before.unlock();
    }
  }

  /** Merges an interior node into its left neighbour, which has room; all three are held. */
  static void merge(InteriorNode above, InteriorNode left, InteriorNode right) {
    int index = above.indexOf(left);
    left.markSplitting();
    right.markDeleted();
    above.markInserting();
    left.absorb(above.separator(index), right);
    above.remove(index + 1);
  }

  /** Makes the only child of a held root the root. */
  static void lower(Layer layer, InteriorNode root) {
    Node child = root.child(0);
    root.markDeleted();
    layer.setRootRelease(child);
    child.setParentRelease(null);
    root.dropChildren();
  }
}
