package dev.madtree.masstree;

import java.util.Objects;

/**
 * Puts and removals of 8-byte keys, which end in the top layer: one walk, one border node, no
 * suffix and so no cursor to allocate.
 */
final class TopLayer {

  private TopLayer() {}

  static Object put(Trie trie, long key, Object value) {
    Objects.requireNonNull(value, "value");
    BorderNode node = Descent.lockBorder(trie.top(), key);
    int position = node.position(node.permutation(), key, Key.SLICE);
    if (position < 0) {
      insert(trie, node, -1 - position, key, value, 0);
      return null;
    }
    int slot = Permutation.slot(node.permutation(), position);
    Object previous = node.entryAcquire(slot);
    node.setEntry(slot, value);
    node.unlock();
    return previous;
  }

  static long putInline(Trie trie, long key, long value, long absent) {
    BorderNode node = Descent.lockBorder(trie.top(), key);
    int position = node.position(node.permutation(), key, Key.SLICE);
    if (position < 0) {
      insert(trie, node, -1 - position, key, null, value);
      return absent;
    }
    int slot = Permutation.slot(node.permutation(), position);
    long previous = node.inlineAcquire(slot);
    node.setInline(slot, value);
    node.unlock();
    return previous;
  }

  private static void insert(
      Trie trie, BorderNode node, int position, long key, Object value, long inline) {
    Insertion.insert(trie, trie.top(), node, position, key, Key.SLICE, null, value, inline);
    trie.size().increment();
  }

  static Object remove(Trie trie, long key) {
    BorderNode node = Descent.lockBorder(trie.top(), key);
    int position = node.position(node.permutation(), key, Key.SLICE);
    if (position < 0) {
      node.unlock();
      return null;
    }
    Object previous = node.entryAcquire(Permutation.slot(node.permutation(), position));
    remove(trie, node, position);
    return previous;
  }

  static long removeInline(Trie trie, long key, long absent) {
    BorderNode node = Descent.lockBorder(trie.top(), key);
    int position = node.position(node.permutation(), key, Key.SLICE);
    if (position < 0) {
      node.unlock();
      return absent;
    }
    long previous = node.inlineAcquire(Permutation.slot(node.permutation(), position));
    remove(trie, node, position);
    return previous;
  }

  private static void remove(Trie trie, BorderNode node, int position) {
    if (Removal.removeFrom(node, position)) {
      Removal.settleTop(trie.top(), node);
    }
    trie.size().decrement();
  }
}
