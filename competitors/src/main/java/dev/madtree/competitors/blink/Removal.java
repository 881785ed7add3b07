package dev.madtree.competitors.blink;

/** Removes entries from leaves, merges what gets too empty, and lowers the root. */
final class Removal {

  /*
   * A merge moves everything from a right node into its left sibling and takes the right one out:
   *
   *   1 lock left, its right neighbour, and then the parent that lists both as neighbours;
   *   2 left takes over right's entries, high key and right link   (published, still locked)
   *   3 the parent forgets right                                   (published, still locked)
   *   4 right is marked deleted and emptied                        (published, unlocked)
   *   5 parent and left are unlocked.
   *
   * Between 2 and 4 both nodes show the same entries, and nobody can change them, because both are
   * locked; so it does not matter where a reader looks. After 4, whoever still comes to the right node
   * by an old reference sees the mark and starts again from the root.
   *
   * A low key never changes: left keeps its own, and so the first node of a level is never removed,
   * and a descent never comes to a node that begins right of its key. This is why the two must be
   * neighbours in one parent: if right were its parent's first child, the parent would begin left of
   * its first child. Two nodes with different parents become siblings when their parents are merged;
   * so a merge above level 0 is followed by another look at the seam below it.
   *
   * Locks are taken from the leaves upwards and within a level from left to right, here and in
   * Insertion, so nobody waits in a circle.
   */

  // A sibling that could not be posted for want of memory would otherwise overtake for ever.
  private static final int ATTEMPTS = 100;

  private final Descent descent;

  Removal(Descent descent) {
    this.descent = descent;
  }

  /** What became of an attempt to merge. */
  enum Outcome {
    MERGED,
    NOT_WORTH_IT,
    /** What was read before the locks were taken is no longer so. */
    OVERTAKEN
  }

  /** Removes a key and returns its value, or null if it was absent. */
  Object remove(byte[] key) {
    BlinkNode leaf = descent.lockCovering(key, 0);
    int index = leaf.find(key);
    if (index < 0) {
      leaf.unlock();
      return null;
    }
    Object value = leaf.value(index);
    leaf.beginChange();
    leaf.removeAt(index);
    leaf.endChange();
    boolean sparse = leaf.count() <= leaf.width() / 4;
    leaf.unlock();
    if (sparse) {
      tidy(key);
    }
    return value;
  }

  /** Merges along a key's path from the leaf upwards, as far as one merge calls for the next. */
  private void tidy(byte[] key) {
    byte[] seam = key;
    int top = 0;
    int level = 0;
    while (level <= top) {
      byte[] merged = mergeAt(level, seam);
      if (merged == null) {
        level++;
      } else {
        // The parent has lost an entry, and the nodes below the seam have become siblings.
        top = Math.max(top, level + 1);
        level = 0;
        seam = merged;
      }
    }
    if (top > 0) {
      lowerRoot();
    }
  }

  /** Merges the node of a key with a sibling if it pays; returns the low key that vanished. */
  private byte[] mergeAt(int level, byte[] key) {
    BlinkNode parent = descent.find(key, level + 1);
    int attempts = ATTEMPTS;
    while (parent != null && attempts > 0) {
      long version = parent.stableVersion();
      if (VersionedNode.isDeleted(version)) {
        parent = descent.find(key, level + 1);
        continue;
      }
      boolean stepsOver = parent.endsBefore(key);
      BlinkNode right = parent.right();
      int index = parent.childIndex(key);
      BlinkNode node = parent.child(index);
      BlinkNode before = index > 0 ? parent.child(index - 1) : null;
      BlinkNode after = index + 1 < parent.count() ? parent.child(index + 1) : null;
      if (!parent.unchangedSince(version)) {
        continue;
      }
      if (stepsOver) {
        parent = right;
        continue;
      }
      Outcome outcome = merge(node, after);
      if (outcome == Outcome.MERGED) {
        return after.low;
      }
      if (outcome == Outcome.NOT_WORTH_IT) {
        outcome = merge(before, node);
        if (outcome == Outcome.MERGED) {
          return node.low;
        }
      }
      if (outcome == Outcome.NOT_WORTH_IT) {
        return null;
      }
      attempts--;
    }
    return null;
  }

  /** Merges two nodes that a parent listed as neighbours a moment ago; null stands for none. */
  Outcome merge(BlinkNode left, BlinkNode right) {
    // A first look without locks; whoever changes a count after it takes a look of their own.
    if (left == null || right == null || !worthMerging(left, right)) {
      return Outcome.NOT_WORTH_IT;
    }
    if (!left.lock()) {
      return Outcome.OVERTAKEN;
    }
    if (left.right() != right) {
      left.unlock();
      return Outcome.OVERTAKEN;
    }
    // It cannot have left the tree: that takes the lock of its left neighbour.
    boolean alive = right.lock();
    assert alive;
    Outcome outcome = Outcome.NOT_WORTH_IT;
    if (worthMerging(left, right)) {
      outcome = mergeLocked(left, right);
    }
    if (outcome != Outcome.MERGED) {
      right.unlock();
    }
    left.unlock();
    return outcome;
  }

  /** The caller holds the locks of both; a right node that is merged away is unlocked. */
  private Outcome mergeLocked(BlinkNode left, BlinkNode right) {
    BlinkNode parent = descent.lockCovering(right.low, left.level + 1);
    if (parent == null) {
      return Outcome.OVERTAKEN;
    }
    int index = parent.find(right.low);
    if (index <= 0) {
      parent.unlock();
      return Outcome.OVERTAKEN;
    }
    assert parent.child(index) == right && parent.child(index - 1) == left;
    left.beginChange();
    left.append(right, 0);
    left.endAt(right.high(), right.right());
    left.endChange();
    parent.beginChange();
    parent.removeAt(index);
    parent.endChange();
    right.delete();
    parent.unlock();
    return Outcome.MERGED;
  }

  /** Returns whether two nodes fit into one with room to spare, or one has nothing of its own. */
  private static boolean worthMerging(BlinkNode left, BlinkNode right) {
    int together = left.count() + right.count();
    int nothing = left.isLeaf() ? 0 : 1;
    return together <= left.width() / 2
        || (Math.min(left.count(), right.count()) <= nothing && together <= left.width());
  }

  /** Makes a root's only child the root, as often as there is one. */
  private void lowerRoot() {
    while (true) {
      BlinkNode root = descent.root();
      long version = root.stableVersion();
      boolean single = !root.isLeaf() && root.count() == 1;
      BlinkNode child = single ? root.child(0) : null;
      if (VersionedNode.isDeleted(version) || !root.unchangedSince(version)) {
        continue;
      }
      if (!single) {
        return;
      }
      if (child.lock()) {
        boolean lowered = lowerRootTo(child, root);
        child.unlock();
        if (!lowered && descent.root() == root) {
          return;
        }
      }
    }
  }

  /** The caller holds the child's lock. */
  private boolean lowerRootTo(BlinkNode child, BlinkNode root) {
    if (!root.lock()) {
      return false;
    }
    boolean only =
        descent.root() == root
            && root.count() == 1
            && root.child(0) == child
            && root.right() == null
            && child.right() == null;
    if (only) {
      descent.setRoot(child);
      root.delete();
    } else {
      root.unlock();
    }
    return only;
  }
}
