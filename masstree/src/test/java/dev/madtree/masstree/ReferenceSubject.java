package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values by reference under test. */
final class ReferenceSubject implements Subject {

  private final Masstree<Long> tree;

  ReferenceSubject(Fanout fanout) {
    tree = new Masstree<>(fanout);
  }

  /** The tree itself, for the functions that the other mode does not have. */
  Masstree<Long> tree() {
    return tree;
  }

  @Override
  public Trie trie() {
    return tree.trie();
  }

  @Override
  public Long get(byte[] key) {
    return tree.get(key);
  }

  @Override
  public boolean containsKey(byte[] key) {
    return tree.containsKey(key);
  }

  @Override
  public Long put(byte[] key, long value) {
    return tree.put(key, value);
  }

  @Override
  public Long putIfAbsent(byte[] key, long value) {
    return tree.putIfAbsent(key, value);
  }

  @Override
  public boolean replace(byte[] key, long expected, long update) {
    return tree.replace(key, expected, update);
  }

  @Override
  public Long remove(byte[] key) {
    return tree.remove(key);
  }

  @Override
  public boolean remove(byte[] key, long expected) {
    return tree.remove(key, (Object) expected);
  }

  @Override
  public Long add(byte[] key, long delta) {
    return tree.merge(key, delta, Long::sum);
  }

  @Override
  public Long[] getAll(byte[][] keys) {
    Long[] values = new Long[keys.length];
    tree.getAll(keys, values);
    return values;
  }

  @Override
  public void putAll(byte[][] keys, long[] values) {
    tree.putAll(keys, Arrays.stream(values).boxed().toArray(Long[]::new));
  }

  @Override
  public Entry<Long> first() {
    return tree.first();
  }

  @Override
  public Entry<Long> last() {
    return tree.last();
  }

  @Override
  public Entry<Long> pollFirst() {
    return tree.pollFirst();
  }

  @Override
  public Entry<Long> pollLast() {
    return tree.pollLast();
  }

  @Override
  public Entry<Long> floor(byte[] key) {
    return tree.floor(key);
  }

  @Override
  public Entry<Long> lower(byte[] key) {
    return tree.lower(key);
  }

  @Override
  public Entry<Long> ceiling(byte[] key) {
    return tree.ceiling(key);
  }

  @Override
  public Entry<Long> higher(byte[] key) {
    return tree.higher(key);
  }

  @Override
  public List<Entry<Long>> scan(KeyRange range, long limit, boolean descending) {
    List<Entry<Long>> seen = new ArrayList<>();
    EntryVisitor<Long> visitor =
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
}
