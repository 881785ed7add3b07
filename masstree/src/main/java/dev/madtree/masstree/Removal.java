package dev.madtree.masstree;

/**
 * Takes the entry that a cursor holds locked out of the tree, and puts the tree in order behind it:
 * thin nodes are merged, roots lowered, empty layers collapsed.
 */
final class Removal {

  private Removal() {}

  /** Removes the cursor's entry, which is there, and releases its lock. */
  static void remove(Cursor at) {
    BorderNode node = at.node();
    if (removeFrom(node, at.position())) {
      settle(at, node);
    }
  }

  /** Takes an entry out and releases the node's lock; returns whether that leaves a thin node. */
  static boolean removeFrom(BorderNode node, int position) {
    node.removeAt(position);
    int left = Permutation.count(node.permutation());
    node.unlock();
    return Merge.isThin(left, node.width());
  }

  /** Merges around a thin node of the top layer. */
  static void settleTop(Layer top, BorderNode thin) {
    Merge.settle(top, thin);
    if (isEmpty(top)) {
      shrinkRoot(top);
    }
  }

  /** Merges around a thin node and, where that leaves a layer empty, goes on one layer up. */
  private static void settle(Cursor at, BorderNode thin) {
    Layer layer = at.layer();
    BorderNode node = thin;
    Layer[] path = null;
    for (int depth = at.offset() / Key.SLICE; ; depth--) {
      Merge.settle(layer, node);
      if (!isEmpty(layer)) {
        return;
      }
      if (depth == 0) {
        shrinkRoot(layer);
        return;
      }
      if (path == null) {
        path = pathTo(at, depth);
      }
      if (path == null) {
        return;
      }
      node = collapse(path[depth - 1], Key.slice(at.key(), (depth - 1) * Key.SLICE), layer);
      if (node == null
          || !Merge.isThin(Permutation.count(node.permutationAcquire()), node.width())) {
        return;
      }
      layer = path[depth - 1];
    }
  }

  /** Lets the only node of an emptied tree give up what a new one would not have. */
  private static void shrinkRoot(Layer layer) {
    if (layer.rootAcquire() instanceof BorderNode root && root.lock()) {
      try {
        if (Permutation.count(root.permutation()) == 0) {
          root.shrink();
        }
      } finally {
        root.unlock();
      }
    }
  }

  private static boolean isEmpty(Layer layer) {
    return layer.rootAcquire() instanceof BorderNode root
        && Permutation.count(root.permutationAcquire()) == 0;
  }

  /** The layers above a depth on the way to the cursor's key, or null if there is no such way. */
  private static Layer[] pathTo(Cursor at, int depth) {
    Layer[] path = new Layer[depth];
    path[0] = at.trie().top();
    for (int i = 1; i < depth; i++) {
      Layer below = Lookup.layerBelow(path[i - 1], Key.slice(at.key(), (i - 1) * Key.SLICE));
      if (below == null) {
        return null;
      }
      path[i] = below;
    }
    return path;
  }

  /**
   * Takes an empty layer out of the layer above it. The locks go up: the layer's root first, then
   * the border node above.
   *
   * @return the border node that held the layer, or null if somebody was faster
   */
  private static BorderNode collapse(Layer above, long slice, Layer layer) {
    if (!(layer.rootAcquire() instanceof BorderNode root) || !root.lock()) {
      return null;
    }
    if (layer.rootAcquire() != root || Permutation.count(root.permutation()) != 0) {
      root.unlock();
      return null;
    }
    BorderNode holder = Descent.lockBorder(above, slice);
    if (holder == null) {
      root.unlock();
      return null;
    }
    int position = holder.position(holder.permutation(), slice, Key.LONGER);
    if (position < 0
        || holder.entryAcquire(Permutation.slot(holder.permutation(), position)) != layer) {
      holder.unlock();
      root.unlock();
      return null;
    }
    root.markDeleted();
    holder.removeAt(position);
    root.letGoOfAll();
    holder.unlock();
    root.unlock();
    TreeEvents.layerCollapsed();
    return holder;
  }
}
