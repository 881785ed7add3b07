package dev.madtree.masstree;

import java.util.Arrays;

/**
 * A writer's place in the tree: the key that it is about, and where the walk for it ended.
 *
 * <p>{@link #lock} ends with the owning border node locked. What was found without the lock still
 * holds then if neither the version nor the permutation moved; otherwise the node is searched
 * again.
 */
final class Cursor {

  private final Trie trie;
  private byte[] key;
  private int length;
  private long firstSlice;

  private Layer layer;
  private int offset;
  private long slice;
  private int code;
  private BorderNode node;
  private int position;

  /** Where the last walk ended, if the next one may begin there; else null. */
  private BorderNode hint;

  Cursor(Trie trie, byte[] key) {
    this.trie = trie;
    this.key = key;
    length = key.length;
    firstSlice = Key.slice(key, 0);
  }

  /** A cursor for the eight big-endian bytes of a long, which end in the top layer. */
  Cursor(Trie trie, long key) {
    this.trie = trie;
    this.key = null;
    length = Key.SLICE;
    firstSlice = key;
  }

  /**
   * Goes over to another key. If it shares all bytes above the layer in which the last walk ended,
   * the next walk begins there, which is what makes sorted input fast.
   */
  Cursor moveTo(byte[] next) {
    boolean shares =
        node != null
            && (offset == 0
                || (next.length > offset && Arrays.mismatch(key, 0, offset, next, 0, offset) < 0));
    hint = shares ? node : null;
    key = next;
    length = next.length;
    firstSlice = Key.slice(next, 0);
    return this;
  }

  /** As above, for the eight big-endian bytes of a long; the last key was such a one too. */
  Cursor moveTo(long next) {
    hint = node;
    firstSlice = next;
    return this;
  }

  /** The present value by reference, without a lock; null if absent. */
  Object get() {
    return key == null ? Lookup.get(trie, firstSlice) : Lookup.get(trie, key);
  }

  /**
   * Walks to the key and locks the border node that owns it.
   *
   * @param evenIfAbsent whether to lock too where the key is not there
   * @return whether the key is there; the node is then locked in any case
   */
  boolean lock(boolean evenIfAbsent) {
    while (true) {
      if (hint == null) {
        startAtTop();
      } else {
        slice = offset == 0 ? firstSlice : Key.slice(key, offset);
        node = null;
      }
      Outcome outcome;
      do {
        outcome = walkLayer(evenIfAbsent);
      } while (outcome == Outcome.BELOW);
      if (outcome != Outcome.RETRY) {
        return outcome == Outcome.PRESENT;
      }
    }
  }

  private enum Outcome {
    /** Go on in the next layer. */
    BELOW,
    /** Start again at the top. */
    RETRY,
    PRESENT,
    ABSENT
  }

  private void startAtTop() {
    layer = trie.top();
    offset = 0;
    slice = firstSlice;
    node = null;
  }

  private Outcome walkLayer(boolean evenIfAbsent) {
    code = Key.lengthCode(length - offset);
    BorderNode at = fromHint();
    if (at == null) {
      at = Descent.toBorder(layer, slice);
    }
    while (true) {
      long version = at.stableVersion();
      if (NodeVersion.isDeleted(version)) {
        return Outcome.RETRY;
      }
      if (at.isBeyond(slice)) {
        at = at.forward(slice);
        continue;
      }
      long order = at.permutationAcquire();
      int found = at.position(order, slice, code);
      Object entry = null;
      byte[] suffix = null;
      if (found >= 0 && code == Key.LONGER) {
        int slot = Permutation.slot(order, found);
        entry = at.entryAcquire(slot);
        suffix = at.suffixAcquire(slot);
      }
      if (entry instanceof Layer below) {
        if (at.changedSince(version)) {
          continue;
        }
        descend(below);
        return Outcome.BELOW;
      }
      if (!evenIfAbsent && (found < 0 || isOther(suffix))) {
        if (at.changedSince(version)) {
          continue;
        }
        return Outcome.ABSENT;
      }
      if (!at.lock()) {
        return Outcome.RETRY;
      }
      if (at.permutation() != order || NodeVersion.changed(version, at.version())) {
        if (at.isBeyond(slice) || isLayer(at, at.position(at.permutation(), slice, code))) {
          at.unlock();
          continue;
        }
        found = at.position(at.permutation(), slice, code);
      }
      node = at;
      position = found;
      return isPresent() ? Outcome.PRESENT : Outcome.ABSENT;
    }
  }

  /** The hint, or the node behind it, if it is near enough to the slice; the hint is used up. */
  private BorderNode fromHint() {
    BorderNode near = hint;
    hint = null;
    if (near == null || Key.less(slice, near.lowKey())) {
      return null;
    }
    if (near.isBeyond(slice)) {
      near = near.forward(slice);
    }
    return near.isBeyond(slice) ? null : near;
  }

  /** Whether a suffix read without the lock is there and is not this key's. */
  private boolean isOther(byte[] suffix) {
    return code == Key.LONGER && suffix != null && !Key.hasSuffix(key, offset, suffix);
  }

  private boolean isLayer(BorderNode at, int found) {
    return found >= 0
        && at.lengthCode(Permutation.slot(at.permutation(), found)) == BorderNode.LAYER;
  }

  private boolean isPresent() {
    return position >= 0
        && (code < Key.LONGER || Key.hasSuffix(key, offset, node.suffixAcquire(slot())));
  }

  private void descend(Layer below) {
    layer = below;
    offset += Key.SLICE;
    slice = Key.slice(key, offset);
  }

  /** Releases the lock, if there is one. */
  void unlock() {
    if (node != null) {
      node.unlock();
    }
  }

  Trie trie() {
    return trie;
  }

  byte[] key() {
    return key;
  }

  /** The layer in which the walk ended. */
  Layer layer() {
    return layer;
  }

  /** The number of key bytes above the layer in which the walk ended. */
  int offset() {
    return offset;
  }

  long slice() {
    return slice;
  }

  int code() {
    return code;
  }

  /** The locked node. */
  BorderNode node() {
    return node;
  }

  /**
   * The position of the entry with the key's slice and length code in the locked node, or {@code -1
   * - p} where it belongs at position p. An entry there may be another key's, with another suffix.
   */
  int position() {
    return position;
  }

  /** The slot at the position, which is not negative. */
  int slot() {
    return Permutation.slot(node.permutation(), position);
  }

  /** The part of the key behind its slice, copied; null if there is none. */
  byte[] copySuffix() {
    return code == Key.LONGER ? Key.suffix(key, offset) : null;
  }
}
