package dev.madtree.masstree;

/**
 * Finds the value of a key without a lock.
 *
 * <p>In each layer: go to the border node, take its stable version, read the permutation, find the
 * slot, read what it holds, and only then validate. What was read counts if the version has not
 * moved. An entry that is null, or a suffix, was removed after the permutation was read: look
 * again.
 *
 * <p>The walk stands here twice, since a value by reference and an inline value cannot be returned
 * by one method without an object to carry them.
 */
final class Lookup {

  private Lookup() {}

  /** The value by reference of the eight big-endian bytes of a long; null if absent. */
  static Object get(Trie trie, long key) {
    BorderNode node = Descent.toBorder(trie.top(), key);
    while (true) {
      long version = node.stableVersion();
      if (NodeVersion.isDeleted(version)) {
        node = Descent.toBorder(trie.top(), key);
      } else if (node.isBeyond(key)) {
        node = node.forward(key);
      } else {
        int slot = node.find(node.permutationAcquire(), key, Key.SLICE);
        Object entry = slot < 0 ? null : node.entryAcquire(slot);
        if (!node.changedSince(version) && (slot < 0 || entry != null)) {
          return entry;
        }
      }
    }
  }

  /** The inline value of the eight big-endian bytes of a long, or {@code absent}. */
  static long getInline(Trie trie, long key, long absent) {
    return getInline(trie, key, absent, false);
  }

  /** Whether there is an inline value of the eight big-endian bytes of a long. */
  static boolean containsInline(Trie trie, long key) {
    return getInline(trie, key, 0, true) != 0;
  }

  /** The value, or 1 where only presence is asked for; {@code absent} if there is none. */
  private static long getInline(Trie trie, long key, long absent, boolean presence) {
    BorderNode node = Descent.toBorder(trie.top(), key);
    while (true) {
      long version = node.stableVersion();
      if (NodeVersion.isDeleted(version)) {
        node = Descent.toBorder(trie.top(), key);
      } else if (node.isBeyond(key)) {
        node = node.forward(key);
      } else {
        int slot = node.find(node.permutationAcquire(), key, Key.SLICE);
        long value = slot < 0 ? absent : presence ? 1 : node.inlineAcquire(slot);
        if (!node.changedSince(version)) {
          return value;
        }
      }
    }
  }

  /** The value by reference of a key; null if absent. */
  static Object get(Trie trie, byte[] key) {
    Layer layer = trie.top();
    int offset = 0;
    long slice = Key.slice(key, 0);
    int code = Key.lengthCode(key.length);
    BorderNode node = Descent.toBorder(layer, slice);
    while (true) {
      long version = node.stableVersion();
      if (NodeVersion.isDeleted(version)) {
        layer = trie.top();
        offset = 0;
        slice = Key.slice(key, 0);
        code = Key.lengthCode(key.length);
        node = Descent.toBorder(layer, slice);
        continue;
      }
      if (node.isBeyond(slice)) {
        node = node.forward(slice);
        continue;
      }
      int slot = node.find(node.permutationAcquire(), slice, code);
      Object entry = slot < 0 ? null : node.entryAcquire(slot);
      byte[] suffix = slot < 0 || code < Key.LONGER ? null : node.suffixAcquire(slot);
      if (node.changedSince(version)) {
        continue;
      }
      if (slot < 0) {
        return null;
      }
      if (entry instanceof Layer below) {
        offset += Key.SLICE;
        slice = Key.slice(key, offset);
        code = Key.lengthCode(key.length - offset);
        node = Descent.toBorder(below, slice);
      } else if (entry != null && code < Key.LONGER) {
        return entry;
      } else if (entry != null && suffix != null) {
        return Key.hasSuffix(key, offset, suffix) ? entry : null;
      }
    }
  }

  /** The inline value of a key, or {@code absent}. */
  static long getInline(Trie trie, byte[] key, long absent) {
    return getInline(trie, key, absent, false);
  }

  /** Whether there is an inline value of a key. */
  static boolean containsInline(Trie trie, byte[] key) {
    return getInline(trie, key, 0, true) != 0;
  }

  /** The value, or 1 where only presence is asked for; {@code absent} if there is none. */
  private static long getInline(Trie trie, byte[] key, long absent, boolean presence) {
    int offset = 0;
    long slice = Key.slice(key, 0);
    int code = Key.lengthCode(key.length);
    BorderNode node = Descent.toBorder(trie.top(), slice);
    while (true) {
      long version = node.stableVersion();
      if (NodeVersion.isDeleted(version)) {
        offset = 0;
        slice = Key.slice(key, 0);
        code = Key.lengthCode(key.length);
        node = Descent.toBorder(trie.top(), slice);
        continue;
      }
      if (node.isBeyond(slice)) {
        node = node.forward(slice);
        continue;
      }
      int slot = node.find(node.permutationAcquire(), slice, code);
      long value = slot < 0 ? absent : presence ? 1 : node.inlineAcquire(slot);
      Object entry = slot < 0 || code < Key.LONGER ? null : node.entryAcquire(slot);
      byte[] suffix = slot < 0 || code < Key.LONGER ? null : node.suffixAcquire(slot);
      if (node.changedSince(version)) {
        continue;
      }
      if (slot < 0 || code < Key.LONGER) {
        return value;
      }
      if (entry instanceof Layer below) {
        offset += Key.SLICE;
        slice = Key.slice(key, offset);
        code = Key.lengthCode(key.length - offset);
        node = Descent.toBorder(below, slice);
      } else if (suffix != null) {
        return Key.hasSuffix(key, offset, suffix) ? value : absent;
      }
    }
  }

  /** The layer in the place of a slice in a layer, or null if there is none. */
  static Layer layerBelow(Layer layer, long slice) {
    BorderNode node = Descent.toBorder(layer, slice);
    while (true) {
      long version = node.stableVersion();
      if (NodeVersion.isDeleted(version)) {
        if (layer.rootAcquire() == node) {
          return null;
        }
        node = Descent.toBorder(layer, slice);
      } else if (node.isBeyond(slice)) {
        node = node.forward(slice);
      } else {
        int slot = node.find(node.permutationAcquire(), slice, Key.LONGER);
        Object entry = slot < 0 ? null : node.entryAcquire(slot);
        if (!node.changedSince(version)) {
          return entry instanceof Layer below ? below : null;
        }
      }
    }
  }
}
