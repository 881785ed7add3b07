package dev.madtree.masstree;

/**
 * Merges thin nodes into their left neighbours under the same parent, collapses interior nodes that
 * are left with one child, and lowers roots.
 *
 * <p>It is always the right node that goes, so that low keys never change and the leftmost node of
 * a layer stays. Locks: left node, right node, parent. The caller of anything here holds no lock.
 */
final class Merge {

  private Merge() {}

  /** Whether a node with so many entries is worth a look at its neighbours. */
  static boolean isThin(int count, int width) {
    return count <= width / 4;
  }

  /**
   * Merges around a border node for as long as that is possible and it is thin. Where the node
   * before it or the parent goes or changes meanwhile, this looks again, since whoever changed it
   * may have looked before this node was thin: neither of the two would see it else.
   */
  static void settle(Layer layer, BorderNode thin) {
    BorderNode node = thin;
    while (!node.isDeleted()
        && isThin(Permutation.count(node.permutationAcquire()), node.width())) {
      InteriorNode parent = node.parentAcquire();
      if (parent == null) {
        return;
      }
      long parentVersion = parent.stableVersion();
      if (mergeWithNext(layer, node)) {
        continue;
      }
      if (node.lowKey() != 0) {
        BorderNode previous = previous(layer, node);
        if (previous == null) {
          continue;
        }
        long version = previous.stableVersion();
        if (NodeVersion.isDeleted(version) || previous.nextAcquire() != node) {
          continue;
        }
        if (mergeWithNext(layer, previous)) {
          node = previous;
          continue;
        }
        // Refused because it changed, which does not tell whether the two fit now.
        if (previous.changedSince(version)) {
          continue;
        }
      }
      if (!settleInterior(layer, parent)
          && !NodeVersion.isDeleted(parentVersion)
          && !parent.changedSince(parentVersion)) {
        return;
      }
    }
  }

  /** The node before one that is not its layer's first, or null if that has just changed. */
  private static BorderNode previous(Layer layer, BorderNode node) {
    long slice = node.lowKey() - 1;
    BorderNode previous = Descent.toBorder(layer, slice);
    while (previous.nextAcquire() != node) {
      if (!previous.isBeyond(slice)) {
        return null;
      }
      previous = previous.forward(slice);
    }
    return previous;
  }

  /** Moves the entries of the next node into this one, if both have one parent and they fit. */
  private static boolean mergeWithNext(Layer layer, BorderNode left) {
    if (!mayMerge(left, left.nextAcquire()) || !left.lock()) {
      return false;
    }
    BorderNode right = left.nextAcquire();
    if (right == null || !right.lock()) {
      left.unlock();
      return false;
    }
    InteriorNode parent = left.lockParent();
    if (parent == null) {
      right.unlock();
      left.unlock();
      return false;
    }
    boolean merged = false;
    try {
      if (right.parentAcquire() == parent
          && fits(left.permutation(), right.permutation(), left.width())) {
        left.reserveAsIn(right);
        absorb(left, right, parent);
        merged = true;
      }
    } finally {
      parent.unlock();
      right.unlock();
      left.unlock();
    }
    if (merged) {
      TreeEvents.merge(true);
      settleInterior(layer, parent);
    }
    return merged;
  }

  /**
   * A look without locks, since most thin nodes have neighbours that are full. It misses nothing
   * for good: whoever makes a node thin has unlocked it before it looks at the neighbours, so of
   * two that make neighbours thin at once one sees the other's.
   */
  private static boolean mayMerge(BorderNode left, BorderNode right) {
    return right != null
        && left.parentAcquire() == right.parentAcquire()
        && fits(left.permutationAcquire(), right.permutationAcquire(), left.width());
  }

  private static boolean fits(long leftOrder, long rightOrder, int width) {
    int left = Permutation.count(leftOrder);
    int right = Permutation.count(rightOrder);
    return left == 0 || right == 0 || left + right <= roomy(width);
  }

  /** How full a merged node may be, so that the next few inserts do not split it again. */
  private static int roomy(int width) {
    return width * 2 / 3;
  }

  /** The caller holds the locks of the three nodes. */
  private static void absorb(BorderNode left, BorderNode right, InteriorNode parent) {
    left.markSplitting();
    right.markDeleted();
    parent.markInserting();
    long order = left.permutation();
    long moved = right.permutation();
    for (int i = 0; i < Permutation.count(moved); i++) {
      int count = Permutation.count(order);
      left.fillFrom(Permutation.slot(order, count), right, Permutation.slot(moved, i));
      order = Permutation.insert(order, count);
    }
    left.forgetFreed();
    left.setPermutationRelease(order);
    left.setBounds(right.highKeyOpaque(), right.nextAcquire());
    parent.remove(parent.indexOf(right));
    right.letGoOfAll();
  }

  /**
   * Merges a thin interior node with a neighbour, and so on upwards, and lowers the root where it
   * has but one child.
   *
   * @return whether anything changed
   */
  private static boolean settleInterior(Layer layer, InteriorNode start) {
    boolean changed = false;
    InteriorNode node = start;
    while (!node.isDeleted() && isThin(node.countOpaque(), node.width())) {
      InteriorNode above = node.parentAcquire();
      if (above == null) {
        return lowerRoot(layer) || changed;
      }
      if (!mergeInterior(above, node)) {
        return changed;
      }
      changed = true;
      node = above;
    }
    return changed;
  }

  private static boolean mergeInterior(InteriorNode above, InteriorNode node) {
    if (!above.lock()) {
      return false;
    }
    int index = above.indexOf(node);
    Node previous = index > 0 ? above.child(index - 1) : null;
    Node next = index >= 0 && index < above.count() ? above.child(index + 1) : null;
    above.unlock();
    return (previous instanceof InteriorNode left && mergeInteriors(above, left, node))
        || (next instanceof InteriorNode right && mergeInteriors(above, node, right));
  }

  /** Moves the children of the right node into the left one, if they are neighbours still. */
  private static boolean mergeInteriors(InteriorNode above, InteriorNode left, InteriorNode right) {
    if (!left.lock()) {
      return false;
    }
    if (!right.lock()) {
      left.unlock();
      return false;
    }
    if (!above.lock()) {
      right.unlock();
      left.unlock();
      return false;
    }
    int index = above.indexOf(left);
    int together = left.count() + right.count() + 1;
    boolean merges =
        index >= 0
            && above.indexOf(right) == index + 1
            && together <= (isLonely(left, right) ? left.width() : roomy(left.width()));
    if (merges) {
      left.markSplitting();
      right.markDeleted();
      above.markInserting();
      left.absorb(above.separator(index), right);
      above.remove(index + 1);
    }
    above.unlock();
    right.unlock();
    left.unlock();
    if (merges) {
      TreeEvents.merge(false);
    }
    return merges;
  }

  private static boolean isLonely(InteriorNode left, InteriorNode right) {
    return left.count() == 0 || right.count() == 0;
  }

  /** Makes the only child of a layer's root the root, as often as there is one. */
  private static boolean lowerRoot(Layer layer) {
    boolean lowered = false;
    while (layer.rootAcquire() instanceof InteriorNode root
        && root.countOpaque() == 0
        && root.lock()) {
      boolean lower = layer.rootAcquire() == root && root.count() == 0;
      if (lower) {
        Node child = root.child(0);
        root.markDeleted();
        // The root before the parent: whoever finds the child without a parent may replace it.
        layer.setRootRelease(child);
        child.setParentRelease(null);
        root.dropChildren();
      }
      root.unlock();
      if (!lower) {
        break;
      }
      lowered = true;
    }
    return lowered;
  }
}
