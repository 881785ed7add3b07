package dev.madtree.competitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.madtree.masstree.KeyRange;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every competitor must do, asked by several threads at once. */
class ConcurrentContractTest {

  private static final long SEED = 8_128;
  private static final int THREADS = 4;

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void ownedKeys_fourThreads_areAsTheirOwnersLeftThem(Competitor competitor) throws Exception {
    assumeTrue(competitor.storesEntries());
    System.out.println(competitor.label() + ": seed " + SEED);
    OrderedIndex<Long> index = competitor.create();
    Ownership ownership = new Ownership(index, competitor.isOrdered(), THREADS, 500, SEED);
    ownership.runFor(20_000);
    ownership.checkContent();
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void putIfAbsent_race_hasOneWinner(Competitor competitor) throws Exception {
    assumeTrue(competitor.storesEntries());
    int keys = 2_000;
    OrderedIndex<Integer> index = competitor.create();
    AtomicInteger wins = new AtomicInteger();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Team.run(
        THREADS,
        thread -> {
          start.await();
          for (int i = 0; i < keys; i++) {
            Integer before = index.putIfAbsent(Ownership.key(0, i), thread);
            if (before == null) {
              wins.incrementAndGet();
              assertEquals(thread, index.get(Ownership.key(0, i)));
            } else {
              assertEquals(before, index.get(Ownership.key(0, i)));
            }
          }
        });
    assertEquals(keys, wins.get());
    assertEquals(keys, index.size());
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void remove_race_hasOneWinner(Competitor competitor) throws Exception {
    assumeTrue(competitor.storesEntries());
    int keys = 5_000;
    OrderedIndex<Integer> index = competitor.create();
    for (int i = 0; i < keys; i++) {
      assertNull(index.put(Ownership.key(0, i), i));
    }
    AtomicInteger wins = new AtomicInteger();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Team.run(
        THREADS,
        thread -> {
          start.await();
          for (int i = 0; i < keys; i++) {
            if (index.remove(Ownership.key(0, i)) != null) {
              wins.incrementAndGet();
            }
            assertNull(index.get(Ownership.key(0, i)));
          }
        });
    assertEquals(keys, wins.get());
    assertEquals(0, index.size());
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void replace_asCounter_losesNothing(Competitor competitor) throws Exception {
    assumeTrue(competitor.storesEntries());
    int counters = 8;
    int increments = 4_000;
    OrderedIndex<Integer> index = competitor.create();
    for (int i = 0; i < counters; i++) {
      index.put(Ownership.key(0, i), 0);
    }
    Team.run(
        THREADS,
        thread -> {
          for (int i = 0; i < increments; i++) {
            byte[] key = Ownership.key(0, i % counters);
            Integer seen;
            do {
              seen = index.get(key);
            } while (!index.replace(key, seen, seen + 1));
          }
        });
    int sum = 0;
    for (int i = 0; i < counters; i++) {
      sum += index.get(Ownership.key(0, i));
    }
    assertEquals(THREADS * increments, sum);
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void replace_againstRemoveAndPut_neverRevives(Competitor competitor) throws Exception {
    assumeTrue(competitor.storesEntries());
    OrderedIndex<Integer> index = competitor.create();
    byte[] key = Ownership.key(0, 1);
    Team.run(
        2,
        thread -> {
          for (int i = 0; i < 20_000; i++) {
            if (thread == 0) {
              index.put(key, 1);
              assertNotNull(index.remove(key));
              assertNull(index.get(key));
            } else {
              index.replace(key, 1, 2);
            }
          }
        });
    assertEquals(0, index.size());
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void value_afterGet_showsWhatItsPutterWrote(Competitor competitor) throws Exception {
    assumeTrue(competitor.storesEntries());
    OrderedIndex<int[]> index = competitor.create();
    byte[] key = Ownership.key(0, 1);
    index.put(key, new int[] {1});
    Team.run(
        2,
        thread -> {
          for (int i = 0; i < 50_000; i++) {
            if (thread == 0) {
              int[] value = new int[1];
              value[0] = 1;
              index.put(key, value);
            } else {
              assertEquals(1, index.get(key)[0]);
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void scans_duringWrites_keepOrderAndMissNothingThatStays(Competitor competitor) throws Exception {
    assumeTrue(competitor.storesEntries() && competitor.isOrdered());
    OrderedIndex<Long> index = competitor.create();
    StayingEntries staying = new StayingEntries(index, 300, SEED);
    Team.run(THREADS, thread -> staying.work(thread, 300));
    assertTrue(staying.scans() > 0);
    assertEquals(300, staying.countStaying(KeyRange.all()));
  }
}
