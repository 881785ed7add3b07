package dev.madtree.masstree;

import java.util.Arrays;

/**
 * A walk over the entries of a range in ascending or descending order, pulled entry by entry.
 *
 * <p>One border node at a time is copied and validated, then its entries are handed out from the
 * copy. The next node is looked for by its bound, so that nothing is passed twice or missed
 * whatever happened meanwhile. A layer is walked in a frame of its own; frames make a stack, and a
 * frame with nothing left is replaced instead of kept below, so that a chain of layers with one
 * entry each costs no depth.
 *
 * <p>The <em>near</em> bound is the one where the walk begins, the <em>far</em> bound the one where
 * it ends.
 */
final class Scan {

  private final Trie trie;
  private final boolean descending;
  private final boolean withKeys;
  private final Witnesses witnesses;
  private final byte[] near;
  private final boolean nearInclusive;
  private final byte[] far;
  private final boolean farInclusive;

  private ScanFrame[] frames = new ScanFrame[4];
  private int depth;
  private ScanFrame frame;
  private ScanKey key;
  private boolean started;

  /** A scan that gives keys and values. */
  Scan(Trie trie, KeyRange range, boolean descending) {
    this(trie, range, descending, true, null);
  }

  /**
   * A scan of some kind.
   *
   * @param withKeys whether {@link #key} will be called
   * @param witnesses takes what the entries rest on, or null
   */
  Scan(Trie trie, KeyRange range, boolean descending, boolean withKeys, Witnesses witnesses) {
    this.trie = trie;
    this.descending = descending;
    this.withKeys = withKeys;
    this.witnesses = witnesses;
    near = descending ? range.upper() : range.lower();
    nearInclusive = descending ? range.upperInclusive() : range.lowerInclusive();
    far = descending ? range.lower() : range.upper();
    farInclusive = descending ? range.lowerInclusive() : range.upperInclusive();
    depth = -1;
  }

  /** Goes to the next entry; returns false at the end, for good. */
  boolean advance() {
    if (frame == null) {
      if (started) {
        return false;
      }
      started = true;
      push(trie.top(), 0, near != null, far != null);
      if (!load(null, frame.firstSlice(descending))) {
        return end();
      }
    }
    while (true) {
      if (!frame.step(descending)) {
        if (!nextNode()) {
          return false;
        }
      } else if (!frame.checksNear() && !frame.checksFar() && !frame.isLayer()) {
        return true;
      } else {
        Verdict verdict = judge();
        if (verdict == Verdict.INSIDE) {
          return true;
        }
        if (verdict == Verdict.BEYOND) {
          return end();
        }
        if (frame == null) {
          // The last entry was a layer that is gone.
          return false;
        }
      }
    }
  }

  private enum Verdict {
    INSIDE,
    /** Before the near bound, or a layer that the walk has entered. */
    SKIP,
    BEYOND
  }

  private Verdict judge() {
    boolean sharesNear = false;
    boolean sharesFar = false;
    if (frame.checksNear()) {
      sharesNear = frame.isLayer() && frame.sharesSlice(near);
      if (!sharesNear) {
        int order = sign(frame.compareWith(near));
        if (order < 0 || (order == 0 && !nearInclusive)) {
          return Verdict.SKIP;
        }
        frame.passNear();
      }
    }
    if (frame.checksFar()) {
      sharesFar = frame.isLayer() && frame.sharesSlice(far);
      if (!sharesFar) {
        int order = sign(frame.compareWith(far));
        if (order > 0 || (order == 0 && !farInclusive)) {
          return Verdict.BEYOND;
        }
      }
    }
    if (!frame.isLayer()) {
      return Verdict.INSIDE;
    }
    enterLayer(sharesNear, sharesFar);
    return Verdict.SKIP;
  }

  private int sign(int order) {
    return descending ? -Integer.signum(order) : order;
  }

  private void enterLayer(boolean sharesNear, boolean sharesFar) {
    Layer below = (Layer) frame.entry();
    int prefixLength = frame.prefixLength();
    if (withKeys) {
      key().setSlice(prefixLength, frame.slice());
    }
    if (frame.isLast() && !frame.hasMore(descending)) {
      depth--;
    }
    push(below, prefixLength + Key.SLICE, sharesNear, sharesFar);
    if (!load(null, frame.firstSlice(descending))) {
      pop();
    }
  }

  private void push(Layer layer, int prefixLength, boolean sharesNear, boolean sharesFar) {
    depth++;
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, 2 * depth);
    }
    if (frames[depth] == null) {
      frames[depth] = new ScanFrame(trie.fanout().border(), trie.isInline());
    }
    frame = frames[depth];
    frame.enter(
        layer,
        prefixLength,
        sharesNear,
        sharesNear ? Key.slice(near, prefixLength) : 0,
        sharesFar,
        sharesFar ? Key.slice(far, prefixLength) : 0);
  }

  private void pop() {
    frame.leave();
    depth--;
    frame = depth < 0 ? null : frames[depth];
  }

  private boolean load(BorderNode at, long slice) {
    return frame.load(at, slice, descending, witnesses, withKeys);
  }

  /** Goes to the next border node of the layer, or back to the layer above. */
  private boolean nextNode() {
    if (frame.isLast() || !load(frame.following(), frame.followingSlice())) {
      pop();
    }
    return frame != null;
  }

  private boolean end() {
    while (frame != null) {
      pop();
    }
    return false;
  }

  /** Reads the present entry's value again, which counts if its node has not changed. */
  void refresh() {
    frame.refresh();
  }

  /** The value by reference of the present entry. */
  Object value() {
    return frame.entry();
  }

  /** The inline value of the present entry. */
  long inline() {
    return frame.inline();
  }

  /** The key of the present entry, in a view that the next step changes. */
  ScanKey entryKey() {
    key().set(frame.prefixLength(), frame.slice(), frame.code(), frame.suffix());
    return key;
  }

  private ScanKey key() {
    if (key == null) {
      key = new ScanKey();
    }
    return key;
  }
}
