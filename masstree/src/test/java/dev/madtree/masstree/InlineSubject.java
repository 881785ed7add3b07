package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.List;

/** Inline values under test; the value that stands for absent is never put. */
final class InlineSubject implements Subject {

  private final MasstreeIndex tree;

  InlineSubject(Fanout fanout) {
    tree = new MasstreeIndex(Long.MIN_VALUE, fanout);
  }

  /** The index itself, for keys that are longs. */
  MasstreeIndex index() {
    return tree;
  }

  @Override
  public Trie trie() {
    return tree.trie();
  }

  @Override
  public Long get(byte[] key) {
    return orNull(tree.get(key));
  }

  @Override
  public boolean containsKey(byte[] key) {
    return tree.containsKey(key);
  }

  @Override
  public Long put(byte[] key, long value) {
    return orNull(tree.put(key, value));
  }

  @Override
  public Long putIfAbsent(byte[] key, long value) {
    return orNull(tree.putIfAbsent(key, value));
  }

  @Override
  public boolean replace(byte[] key, long expected, long update) {
    return tree.replace(key, expected, update);
  }

  @Override
  public Long remove(byte[] key) {
    return orNull(tree.remove(key));
  }

  @Override
  public boolean remove(byte[] key, long expected) {
    return tree.remove(key, expected);
  }

  @Override
  public Long add(byte[] key, long delta) {
    return tree.addAndGet(key, delta);
  }

  @Override
  public Long[] getAll(byte[][] keys) {
    long[] values = new long[keys.length];
    tree.getAll(keys, values);
    Long[] boxed = new Long[keys.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = orNull(values[i]);
    }
    return boxed;
  }

  @Override
  public void putAll(byte[][] keys, long[] values) {
    tree.putAll(keys, values);
  }

  @Override
  public Entry<Long> first() {
    return boxed(tree.first());
  }

  @Override
  public Entry<Long> last() {
    return boxed(tree.last());
  }

  @Override
  public Entry<Long> pollFirst() {
    return boxed(tree.pollFirst());
  }

  @Override
  public Entry<Long> pollLast() {
    return boxed(tree.pollLast());
  }

  @Override
  public Entry<Long> floor(byte[] key) {
    return boxed(tree.floor(key));
  }

  @Override
  public Entry<Long> lower(byte[] key) {
    return boxed(tree.lower(key));
  }

  @Override
  public Entry<Long> ceiling(byte[] key) {
    return boxed(tree.ceiling(key));
  }

  @Override
  public Entry<Long> higher(byte[] key) {
    return boxed(tree.higher(key));
  }

  @Override
  public List<Entry<Long>> scan(KeyRange range, long limit, boolean descending) {
    List<Entry<Long>> seen = new ArrayList<>();
    LongEntryVisitor visitor =
        (key, value) -> {
          seen.add(new Entry<>(key.toByteArray(), value));
          return seen.size() < limit;
        };
    long passed = descending ? tree.scanDescending(range, visitor) : tree.scan(range, visitor);
    if (passed != seen.size()) {
      throw new AssertionError(passed + " passed, " + seen.size() + " seen");
    }
    return seen;
  }

  @Override
  public List<Long> scanValues(KeyRange range, long limit) {
    List<Long> seen = new ArrayList<>();
    tree.scanValues(range, limit, seen::add);
    return seen;
  }

  @Override
  public long countRange(KeyRange range) {
    return tree.countRange(range);
  }

  @Override
  public long removeRange(KeyRange range) {
    return tree.removeRange(range);
  }

  /** The value, or null where it stands for absent. */
  static Long orNull(long value) {
    return value == Long.MIN_VALUE ? null : value;
  }

  private static Entry<Long> boxed(LongEntry entry) {
    return entry == null ? null : new Entry<>(entry.key(), entry.value());
  }
}
