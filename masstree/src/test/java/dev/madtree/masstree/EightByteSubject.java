package dev.madtree.masstree;

import java.util.Arrays;

/** Asks with a long wherever a key has eight bytes, for which the tree has a way of its own. */
final class EightByteSubject extends ForwardingSubject {

  private final Masstree<Long> tree;
  private final MasstreeIndex index;

  EightByteSubject(Subject subject) {
    super(subject);
    tree = subject instanceof ReferenceSubject reference ? reference.tree() : null;
    index = subject instanceof InlineSubject inline ? inline.index() : null;
  }

  private static boolean isLong(byte[] key) {
    return key.length == Key.SLICE;
  }

  private static long[] longs(byte[][] keys) {
    return Arrays.stream(keys).mapToLong(key -> Key.slice(key, 0)).toArray();
  }

  @Override
  public Long get(byte[] key) {
    if (!isLong(key)) {
      return super.get(key);
    }
    long slice = Key.slice(key, 0);
    return tree != null ? tree.get(slice) : InlineSubject.orNull(index.get(slice));
  }

  @Override
  public boolean containsKey(byte[] key) {
    if (!isLong(key)) {
      return super.containsKey(key);
    }
    long slice = Key.slice(key, 0);
    return tree != null ? tree.containsKey(slice) : index.containsKey(slice);
  }

  @Override
  public Long put(byte[] key, long value) {
    if (!isLong(key)) {
      return super.put(key, value);
    }
    long slice = Key.slice(key, 0);
    return tree != null
        ? tree.put(slice, (Long) value)
        : InlineSubject.orNull(index.put(slice, value));
  }

  @Override
  public Long remove(byte[] key) {
    if (!isLong(key)) {
      return super.remove(key);
    }
    long slice = Key.slice(key, 0);
    return tree != null ? tree.remove(slice) : InlineSubject.orNull(index.remove(slice));
  }

  @Override
  public Long[] getAll(byte[][] keys) {
    if (!Arrays.stream(keys).allMatch(EightByteSubject::isLong)) {
      return super.getAll(keys);
    }
    if (tree != null) {
      Long[] values = new Long[keys.length];
      tree.getAll(longs(keys), values);
      return values;
    }
    long[] values = new long[keys.length];
    index.getAll(longs(keys), values);
    return Arrays.stream(values).mapToObj(InlineSubject::orNull).toArray(Long[]::new);
  }

  @Override
  public void putAll(byte[][] keys, long[] values) {
    if (!Arrays.stream(keys).allMatch(EightByteSubject::isLong)) {
      super.putAll(keys, values);
    } else if (tree != null) {
      tree.putAll(longs(keys), Arrays.stream(values).boxed().toArray(Long[]::new));
    } else {
      index.putAll(longs(keys), values);
    }
  }
}
