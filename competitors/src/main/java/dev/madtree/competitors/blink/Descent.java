package dev.madtree.competitors.blink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The root, and the ways down from it. */
final class Descent {

  private static final VarHandle ROOT;

  static {
    try {
      ROOT = MethodHandles.lookup().findVarHandle(Descent.class, "root", BlinkNode.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private BlinkNode root;

  Descent(int width) {
    BlinkNode leaf = new BlinkNode(width, 0, KeyBytes.LEAST, null, null);
    leaf.unlock();
    setRoot(leaf);
  }

  BlinkNode root() {
    // Acquire: pairs with the store in setRoot.
    return (BlinkNode) ROOT.getAcquire(this);
  }

  /** Changes the root. The caller holds the locks of the old root and, if it was known, the new. */
  void setRoot(BlinkNode next) {
    // Volatile: whoever restarts after this write finds the new root.
    ROOT.setVolatile(this, next);
  }

  /**
   * Returns a node of a level that a key belongs to or stands right of, null if the tree has no
   * such level. The node may have split or left the tree since.
   */
  BlinkNode find(byte[] key, int level) {
    BlinkNode node = root();
    while (node.level > level) {
      BlinkNode next = stepTowards(node, key);
      node = next == null ? root() : next;
    }
    return node.level == level ? node : null;
  }

  /** As {@link #find}, for the keys right below an excluded end; null stands for +∞. */
  BlinkNode findBelow(byte[] end) {
    BlinkNode node = root();
    while (!node.isLeaf()) {
      BlinkNode next = stepBelow(node, end);
      node = next == null ? root() : next;
    }
    return node;
  }

  /**
   * Locks and returns the node of a level that a key belongs to; null if the tree has no such
   * level.
   */
  BlinkNode lockCovering(byte[] key, int level) {
    while (true) {
      BlinkNode node = find(key, level);
      if (node == null) {
        return null;
      }
      while (node.lock()) {
        if (!node.endsBefore(key)) {
          return node;
        }
        BlinkNode right = node.right();
        node.unlock();
        node = right;
      }
    }
  }

  /** Returns the child or the right neighbour on a key's way, or null if the node is deleted. */
  private static BlinkNode stepTowards(BlinkNode node, byte[] key) {
    while (true) {
      long version = node.stableVersion();
      if (VersionedNode.isDeleted(version)) {
        return null;
      }
      BlinkNode next = node.endsBefore(key) ? node.right() : node.child(node.childIndex(key));
      if (node.unchangedSince(version)) {
        return next;
      }
    }
  }

  private static BlinkNode stepBelow(BlinkNode node, byte[] end) {
    while (true) {
      long version = node.stableVersion();
      if (VersionedNode.isDeleted(version)) {
        return null;
      }
      BlinkNode next;
      if (reachesFurther(node, end)) {
        next = node.right();
      } else {
        int index = end == null ? node.count() : node.ceiling(end);
        next = node.child(Math.max(0, index - 1));
      }
      if (node.unchangedSince(version)) {
        return next;
      }
    }
  }

  /** Returns whether an excluded end lies right of a node's range; null stands for +∞. */
  static boolean reachesFurther(BlinkNode node, byte[] end) {
    byte[] high = node.high();
    return high != null && (end == null || KeyBytes.compare(high, end) < 0);
  }
}
