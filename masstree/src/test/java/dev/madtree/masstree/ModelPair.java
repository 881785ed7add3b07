package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A tree and a {@link TreeMap}: every operation is done on both, and they must agree. */
final class ModelPair {

  private final Subject subject;
  private final TreeMap<byte[], Long> model = new TreeMap<>(Arrays::compareUnsigned);

  ModelPair(Subject subject) {
    this.subject = subject;
  }

  /** What the tree should hold; for reading. */
  NavigableMap<byte[], Long> model() {
    return model;
  }

  void get(byte[] key) {
    assertEquals(model.get(key), subject.get(key), "get");
    assertEquals(model.containsKey(key), subject.containsKey(key), "containsKey");
  }

  void put(byte[] key, long value) {
    assertEquals(model.put(key, value), subject.put(key, value), "put");
  }

  void putIfAbsent(byte[] key, long value) {
    assertEquals(model.putIfAbsent(key, value), subject.putIfAbsent(key, value), "putIfAbsent");
  }

  void replace(byte[] key, long expected, long value) {
    assertEquals(
        model.replace(key, expected, value), subject.replace(key, expected, value), "replace");
  }

  void add(byte[] key, long delta) {
    assertEquals(model.merge(key, delta, Long::sum), subject.add(key, delta), "add");
  }

  void remove(byte[] key) {
    assertEquals(model.remove(key), subject.remove(key), "remove");
  }

  void removeExpected(byte[] key, long expected) {
    assertEquals(model.remove(key, (Object) expected), subject.remove(key, expected), "remove");
  }

  void navigate(byte[] key) {
    same(model.floorEntry(key), subject.floor(key));
    same(model.lowerEntry(key), subject.lower(key));
    same(model.ceilingEntry(key), subject.ceiling(key));
    same(model.higherEntry(key), subject.higher(key));
    same(model.firstEntry(), subject.first());
    same(model.lastEntry(), subject.last());
  }

  void poll() {
    same(model.pollFirstEntry(), subject.pollFirst());
    same(model.pollLastEntry(), subject.pollLast());
  }

  /** Scans a range in one direction, counts it, and passes its values alone. */
  void scan(KeyRange range, long limit, boolean descending) {
    NavigableMap<byte[], Long> part = view(range);
    List<Map.Entry<byte[], Long>> expected = new ArrayList<>();
    for (Map.Entry<byte[], Long> entry : (descending ? part.descendingMap() : part).entrySet()) {
      if (expected.size() >= Math.max(1, limit)) {
        break;
      }
      expected.add(entry);
    }
    List<Entry<Long>> seen = subject.scan(range, Math.max(1, limit), descending);
    assertEquals(expected.size(), seen.size(), () -> "entries in " + range);
    for (int i = 0; i < seen.size(); i++) {
      same(expected.get(i), seen.get(i));
    }
    assertEquals((long) part.size(), subject.countRange(range), "countRange");
    assertEquals(
        part.values().stream().limit(limit).toList(),
        subject.scanValues(range, limit),
        "scanValues");
  }

  void removeRange(KeyRange range) {
    NavigableMap<byte[], Long> part = view(range);
    assertEquals((long) part.size(), subject.removeRange(range), "removeRange");
    part.clear();
  }

  private NavigableMap<byte[], Long> view(KeyRange range) {
    byte[] lower = range.lower();
    byte[] upper = range.upper();
    if (upper == null) {
      return lower == null ? model : model.tailMap(lower, range.lowerInclusive());
    }
    return lower == null
        ? model.headMap(upper, range.upperInclusive())
        : model.subMap(lower, range.lowerInclusive(), upper, range.upperInclusive());
  }

  void getAll(byte[][] batch) {
    Long[] expected = new Long[batch.length];
    Arrays.setAll(expected, i -> model.get(batch[i]));
    assertArrayEquals(expected, subject.getAll(batch), "getAll");
  }

  void putAll(byte[][] batch, long[] values) {
    subject.putAll(batch, values);
    for (int i = 0; i < batch.length; i++) {
      model.put(batch[i], values[i]);
    }
  }

  /** Checks the structure and compares all entries. */
  void check() {
    assertEquals(model.size(), TreeChecker.check(subject.trie()).entries(), "entries");
    List<Entry<Long>> content = subject.scan(KeyRange.all(), Long.MAX_VALUE, false);
    assertEquals(model.size(), content.size(), "entries of a scan");
    int i = 0;
    for (Map.Entry<byte[], Long> entry : model.entrySet()) {
      same(entry, content.get(i++));
    }
  }

  /** Removes all entries in an order drawn from a seed: one empty node must be left. */
  void empty(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> all = new ArrayList<>(model.keySet());
    for (int i = all.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      byte[] swapped = all.get(i);
      all.set(i, all.get(j));
      all.set(j, swapped);
    }
    all.forEach(this::remove);
    TreeStatistics shape = StatisticsWalk.of(subject.trie());
    int width = subject.trie().fanout().border();
    assertEquals(new TreeStatistics(0, 1, 1, 1, 1, 0, width, 0, 0), shape);
    TreeChecker.check(subject.trie());
  }

  private static void same(Map.Entry<byte[], Long> expected, Entry<Long> actual) {
    if (expected == null) {
      assertEquals(null, actual);
      return;
    }
    assertArrayEquals(expected.getKey(), actual == null ? null : actual.key());
    assertEquals(expected.getValue(), actual.value());
  }
}
