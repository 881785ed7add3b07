package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Atomic where it is promised, with functions that call back and functions that throw. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MasstreeMapConcurrencyTest {

  private static final int THREADS = 4;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private final List<MasstreeMap<?, ?>> maps = new ArrayList<>();

  @AfterEach
  void stopThreadsAndCheckTrees() {
    threads.shutdownNow();
    for (MasstreeMap<?, ?> map : maps) {
      TreeChecker.check(map.entries().tree().trie());
    }
  }

  private <K, V> MasstreeMap<K, V> smallWidth(KeyCodec<K> codec) {
    MasstreeMap<K, V> map = new MasstreeMap<>(codec, new Masstree<>(Fanout.SMALL));
    maps.add(map);
    return map;
  }

  private void inEveryThread(Callable<?> task) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      futures.add(threads.submit(task));
    }
    for (Future<?> future : futures) {
      future.get();
    }
  }

  @Test
  void computeAndMerge_manyThreads_loseNoUpdate() throws Exception {
    MasstreeMap<Long, Integer> map = smallWidth(KeyCodec.longs());
    int rounds = 5_000;
    inEveryThread(
        () -> {
          for (int i = 0; i < rounds; i++) {
            long key = i % 7;
            map.merge(key, 1, Integer::sum);
            map.compute(key, (k, v) -> v == null ? 1 : v + 1);
            map.subMap(0L, true, 6L, true).merge(key, 1, Integer::sum);
            map.descendingMap().computeIfPresent(key, (k, v) -> v + 1);
          }
          return null;
        });
    int sum = map.values().stream().mapToInt(Integer::intValue).sum();
    assertEquals(4 * rounds * THREADS, sum);
  }

  @Test
  void computeIfAbsent_manyThreads_agreeOnOneValue() throws Exception {
    MasstreeMap<String, Object> map = smallWidth(KeyCodec.strings());
    ConcurrentHashMap<String, Object> first = new ConcurrentHashMap<>();
    inEveryThread(
        () -> {
          for (int i = 0; i < 5_000; i++) {
            String key = "a shared prefix " + i;
            Object value = map.computeIfAbsent(key, k -> new Object());
            Object other = first.putIfAbsent(key, value);
            assertTrue(other == null || other == value);
          }
          return null;
        });
    first.forEach((key, value) -> assertSame(value, map.get(key)));
  }

  @Test
  void replaceAll_besideOtherUpdates_losesNone() throws Exception {
    MasstreeMap<Integer, Integer> map = smallWidth(KeyCodec.integers());
    for (int i = 0; i < 100; i++) {
      map.put(i, 0);
    }
    inEveryThread(
        () -> {
          for (int i = 0; i < 200; i++) {
            map.replaceAll((key, value) -> value + 1);
          }
          return null;
        });
    map.forEach((key, value) -> assertEquals(200 * THREADS, value));
  }

  @Test
  void iterators_besideChanges_passEveryLastingEntryInOrder() throws Exception {
    MasstreeMap<Integer, Integer> map = smallWidth(KeyCodec.integers());
    for (int i = 0; i < 2_000; i += 2) {
      map.put(i, i);
    }
    AtomicBoolean done = new AtomicBoolean();
    Future<?> changes =
        threads.submit(
            () -> {
              for (int i = 1; !done.get(); i = (i + 2) % 2_000) {
                map.put(i, i);
                map.remove((i + 1_000) % 2_000);
              }
            });
    for (int round = 0; round < 100; round++) {
      checkWalk(map.keySet(), 1);
      checkWalk(map.descendingKeySet(), -1);
    }
    done.set(true);
    changes.get();
  }

  private static void checkWalk(Iterable<Integer> keys, int direction) {
    int even = 0;
    long last = direction > 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    for (int key : keys) {
      assertTrue(direction * Long.compare(key, last) > 0, "keys out of order");
      last = key;
      even += key % 2 == 0 ? 1 : 0;
    }
    assertEquals(1_000, even);
  }

  @Test
  void functions_callingBackIntoTheMap_doNotDeadlock() {
    MasstreeMap<String, Integer> map = smallWidth(KeyCodec.strings());
    for (int i = 0; i < 100; i++) {
      map.put("key " + i, i);
    }
    map.compute(
        "key 5",
        (key, value) -> {
          map.remove("key 6");
          map.put("key 5a", 1);
          map.merge("key 7", 1, (a, b) -> a + b + map.get("key 8"));
          return value + 1;
        });
    assertEquals(6, map.get("key 5"));
    assertNull(map.get("key 6"));
    assertEquals(16, map.get("key 7"));
    map.forEach((key, value) -> map.remove(key));
    assertTrue(map.isEmpty());
    assertEquals(2, map.computeIfAbsent("a", key -> map.computeIfAbsent("b", k -> 1) + 1));
  }

  @Test
  void compute_ownKeyChangedByTheFunction_seesTheChange() {
    MasstreeMap<Integer, String> map = smallWidth(KeyCodec.integers());
    map.put(1, "old");
    List<String> seen = new ArrayList<>();
    String result =
        map.compute(
            1,
            (key, value) -> {
              seen.add(value);
              if (seen.size() == 1) {
                map.put(1, "changed");
              }
              return value + "!";
            });
    assertEquals("changed!", result);
    assertEquals(List.of("old", "changed"), seen);
  }

  @Test
  void functions_thatThrow_leaveNoLockBehind() throws Exception {
    MasstreeMap<Long, String> map = smallWidth(KeyCodec.longs());
    for (long i = 0; i < 50; i++) {
      map.put(i, "v" + i);
    }
    for (Throwable thrown : List.of(new IllegalStateException("test"), new OutOfMemoryError())) {
      assertThrows(thrown.getClass(), () -> map.compute(3L, (key, value) -> fail(thrown)));
      assertThrows(thrown.getClass(), () -> map.computeIfAbsent(99L, key -> fail(thrown)));
      assertThrows(thrown.getClass(), () -> map.computeIfPresent(4L, (key, value) -> fail(thrown)));
      assertThrows(thrown.getClass(), () -> map.merge(5L, "a", (a, b) -> fail(thrown)));
      assertThrows(thrown.getClass(), () -> map.forEach((key, value) -> fail(thrown)));
      assertThrows(thrown.getClass(), () -> map.replaceAll((key, value) -> fail(thrown)));
    }
    assertEquals("v3", map.get(3L));
    assertNull(map.get(99L));
    Future<?> others =
        threads.submit(
            () -> {
              for (long i = 0; i < 100; i++) {
                map.put(i, "new");
              }
              map.clear();
            });
    others.get(20, TimeUnit.SECONDS);
    assertTrue(map.isEmpty());
  }

  private static String fail(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
