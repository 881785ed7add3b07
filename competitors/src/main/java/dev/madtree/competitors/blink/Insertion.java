package dev.madtree.competitors.blink;

/** Puts entries into leaves, and splits what is full up to the root. */
final class Insertion {

  private final Descent descent;

  Insertion(Descent descent) {
    this.descent = descent;
  }

  /** Sets a key's value unless it is present and shall stay; returns the value before, or null. */
  Object put(byte[] key, Object value, boolean onlyIfAbsent) {
    BlinkNode leaf = descent.lockCovering(key, 0);
    int index = leaf.find(key);
    if (index >= 0) {
      Object before = leaf.value(index);
      if (!onlyIfAbsent) {
        leaf.setValue(index, value);
      }
      leaf.unlock();
      return before;
    }
    if (leaf.isFull()) {
      growAbove(leaf, splitOrUnlock(leaf, ~index, key, value));
      return null;
    }
    leaf.beginChange();
    leaf.insertAt(~index, key, value);
    leaf.endChange();
    leaf.unlock();
    return null;
  }

  /** Sets a key's value if it is the very object expected; returns whether. */
  boolean replaceSame(byte[] key, Object expected, Object update) {
    BlinkNode leaf = descent.lockCovering(key, 0);
    int index = leaf.find(key);
    boolean same = index >= 0 && leaf.value(index) == expected;
    if (same) {
      leaf.setValue(index, update);
    }
    leaf.unlock();
    return same;
  }

  /**
   * Posts a new right sibling one level up, and goes on as long as that splits nodes. The caller
   * holds the locks of both nodes; they are unlocked. A left node stays locked until its sibling is
   * posted, so that nobody merges a sibling whose post is still to come.
   */
  private void growAbove(BlinkNode left, BlinkNode right) {
    while (true) {
      if (descent.root() == left) {
        try {
          descent.setRoot(rootOver(left, right));
        } finally {
          right.unlock();
          left.unlock();
        }
        return;
      }
      right.unlock();
      BlinkNode parent = descent.lockCovering(right.low, left.level + 1);
      if (parent == null) {
        left.unlock();
        return;
      }
      int index = ~parent.find(right.low);
      assert index > 0 : "a sibling is posted once, and never first";
      if (!parent.isFull()) {
        parent.beginChange();
        parent.insertAt(index, right.low, right);
        parent.endChange();
        parent.unlock();
        left.unlock();
        return;
      }
      BlinkNode next;
      try {
        next = splitOrUnlock(parent, index, right.low, right);
      } finally {
        left.unlock();
      }
      left = parent;
      right = next;
    }
  }

  private static BlinkNode rootOver(BlinkNode left, BlinkNode right) {
    BlinkNode root = new BlinkNode(left.width(), left.level + 1, KeyBytes.LEAST, null, null);
    root.insertAt(0, left.low, left);
    root.insertAt(1, right.low, right);
    root.unlock();
    return root;
  }

  /** As {@link #split}; unlocks the node if there is no memory for another. */
  private static BlinkNode splitOrUnlock(BlinkNode node, int index, byte[] key, Object value) {
    try {
      return split(node, index, key, value);
    } catch (OutOfMemoryError e) {
      if (!node.isChanging()) {
        node.unlock();
      }
      throw e;
    }
  }

  /**
   * Moves the upper half of a full node to a new right sibling, inserts an entry into the proper
   * one and returns the sibling. The caller holds this node's lock; both are locked afterwards.
   *
   * <p>An entry at the end of the last node goes to the sibling alone, one at the beginning of the
   * first node stays alone, so that sorted input fills its nodes.
   */
  private static BlinkNode split(BlinkNode node, int index, byte[] key, Object value) {
    assert node.isLocked() && node.isFull();
    int count = node.count();
    boolean appends = index == count && node.right() == null;
    boolean prepends = index == (node.isLeaf() ? 0 : 1) && node.low.length == 0;
    int stay = appends ? count : prepends ? index : (count + 1) / 2;
    boolean goesRight = appends || index > stay;
    byte[] firstRight = appends ? key : node.key(stay);
    byte[] low = firstRight;
    if (node.isLeaf()) {
      byte[] lastLeft = index == stay && !goesRight ? key : node.key(stay - 1);
      low = KeyBytes.separator(lastLeft, firstRight);
    }
    BlinkNode sibling = new BlinkNode(node.width(), node.level, low, node.high(), node.right());
    sibling.append(node, stay);
    if (goesRight) {
      sibling.insertAt(index - stay, key, value);
    }
    node.beginChange();
    node.truncate(stay);
    node.endAt(low, sibling);
    if (!goesRight) {
      node.insertAt(index, key, value);
    }
    node.endChange();
    return sibling;
  }
}
