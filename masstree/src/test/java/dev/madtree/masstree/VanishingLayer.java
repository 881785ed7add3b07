package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A layer whose root the test holds, so that others wait for it. It may be taken out meanwhile, as
 * an empty layer is by the removal that leaves it empty.
 */
final class VanishingLayer {

  private final Trie trie;
  private final Layer above;
  private final long slice;
  private final Layer layer;
  private final BorderNode root;
  private boolean isOut;

  private VanishingLayer(Trie trie, byte[] key, int depth) {
    this.trie = trie;
    Layer way = trie.top();
    for (int i = 0; i < depth - 1; i++) {
      way = Lookup.layerBelow(way, Key.slice(key, i * Key.SLICE));
    }
    above = way;
    slice = Key.slice(key, (depth - 1) * Key.SLICE);
    layer = Lookup.layerBelow(above, slice);
    root = (BorderNode) layer.rootAcquire();
  }

  /** Locks the layer on the way to a key that is so far below the top: writers wait. */
  static VanishingLayer locked(Trie trie, byte[] key, int depth) {
    VanishingLayer held = new VanishingLayer(trie, key, depth);
    held.lock();
    return held;
  }

  /** Locks and marks the layer on the way to a key that is so far below the top: all wait. */
  static VanishingLayer marked(Trie trie, byte[] key, int depth) {
    VanishingLayer held = locked(trie, key, depth);
    held.root.markInserting();
    return held;
  }

  void lock() {
    assertTrue(root.lock(), "the layer is gone");
  }

  BorderNode root() {
    return root;
  }

  /** Takes the layer out of the layer above; who waits for its root waits on. */
  void takeOut() {
    BorderNode holder = Descent.lockBorder(above, slice);
    holder.removeAt(holder.position(holder.permutation(), slice, Key.LONGER));
    holder.unlock();
    trie.size().add(-Permutation.count(root.permutation()));
    isOut = true;
  }

  /**
   * Puts keys of one byte into the layer, which is empty and held, until it is let go by a split.
   */
  void growUntilItSplits(Object value) {
    int width = root.width();
    for (int i = 0; i < width; i++) {
      Insertion.insertIntoFreeSlot(root, i, (long) i << 56, 1, null, value, 0);
    }
    Insertion.insert(trie, layer, root, width, (long) width << 56, 1, null, value, 0);
    trie.size().add(width + 1);
  }

  /** Ends the wait for the root, which is deleted if its layer was taken out. */
  void letGo() {
    if (isOut) {
      root.markDeleted();
      root.letGoOfAll();
    }
    root.unlock();
  }
}
