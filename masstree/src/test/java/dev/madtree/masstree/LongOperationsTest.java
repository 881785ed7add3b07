package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every operation of a long is that of its eight big-endian bytes. */
class LongOperationsTest {

  private static final long SEED = 2012;
  private static final int STEPS = 20_000;
  private static final int KEYS = 200;

  /** Few keys, on both sides of the sign, so that most operations meet an entry now and then. */
  private static long key(SplittableRandom random) {
    return (random.nextBoolean() ? 0 : Long.MIN_VALUE) + random.nextInt(KEYS);
  }

  @Test
  void tree_longOrBytes_isTheSame() {
    System.out.println("LongOperationsTest tree: seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Masstree<Long> longs = new Masstree<>(Fanout.SMALL);
    Masstree<Long> bytes = new Masstree<>(Fanout.SMALL);
    for (int step = 0; step < STEPS; step++) {
      long key = key(random);
      byte[] same = Key.bytes(key);
      String where = "step " + step;
      switch (random.nextInt(3)) {
        case 0 -> write(random, longs, bytes, key, where);
        case 1 -> compute(random, longs, bytes, key, where);
        default -> navigate(random, longs, bytes, key, where);
      }
      assertEquals(bytes.get(same), longs.get(key), where);
    }
    assertEquals(bytes.size(), TreeChecker.check(longs.trie()).entries());
    assertEquals(
        TreeChecker.check(bytes.trie()).entries(),
        longs.scan(KeyRange.all(), (view, v) -> v.equals(bytes.get(view.toByteArray()))));
  }

  private static void write(
      SplittableRandom random, Masstree<Long> longs, Masstree<Long> bytes, long key, String where) {
    byte[] same = Key.bytes(key);
    Long value = random.nextLong(3);
    Long other = random.nextLong(3);
    switch (random.nextInt(7)) {
      case 0 -> assertEquals(bytes.put(same, value), longs.put(key, value), where);
      case 1 -> assertEquals(bytes.putIfAbsent(same, value), longs.putIfAbsent(key, value), where);
      case 2 -> assertEquals(bytes.replace(same, value), longs.replace(key, value), where);
      case 3 ->
          assertEquals(bytes.replace(same, value, other), longs.replace(key, value, other), where);
      case 4 -> assertEquals(bytes.remove(same), longs.remove(key), where);
      case 5 -> assertEquals(bytes.remove(same, value), longs.remove(key, value), where);
      default -> {
        long[] keys = {key, key(random), key(random)};
        Long[] values = {value, other, value + other};
        bytes.putAll(ofAll(keys), values);
        longs.putAll(keys, values);
      }
    }
  }

  private static void compute(
      SplittableRandom random, Masstree<Long> longs, Masstree<Long> bytes, long key, String where) {
    byte[] same = Key.bytes(key);
    Long value = random.nextLong(3);
    switch (random.nextInt(4)) {
      case 0 ->
          assertEquals(
              bytes.computeIfAbsent(same, k -> Key.slice(k, 0) < 0 ? value : null),
              longs.computeIfAbsent(key, k -> k < 0 ? value : null),
              where);
      case 1 ->
          assertEquals(
              bytes.computeIfPresent(same, (k, v) -> v == 0 ? null : v + Key.slice(k, 0)),
              longs.computeIfPresent(key, (k, v) -> v == 0 ? null : v + k),
              where);
      case 2 ->
          assertEquals(
              bytes.compute(same, (k, v) -> v == null ? value : null),
              longs.compute(key, (k, v) -> v == null ? value : null),
              where);
      default ->
          assertEquals(
              bytes.merge(same, value, Long::sum), longs.merge(key, value, Long::sum), where);
    }
  }

  private static void navigate(
      SplittableRandom random, Masstree<Long> longs, Masstree<Long> bytes, long key, String where) {
    byte[] same = Key.bytes(key);
    switch (random.nextInt(6)) {
      case 0 -> assertEquals(bytes.containsKey(same), longs.containsKey(key), where);
      case 1 -> assertEquals(bytes.floor(same), longs.floor(key), where);
      case 2 -> assertEquals(bytes.lower(same), longs.lower(key), where);
      case 3 -> assertEquals(bytes.ceiling(same), longs.ceiling(key), where);
      case 4 -> assertEquals(bytes.higher(same), longs.higher(key), where);
      default -> {
        long[] keys = {key, key(random), key(random)};
        Long[] expected = new Long[keys.length];
        Long[] found = new Long[keys.length];
        bytes.getAll(ofAll(keys), expected);
        longs.getAll(keys, found);
        assertArrayEquals(expected, found, where);
      }
    }
  }

  @Test
  void index_longOrBytes_isTheSame() {
    System.out.println("LongOperationsTest index: seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    MasstreeIndex longs = new MasstreeIndex(-1, Fanout.SMALL);
    MasstreeIndex bytes = new MasstreeIndex(-1, Fanout.SMALL);
    for (int step = 0; step < STEPS; step++) {
      long key = key(random);
      byte[] same = Key.bytes(key);
      long value = random.nextLong(3);
      long other = random.nextLong(3);
      String where = "step " + step;
      switch (random.nextInt(13)) {
        case 0 -> assertEquals(bytes.put(same, value), longs.put(key, value), where);
        case 1 ->
            assertEquals(bytes.putIfAbsent(same, value), longs.putIfAbsent(key, value), where);
        case 2 ->
            assertEquals(
                bytes.replace(same, value, other), longs.replace(key, value, other), where);
        case 3 -> assertEquals(bytes.addAndGet(same, value), longs.addAndGet(key, value), where);
        case 4 -> assertEquals(bytes.remove(same), longs.remove(key), where);
        case 5 -> assertEquals(bytes.remove(same, value), longs.remove(key, value), where);
        case 6 -> assertEquals(bytes.containsKey(same), longs.containsKey(key), where);
        case 7 -> assertEquals(bytes.floor(same), longs.floor(key), where);
        case 8 -> assertEquals(bytes.lower(same), longs.lower(key), where);
        case 9 -> assertEquals(bytes.ceiling(same), longs.ceiling(key), where);
        case 10 -> assertEquals(bytes.higher(same), longs.higher(key), where);
        case 11 -> {
          long[] keys = {key, key(random), key(random)};
          long[] values = {value, other, value + other};
          bytes.putAll(ofAll(keys), values);
          longs.putAll(keys, values);
        }
        default -> {
          long[] keys = {key, key(random), key(random)};
          long[] expected = new long[keys.length];
          long[] found = new long[keys.length];
          bytes.getAll(ofAll(keys), expected);
          longs.getAll(keys, found);
          assertArrayEquals(expected, found, where);
        }
      }
      assertEquals(bytes.get(same), longs.get(key), where);
    }
    assertEquals(bytes.size(), TreeChecker.check(longs.trie()).entries());
    assertFalse(longs.isEmpty());
    longs.clear();
    assertTrue(longs.isEmpty());
    assertEquals(0, TreeChecker.check(longs.trie()).entries());
  }

  private static byte[][] ofAll(long[] keys) {
    byte[][] bytes = new byte[keys.length][];
    for (int i = 0; i < keys.length; i++) {
      bytes[i] = Key.bytes(keys[i]);
    }
    return bytes;
  }

  @Test
  void removeLong_absent_returnsWhatAMissReturns() {
    MasstreeIndex index = new MasstreeIndex(-7);
    assertEquals(-7, index.remove(1));
    index.put(2, 3);
    assertEquals(-7, index.remove(1));
    assertEquals(3, index.remove(2));
  }
}
