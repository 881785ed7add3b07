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
  private final BorderNode root;

  private VanishingLayer(Trie trie, byte[] key, int depth) {
    this.trie = trie;
    Layer layer = trie.top();
    for (int i = 0; i < depth - 1; i++) {
      layer = Lookup.layerBelow(layer, Key.slice(key, i * Key.SLICE));
    }
    above = layer;
    slice = Key.slice(key, (depth - 1) * Key.SLICE);
    root = (BorderNode) Lookup.layerBelow(above, slice).rootAcquire();
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

  /** Takes the layer and its entries out of the layer above, but holds its root still. */
  void takeOut() {
    BorderNode holder = Descent.lockBorder(above, slice);
    int position = holder.position(holder.permutation(), slice, Key.LONGER);
    trie.size().add(-Permutation.count(root.permutation()));
    root.markDeleted();
    holder.removeAt(position);
    root.letGoOfAll();
    holder.unlock();
  }

  void letGo() {
    root.unlock();
  }
}
