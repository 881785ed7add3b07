package dev.madtree.masstree;

/**
 * The way from a layer's root to the border node of a slice.
 *
 * <p>Two retries, named as in the original: <em>retry</em> starts again at the root,
 * <em>forward</em> goes along the links. Interior nodes are validated in pairs: the child's version
 * is taken before the parent's is looked at again. What comes back may have split or left the tree
 * since; the caller takes a version of it and asks {@link BorderNode#isBeyond} and whether it is
 * deleted. Since low keys never change and separators are low keys, the slice never lies below it.
 */
final class Descent {

  private Descent() {}

  /** The border node that owned a slice at some moment of the call. */
  static BorderNode toBorder(Layer layer, long slice) {
    retry:
    while (true) {
      Node node = layer.rootAcquire();
      if (node instanceof BorderNode border) {
        return border;
      }
      long version = node.stableVersion();
      if (layer.rootAcquire() != node) {
        continue;
      }
      while (true) {
        InteriorNode interior = (InteriorNode) node;
        Node child = interior.childFor(slice);
        if (child != null) {
          long childVersion = child.stableVersion();
          if (!interior.changedSince(version)) {
            if (child instanceof BorderNode border) {
              return border;
            }
            node = child;
            version = childVersion;
            continue;
          }
        }
        long now = interior.stableVersion();
        if (NodeVersion.movedBounds(version, now) || NodeVersion.isDeleted(now)) {
          TreeEvents.retry();
          continue retry;
        }
        version = now;
      }
    }
  }

  /** Locks and returns the border node that owns a slice, or returns null if its layer is gone. */
  static BorderNode lockBorder(Layer layer, long slice) {
    BorderNode node = toBorder(layer, slice);
    while (true) {
      if (!node.lock()) {
        if (layer.rootAcquire() == node) {
          return null;
        }
        node = toBorder(layer, slice);
        continue;
      }
      if (!node.isBeyond(slice)) {
        return node;
      }
      BorderNode next = node.forward(slice);
      node.unlock();
      node = next;
    }
  }
}
