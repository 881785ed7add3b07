package dev.madtree.masstree;

/**
 * Puts a key that is not there into the border node that a cursor holds locked: into a free slot,
 * by a split, or by a new layer where another key has the same slice and goes on.
 *
 * <p>Whatever is allocated is allocated before the first change, so that running out of memory
 * leaves the node as it was, and unlocked.
 */
final class Insertion {

  private Insertion() {}

  /** Inserts the cursor's key and releases its lock. */
  static void insert(Cursor at, Object value, long inline) {
    BorderNode node = at.node();
    if (at.position() >= 0) {
      growLayer(at, value, inline);
      return;
    }
    byte[] suffix;
    try {
      suffix = at.copySuffix();
      if (suffix != null) {
        node.reserveSuffixes();
      }
    } catch (Throwable failure) {
      node.unlock();
      throw failure;
    }
    int position = -1 - at.position();
    insert(at.trie(), at.layer(), node, position, at.slice(), at.code(), suffix, value, inline);
  }

  /**
   * Inserts an entry, for whose suffix there is room, and releases the node's lock, which the
   * caller holds.
   *
   * @param position where the entry belongs
   */
  static void insert(
      Trie trie,
      Layer layer,
      BorderNode node,
      int position,
      long slice,
      int code,
      byte[] suffix,
      Object value,
      long inline) {
    if (Permutation.count(node.permutation()) < node.width()) {
      insertIntoFreeSlot(node, position, slice, code, suffix, value, inline);
      node.unlock();
      return;
    }
    Split split;
    try {
      split = Split.prepare(trie.fanout(), layer, node, position, slice);
    } catch (Throwable failure) {
      node.unlock();
      throw failure;
    }
    split.apply(code, suffix, value, inline);
  }

  /** Fills the next free slot and publishes it. The caller holds the node's lock; there is room. */
  static void insertIntoFreeSlot(
      BorderNode node,
      int position,
      long slice,
      int code,
      byte[] suffix,
      Object value,
      long inline) {
    assert node.isLocked();
    long order = node.permutation();
    int slot = Permutation.slot(order, Permutation.count(order));
    if (node.wasFreed(slot)) {
      // A reader with an older permutation may be about to read this slot for its former key.
      node.markInserting();
      node.forgetFreed();
    }
    node.fill(slot, slice, code, suffix, value, inline);
    node.setPermutationRelease(Permutation.insert(order, position));
  }

  /** Puts a layer in the place of a key that has the same slice and another suffix. */
  private static void growLayer(Cursor at, Object value, long inline) {
    BorderNode node = at.node();
    int slot = at.slot();
    Layer layer;
    int layers;
    try {
      byte[] present = node.suffixAcquire(slot);
      byte[] added = at.copySuffix();
      layers = 1 + Twig.sharedSlices(present, added);
      layer = Twig.over(at.trie(), node, slot, present, added, value, inline);
      node.reserveLayers();
    } catch (Throwable failure) {
      node.unlock();
      throw failure;
    }
    node.markInserting();
    node.becomeLayer(slot, layer);
    node.unlock();
    TreeEvents.layerMade(layers);
  }
}
