package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Functions and visitors use the map that calls them, and may fail, and no lock stays behind. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ReentrancyTest {

  private static final int KEYS = 300;
  private static final byte[] PREFIX = {'p', 'r', 'e', 'f', 'i', 'x', 'e', 'd', '/'};

  @Test
  void functions_thatUseTheMap_doNotBlock() {
    Masstree<Long> tree = filled(new Masstree<>(Fanout.SMALL));
    for (long i = 0; i < KEYS; i++) {
      long at = i;
      long absent = KEYS + i;
      assertEquals(-i, tree.compute(key(i), (key, value) -> -value + use(tree, at)));
      assertEquals(-i + 7, tree.merge(key(i), 7L, (old, add) -> old + add + use(tree, at)));
      assertEquals(5L, tree.computeIfAbsent(key(absent), key -> 5L + use(tree, absent)));
      assertEquals(
          6L, tree.computeIfPresent(key(absent), (key, value) -> value + 1 + use(tree, absent)));
      assertNull(tree.compute(key(absent), (key, value) -> use(tree, absent) == 0 ? null : value));
    }
    assertEquals(KEYS, TreeChecker.check(tree.trie()).entries());
  }

  /** Puts, reads, removes and scans around a key; returns 0. */
  private static long use(Masstree<Long> tree, long i) {
    byte[] beside = KeySpace.join(key(i), new byte[] {1});
    for (byte j = 0; j < 12; j++) {
      assertNull(tree.put(KeySpace.join(beside, new byte[] {j}), 1L));
    }
    assertEquals(12, tree.countRange(KeyRange.prefix(beside)));
    tree.get(key(i));
    tree.lower(key(i));
    assertEquals(12, tree.removeRange(KeyRange.prefix(beside)));
    return 0;
  }

  @Test
  void function_thatWritesItsOwnKey_isCalledAgain() {
    Masstree<Long> tree = filled(new Masstree<>(Fanout.SMALL));
    int[] calls = new int[1];
    Long after =
        tree.compute(
            key(3),
            (key, value) -> {
              if (calls[0]++ == 0) {
                tree.put(key, 1_000_000L);
              }
              return value + 1;
            });
    assertEquals(1_000_001L, after);
    assertEquals(2, calls[0]);
    assertEquals(4L, tree.computeIfAbsent(key(KEYS), key -> tree.put(key, 4L) == null ? 9L : 8L));
    assertEquals(5L, tree.merge(key(KEYS), 1L, Long::sum));
    TreeChecker.check(tree.trie());
  }

  @Test
  void visitors_thatWriteTheMap_seeWhatStays() {
    Masstree<Long> tree = filled(new Masstree<>(Fanout.SMALL));
    long[] seen = new long[1];
    EntryVisitor<Long> visitor =
        (key, value) -> {
          assertEquals(seen[0], value);
          seen[0]++;
          byte[] own = key.toByteArray();
          tree.put(KeySpace.join(new byte[] {0}, own), -1L);
          assertEquals(value, tree.remove(own));
          return true;
        };
    assertEquals(KEYS, tree.scan(KeyRange.prefix(PREFIX), visitor));
    assertEquals(KEYS, TreeChecker.check(tree.trie()).entries());
    filled(tree);
    assertEquals(
        KEYS,
        tree.scanDescending(
            KeyRange.prefix(PREFIX),
            (key, value) -> {
              tree.removeRange(KeyRange.greaterThan(key.toByteArray()));
              return true;
            }));
    tree.clear();
    filled(tree);
    long passed =
        tree.scanValues(
            KeyRange.all(), KEYS, value -> assertEquals(value, tree.remove(key(value))));
    assertEquals(KEYS, passed);
    assertEquals(0, TreeChecker.check(tree.trie()).entries());
  }

  @Test
  void visitorsOfAnIndex_thatWriteIt_seeWhatStays() {
    MasstreeIndex index = new MasstreeIndex(-1, Fanout.SMALL);
    for (long i = 0; i < KEYS; i++) {
      index.put(key(i), i);
    }
    LongEntryVisitor visitor = (key, value) -> index.remove(key.toByteArray()) == value;
    assertEquals(KEYS, index.scanDescending(KeyRange.all(), visitor));
    for (long i = 0; i < KEYS; i++) {
      index.put(key(i), i);
    }
    index.scanValues(KeyRange.all(), KEYS, value -> assertEquals(value, index.remove(key(value))));
    assertEquals(0, TreeChecker.check(index.trie()).entries());
  }

  @Test
  void functions_thatThrow_leaveNoLock() {
    List<Throwable> failures =
        List.of(new IllegalStateException(), new OutOfMemoryError(), new StackOverflowError());
    for (Throwable failure : failures) {
      Masstree<Long> tree = filled(new Masstree<>(Fanout.SMALL));
      for (long i = 0; i < KEYS; i += 7) {
        byte[] key = key(i);
        byte[] absent = key(KEYS + i);
        expect(failure, () -> tree.compute(key, (k, value) -> fail(failure)));
        expect(failure, () -> tree.compute(absent, (k, value) -> fail(failure)));
        expect(failure, () -> tree.computeIfAbsent(absent, k -> fail(failure)));
        expect(failure, () -> tree.computeIfPresent(key, (k, value) -> fail(failure)));
        expect(failure, () -> tree.merge(key, 1L, (old, value) -> fail(failure)));
        KeyRange range = KeyRange.atLeast(key);
        expect(failure, () -> tree.scan(range, (k, value) -> fail(failure) == null));
        expect(failure, () -> tree.scanDescending(range, (k, value) -> fail(failure) == null));
        expect(failure, () -> tree.scanValues(range, 9, value -> fail(failure)));
        assertEquals(KEYS, TreeChecker.check(tree.trie()).entries());
        assertEquals(i, tree.put(key, i));
      }
    }
  }

  @Test
  void valuesWhoseEqualsThrowsOrCallsBack_leaveNoLock() {
    Masstree<Object> tree = new Masstree<>(Fanout.SMALL);
    IllegalStateException failure = new IllegalStateException();
    Object value =
        new Object() {
          @Override
          public boolean equals(Object other) {
            tree.put(key(2), "beside");
            throw failure;
          }

          @Override
          public int hashCode() {
            return 1;
          }
        };
    tree.put(key(1), "value");
    expect(failure, () -> tree.remove(key(1), value));
    expect(failure, () -> tree.replace(key(1), value, "other"));
    assertEquals(2, TreeChecker.check(tree.trie()).entries());
  }

  private static void expect(Throwable failure, Runnable call) {
    assertSame(failure, assertThrows(failure.getClass(), call::run));
  }

  private static Long fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private static byte[] key(long i) {
    return KeySpace.join(PREFIX, new byte[] {(byte) (i >>> 8), (byte) i});
  }

  private static Masstree<Long> filled(Masstree<Long> tree) {
    for (long i = 0; i < KEYS; i++) {
      tree.put(key(i), i);
    }
    return tree;
  }
}
