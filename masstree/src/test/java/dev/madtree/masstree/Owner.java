package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * One thread's share of a tree that a team writes: it alone writes its keys, so whatever it finds
 * there must be what it left.
 */
final class Owner {

  private final Subject subject;
  private final KeySpace space;
  private final int thread;
  private final SplittableRandom random;
  private final TreeMap<byte[], Long> own = new TreeMap<>(Arrays::compareUnsigned);
  private long stamp;

  Owner(Subject subject, KeySpace space, int thread, SplittableRandom random) {
    this.subject = subject;
    this.space = space;
    this.thread = thread;
    this.random = random;
  }

  /** What the thread has put and not removed. */
  TreeMap<byte[], Long> own() {
    return own;
  }

  byte[] pick() {
    return space.key(space.pick(random, thread));
  }

  void put() {
    int index = space.pick(random, thread);
    byte[] key = space.key(index);
    long value = space.value(index, ++stamp);
    assertEquals(own.put(key, value), subject.put(key, value), "previous value of an own key");
  }

  void putIfAbsent() {
    int index = space.pick(random, thread);
    byte[] key = space.key(index);
    long value = space.value(index, ++stamp);
    assertEquals(own.putIfAbsent(key, value), subject.putIfAbsent(key, value), "putIfAbsent");
  }

  void replace() {
    int index = space.pick(random, thread);
    byte[] key = space.key(index);
    long expected = expected(key);
    long value = space.value(index, ++stamp);
    assertEquals(
        own.replace(key, expected, value), subject.replace(key, expected, value), "replace");
  }

  void remove() {
    byte[] key = pick();
    assertEquals(own.remove(key), subject.remove(key), "removed value of an own key");
  }

  void removeExpected() {
    byte[] key = pick();
    long expected = expected(key);
    assertEquals(own.remove(key, (Object) expected), subject.remove(key, expected), "remove");
  }

  private long expected(byte[] key) {
    Long present = own.get(key);
    return present == null || random.nextInt(4) == 0 ? -7 : present;
  }

  void get() {
    byte[] key = pick();
    assertEquals(own.get(key), subject.get(key), "value of an own key");
    assertEquals(own.containsKey(key), subject.containsKey(key), "containsKey");
  }

  void getAll() {
    byte[][] batch = new byte[random.nextInt(24)][];
    Arrays.setAll(batch, i -> pick());
    Long[] expected = new Long[batch.length];
    Arrays.setAll(expected, i -> own.get(batch[i]));
    assertArrayEquals(expected, subject.getAll(batch), "values of own keys");
  }

  void putAll() {
    int[] indexes = new int[random.nextInt(24)];
    Arrays.setAll(indexes, i -> space.pick(random, thread));
    if (random.nextBoolean()) {
      Arrays.sort(indexes);
    }
    byte[][] batch = new byte[indexes.length][];
    long[] values = new long[indexes.length];
    for (int i = 0; i < indexes.length; i++) {
      batch[i] = space.key(indexes[i]);
      values[i] = space.value(indexes[i], ++stamp);
      own.put(batch[i], values[i]);
    }
    subject.putAll(batch, values);
  }

  /** One of the functions of the mode by reference, on a random key; nothing in the other mode. */
  void compute() {
    if (!(subject instanceof ReferenceSubject reference)) {
      return;
    }
    Masstree<Long> tree = reference.tree();
    int index = space.pick(random, thread);
    byte[] key = space.key(index);
    Long value = random.nextInt(3) == 0 ? null : Long.valueOf(space.value(index, ++stamp));
    switch (random.nextInt(3)) {
      case 0 ->
          assertEquals(
              own.compute(key, (same, old) -> value),
              tree.compute(key, (same, old) -> value),
              "compute");
      case 1 -> {
        own.computeIfAbsent(key, same -> value);
        assertEquals(own.get(key), tree.computeIfAbsent(key, same -> value), "computeIfAbsent");
      }
      default ->
          assertEquals(
              own.computeIfPresent(key, (same, old) -> value),
              tree.computeIfPresent(key, (same, old) -> value),
              "computeIfPresent");
    }
  }

  /** Removes some or all of the keys that lie together and are all this thread's. */
  void removeRange() {
    byte[] block = space.block(thread);
    KeyRange range = KeyRange.prefix(block);
    if (random.nextBoolean()) {
      byte[] middle = KeySpace.join(block, new byte[] {(byte) random.nextInt(4), 0});
      range = KeyRange.closedOpen(block, middle);
    }
    long there = own.keySet().stream().filter(range::contains).count();
    assertEquals(there, subject.countRange(range), "count of own keys");
    assertEquals(there, subject.removeRange(range), "removed range of own keys");
    own.keySet().removeIf(range::contains);
  }

  /** Puts every key that the thread owns. */
  void fill() {
    for (int i = thread; i < space.size(); i += space.threads()) {
      long value = space.value(i, ++stamp);
      assertEquals(own.put(space.key(i), value), subject.put(space.key(i), value), "fill");
    }
  }

  /** Removes everything that the thread owns. */
  void removeAll() {
    for (Map.Entry<byte[], Long> entry : own.entrySet()) {
      assertEquals(entry.getValue(), subject.remove(entry.getKey()), "removed value");
    }
    own.clear();
  }

  /** Scans a random range: keys in strict order, own entries exactly as they were left. */
  void scan() {
    KeyRange range = pickRange();
    boolean descending = random.nextBoolean();
    long limit = random.nextBoolean() ? Long.MAX_VALUE : 1 + random.nextInt(100);
    List<Entry<Long>> seen = subject.scan(range, limit, descending);
    for (int i = 1; i < seen.size(); i++) {
      int order = Arrays.compareUnsigned(seen.get(i - 1).key(), seen.get(i).key());
      assertTrue(descending ? order > 0 : order < 0, () -> "order in a scan of " + range);
    }
    for (Entry<Long> entry : seen) {
      assertTrue(range.contains(entry.key()), () -> "a key beyond " + range);
    }
    byte[] last = seen.size() < limit ? null : seen.get(seen.size() - 1).key();
    checkOwn(seen, within(range, descending, last));
  }

  /** The own entries of a range up to the last key of a scan, null if it went to the end. */
  private List<Map.Entry<byte[], Long>> within(KeyRange range, boolean descending, byte[] last) {
    return (descending ? own.descendingMap() : own)
        .entrySet().stream()
            .filter(entry -> range.contains(entry.getKey()))
            .filter(entry -> last == null || isUpTo(entry.getKey(), last, descending))
            .toList();
  }

  private static boolean isUpTo(byte[] key, byte[] last, boolean descending) {
    int order = Arrays.compareUnsigned(key, last);
    return descending ? order >= 0 : order <= 0;
  }

  private void checkOwn(List<Entry<Long>> seen, List<Map.Entry<byte[], Long>> expected) {
    int next = 0;
    for (Entry<Long> entry : seen) {
      if (!isOfSpace(entry)) {
        continue;
      }
      checkValue(entry);
      if (space.ownerOf(entry.value()) == thread) {
        assertTrue(next < expected.size(), "an own entry that was removed");
        assertArrayEquals(expected.get(next).getKey(), entry.key(), "own entries of a scan");
        assertEquals(expected.get(next).getValue(), entry.value(), "own value of a scan");
        next++;
      }
    }
    assertEquals(expected.size(), next, "own entries seen");
  }

  private boolean isOfSpace(Entry<Long> entry) {
    return entry.value() >= 0 && space.contains(entry.key());
  }

  KeyRange pickRange() {
    byte[] key = pick();
    byte[] other = pick();
    boolean ascending = Arrays.compareUnsigned(key, other) <= 0;
    byte[] low = ascending ? key : other;
    byte[] high = ascending ? other : key;
    return switch (random.nextInt(8)) {
      case 0 -> KeyRange.all();
      case 1 -> KeyRange.atLeast(key);
      case 2 -> KeyRange.lessThan(key);
      case 3 -> KeyRange.closed(low, high);
      case 4 -> KeyRange.open(low, high);
      case 5 -> KeyRange.prefix(space.block(thread));
      case 6 -> KeyRange.openClosed(low, high);
      default -> KeyRange.prefix(Arrays.copyOf(key, random.nextInt(key.length + 1)));
    };
  }

  /** Looks for neighbours of a key, which lie no farther off than own or staying entries. */
  void navigate(TreeMap<byte[], Long> staying) {
    byte[] key = space.key(random.nextInt(space.size()));
    checkUp(key, 0, subject.ceiling(key), own.ceilingKey(key), staying.ceilingKey(key));
    checkUp(key, 1, subject.higher(key), own.higherKey(key), staying.higherKey(key));
    checkDown(key, 0, subject.floor(key), own.floorKey(key), staying.floorKey(key));
    checkDown(key, 1, subject.lower(key), own.lowerKey(key), staying.lowerKey(key));
    checkUp(new byte[0], 0, subject.first(), staying.firstKey());
    checkDown(null, 0, subject.last(), staying.lastKey());
  }

  private void checkUp(byte[] from, int apart, Entry<Long> found, byte[]... bounds) {
    for (byte[] bound : bounds) {
      if (bound != null) {
        assertNotNull(found, "an entry above a key");
        assertTrue(Arrays.compareUnsigned(found.key(), bound) <= 0, "the nearest above a key");
      }
    }
    if (found != null) {
      assertTrue(Arrays.compareUnsigned(found.key(), from) >= apart, "an entry above a key");
      checkValue(found);
    }
  }

  private void checkDown(byte[] from, int apart, Entry<Long> found, byte[]... bounds) {
    for (byte[] bound : bounds) {
      if (bound != null) {
        assertNotNull(found, "an entry below a key");
        assertTrue(Arrays.compareUnsigned(found.key(), bound) >= 0, "the nearest below a key");
      }
    }
    if (found != null) {
      assertTrue(
          from == null || Arrays.compareUnsigned(from, found.key()) >= apart,
          "an entry below a key");
      checkValue(found);
    }
  }

  private void checkValue(Entry<Long> found) {
    if (isOfSpace(found)) {
      assertArrayEquals(space.keyOf(found.value()), found.key(), "a value stands with its key");
    }
  }

  /** Looks for everything that the thread owns. */
  void checkAll() {
    for (int i = thread; i < space.size(); i += space.threads()) {
      assertEquals(own.get(space.key(i)), subject.get(space.key(i)), "own value at the end");
    }
  }
}
