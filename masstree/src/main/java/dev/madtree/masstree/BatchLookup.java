package dev.madtree.masstree;

/**
 * Looks up many keys at once: up to sixteen descents go level by level, all one step, then all the
 * next, so that their cache misses overlap.
 *
 * <p>Each lookup follows the rules of {@link Descent} and {@link Lookup}. One that meets a change
 * is left to a single lookup at the end of its group.
 */
final class BatchLookup {

  private static final int GROUP = 16;

  private final Trie trie;
  private final byte[][] keys;
  private final long[] longKeys;
  private final Object[] values;
  private final long[] inlineValues;
  private final long absent;

  private final Node[] nodes = new Node[GROUP];
  private final Node[] children = new Node[GROUP];
  private final long[] versions = new long[GROUP];
  private final long[] slices = new long[GROUP];
  private final int[] offsets = new int[GROUP];
  private int base;

  /** Keeps the touches from being optimised away. */
  private long touched;

  private BatchLookup(
      Trie trie,
      byte[][] keys,
      long[] longKeys,
      Object[] values,
      long[] inlineValues,
      long absent) {
    this.trie = trie;
    this.keys = keys;
    this.longKeys = longKeys;
    this.values = values;
    this.inlineValues = inlineValues;
    this.absent = absent;
  }

  /** Sets each value to that of the key at the same index, null if absent. */
  static void getAll(Trie trie, byte[][] keys, Object[] values) {
    requireRoom(keys.length, values.length);
    new BatchLookup(trie, keys, null, values, null, 0).run(keys.length);
  }

  /** As above for the eight big-endian bytes of longs. */
  static void getAll(Trie trie, long[] keys, Object[] values) {
    requireRoom(keys.length, values.length);
    new BatchLookup(trie, null, keys, values, null, 0).run(keys.length);
  }

  /**
   * Sets each inline value to that of the key at the same index, {@code absent} if there is none.
   */
  static void getAll(Trie trie, byte[][] keys, long[] values, long absent) {
    requireRoom(keys.length, values.length);
    new BatchLookup(trie, keys, null, null, values, absent).run(keys.length);
  }

  /** As above for the eight big-endian bytes of longs. */
  static void getAll(Trie trie, long[] keys, long[] values, long absent) {
    requireRoom(keys.length, values.length);
    new BatchLookup(trie, null, keys, null, values, absent).run(keys.length);
  }

  private static void requireRoom(int keys, int values) {
    if (values < keys) {
      throw new IllegalArgumentException(
          keys + " keys, room for " + values + " values: the values must be at least as many");
    }
  }

  private void run(int count) {
    for (base = 0; base < count; base += GROUP) {
      int live = Math.min(GROUP, count - base);
      start(live);
      while (step(live)) {
        validate(live);
        touch(live);
      }
    }
  }

  private void start(int live) {
    Node root = trie.top().rootAcquire();
    long version = root.stableVersion();
    boolean current = trie.top().rootAcquire() == root;
    for (int i = 0; i < live; i++) {
      slices[i] = longKeys != null ? longKeys[base + i] : Key.slice(keys[base + i], 0);
      offsets[i] = 0;
      nodes[i] = root;
      versions[i] = version;
      if (!current) {
        single(i);
      }
    }
  }

  /** Lets every unfinished lookup choose its next node; returns whether there is one. */
  private boolean step(int live) {
    boolean unfinished = false;
    for (int i = 0; i < live; i++) {
      Node node = nodes[i];
      if (node instanceof InteriorNode interior) {
        children[i] = interior.childFor(slices[i]);
        unfinished = true;
      } else if (node != null) {
        children[i] = null;
        finish(i, (BorderNode) node);
        unfinished |= nodes[i] != null;
      }
    }
    return unfinished;
  }

  /** Moves the lookups to the nodes that they chose, child before parent. */
  private void validate(int live) {
    for (int i = 0; i < live; i++) {
      Node node = nodes[i];
      if (node instanceof InteriorNode interior && children[i] != null) {
        Node child = children[i];
        long version = child.stableVersion();
        if (interior.changedSince(versions[i])) {
          single(i);
        } else {
          nodes[i] = child;
          versions[i] = version;
        }
      } else if (node instanceof InteriorNode interior && interior.changedSince(versions[i])) {
        single(i);
      }
    }
  }

  /** Asks for the memory that the next step reads, before any decision depends on it. */
  private void touch(int live) {
    long sum = 0;
    for (int i = 0; i < live; i++) {
      Node node = nodes[i];
      if (node instanceof BorderNode border) {
        sum += border.touch();
      } else if (node != null) {
        sum += ((InteriorNode) node).touch();
      }
    }
    touched = sum;
  }

  /** Ends a lookup at its border node, or lets it go on in the layer below. */
  private void finish(int i, BorderNode node) {
    long slice = slices[i];
    int code = code(i);
    long version = node.stableVersion();
    if (NodeVersion.isDeleted(version) || node.isBeyond(slice)) {
      single(i);
      return;
    }
    int slot = node.find(node.permutationAcquire(), slice, code);
    Object entry = slot < 0 ? null : node.entryAcquire(slot);
    long inline = slot < 0 || values != null ? absent : node.inlineAcquire(slot);
    byte[] suffix = slot < 0 || code < Key.LONGER ? null : node.suffixAcquire(slot);
    if (node.changedSince(version)) {
      single(i);
    } else if (slot < 0) {
      set(i, null, absent);
    } else if (entry instanceof Layer below) {
      enter(i, below);
    } else if (values != null && entry == null || code == Key.LONGER && suffix == null) {
      single(i);
    } else if (code == Key.LONGER && !Key.hasSuffix(keys[base + i], offsets[i], suffix)) {
      set(i, null, absent);
    } else {
      set(i, entry, inline);
    }
  }

  private int code(int i) {
    return longKeys != null ? Key.SLICE : Key.lengthCode(keys[base + i].length - offsets[i]);
  }

  private void enter(int i, Layer layer) {
    offsets[i] += Key.SLICE;
    slices[i] = Key.slice(keys[base + i], offsets[i]);
    Node root = layer.rootAcquire();
    long version = root.stableVersion();
    if (layer.rootAcquire() != root) {
      single(i);
    } else {
      nodes[i] = root;
      versions[i] = version;
    }
  }

  private void single(int i) {
    if (values != null) {
      set(
          i,
          longKeys != null
              ? Lookup.get(trie, longKeys[base + i])
              : Lookup.get(trie, keys[base + i]),
          0);
    } else {
      set(
          i,
          null,
          longKeys != null
              ? Lookup.getInline(trie, longKeys[base + i], absent)
              : Lookup.getInline(trie, keys[base + i], absent));
    }
  }

  private void set(int i, Object value, long inline) {
    if (values != null) {
      values[base + i] = value;
    } else {
      inlineValues[base + i] = inline;
    }
    nodes[i] = null;
  }
}
