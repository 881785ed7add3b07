package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Eight threads and every operation at once: each thread is certain of its own keys and of those
 * that stay, all add to shared counters, and what is polled is polled once. {@code
 * -Dstress.seconds=N} sets the time of all cases together, {@code -Dstress.seed=N} the seed.
 */
class MixedStressTest {

  private static final long SECONDS = Long.getLong("stress.seconds", 5);
  private static final long SEED = Long.getLong("stress.seed", 2012);
  private static final int CASES = 4;
  private static final int THREADS = 8;

  /** The number of the owner that is no thread: its keys are put before and stay throughout. */
  private static final int STAYING = THREADS;

  private static final int KEYS = 150 * (THREADS + 1);
  private static final int PHASE = 1_000;
  private static final byte[] REGION = {0x40};
  private static final byte[] COUNTERS = {0x20};

  @ParameterizedTest(name = "small width {0}, inline {1}")
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void everyOperation_amongThreads_losesAndDoublesNothing(boolean small, boolean inline)
      throws Exception {
    Subject subject = Subject.of(inline, small ? Fanout.SMALL : Fanout.PRODUCTION);
    KeySpace space = new KeySpace(new SplittableRandom(SEED), REGION, KEYS, THREADS + 1);
    TreeMap<byte[], Long> staying = putStaying(subject, space);
    SharedCounters counters = new SharedCounters(subject, COUNTERS);
    Tickets tickets = new Tickets(subject);
    AtomicLong left = new AtomicLong(staying.size());
    AtomicBoolean failed = new AtomicBoolean();
    long deadline = System.nanoTime() + SECONDS * 1_000_000_000L / CASES;
    long operations =
        Team.run(
            THREADS,
            thread -> {
              SplittableRandom random = new SplittableRandom(SEED + 1 + thread);
              Owner owner = new Owner(subject, space, thread, random);
              Owner stays = new Owner(subject, space, STAYING, random);
              stays.own().putAll(staying);
              long done = 0;
              try {
                while (System.nanoTime() < deadline && !failed.get()) {
                  int writes = new int[] {2, 5, 8}[random.nextInt(3)];
                  for (int i = 0; i < PHASE; i++) {
                    play(random, writes, owner, stays, counters, tickets);
                  }
                  done += PHASE;
                }
              } catch (Throwable failure) {
                failed.set(true);
                throw failure;
              }
              owner.checkAll();
              left.addAndGet(owner.own().size());
              return done;
            });
    long polled = tickets.check();
    long entries = left.get() + counters.check();
    System.out.println(
        "MixedStressTest seed "
            + SEED
            + ", small "
            + small
            + ", inline "
            + inline
            + ": "
            + operations
            + " operations, "
            + polled
            + " polled, "
            + entries
            + " entries left");
    assertEquals(entries, TreeChecker.check(subject.trie()).entries(), "entries left");
    assertEquals(entries, subject.countRange(KeyRange.all()), "entries left");
  }

  private static TreeMap<byte[], Long> putStaying(Subject subject, KeySpace space) {
    Owner stays = new Owner(subject, space, STAYING, new SplittableRandom(SEED));
    for (int i = 0; i < KEYS / (THREADS + 1); i++) {
      stays.put();
    }
    return stays.own();
  }

  private static void play(
      SplittableRandom random,
      int writes,
      Owner owner,
      Owner stays,
      SharedCounters counters,
      Tickets tickets) {
    if (random.nextInt(10) < 5) {
      if (random.nextInt(10) < writes) {
        owner.put();
      } else {
        owner.remove();
      }
      return;
    }
    switch (random.nextInt(16)) {
      case 0 -> owner.putIfAbsent();
      case 1 -> owner.replace();
      case 2 -> owner.removeExpected();
      case 3 -> owner.compute();
      case 4 -> owner.getAll();
      case 5 -> stays.getAll();
      case 6 -> stays.get();
      case 7, 8 -> owner.navigate(stays.own());
      case 9, 10 -> counters.play(random);
      case 11 -> tickets.play(random.nextBoolean());
      case 12 -> {
        if (random.nextInt(8) == 0) {
          owner.putAll();
        }
      }
      case 13 -> playRange(random, owner, stays);
      default -> owner.get();
    }
  }

  /** What takes as long as many of the others, and comes seldom. */
  private static void playRange(SplittableRandom random, Owner owner, Owner stays) {
    switch (random.nextInt(24)) {
      case 0 -> owner.scan();
      case 1 -> stays.scan();
      case 2 -> owner.removeRange();
      case 3 -> {
        if (random.nextInt(20) == 0) {
          owner.removeAll();
        }
      }
      case 4 -> {
        if (random.nextInt(10) == 0) {
          owner.fill();
        }
      }
      default -> owner.get();
    }
  }
}
