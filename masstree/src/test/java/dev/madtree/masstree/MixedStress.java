package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Threads that do every operation at once on one tree, can be stopped, checked and go on: each
 * thread is certain of its own keys and of those that stay, all add to shared counters, and what is
 * polled is polled once.
 */
final class MixedStress {

  /** The number of threads. */
  static final int THREADS = 8;

  /** The number of the owner that is no thread: its keys are put before and stay throughout. */
  private static final int STAYING = THREADS;

  private static final int KEYS = 150 * (THREADS + 1);
  private static final int PHASE = 1_000;
  private static final byte[] REGION = {0x40};
  private static final byte[] COUNTERS = {0x20};

  private final Subject subject;
  private final SplittableRandom[] randoms = new SplittableRandom[THREADS];
  private final Owner[] owners = new Owner[THREADS];
  private final Owner[] stays = new Owner[THREADS];
  private final TreeMap<byte[], Long> staying;
  private final SharedCounters counters;
  private Tickets tickets;
  private long polled;

  MixedStress(boolean small, boolean inline, long seed) {
    subject = Subject.of(inline, small ? Fanout.SMALL : Fanout.PRODUCTION);
    KeySpace space = new KeySpace(new SplittableRandom(seed), REGION, KEYS, THREADS + 1);
    Owner first = new Owner(subject, space, STAYING, new SplittableRandom(seed));
    for (int i = 0; i < KEYS / (THREADS + 1); i++) {
      first.put();
    }
    staying = first.own();
    for (int i = 0; i < THREADS; i++) {
      randoms[i] = new SplittableRandom(seed + 1 + i);
      owners[i] = new Owner(subject, space, i, randoms[i]);
      stays[i] = new Owner(subject, space, STAYING, randoms[i]);
      stays[i].own().putAll(staying);
    }
    counters = new SharedCounters(subject, COUNTERS);
    tickets = new Tickets(subject);
  }

  /** Plays until a moment; returns the number of operations done. */
  long play(long deadlineNanos) throws Exception {
    AtomicBoolean failed = new AtomicBoolean();
    return Team.run(
        THREADS,
        thread -> {
          SplittableRandom random = randoms[thread];
          long done = 0;
          try {
            while (System.nanoTime() < deadlineNanos && !failed.get()) {
              int writes = new int[] {2, 5, 8}[random.nextInt(3)];
              for (int i = 0; i < PHASE; i++) {
                play(random, writes, owners[thread], stays[thread]);
              }
              done += PHASE;
            }
          } catch (Throwable failure) {
            failed.set(true);
            throw failure;
          }
          owners[thread].checkAll();
          return done;
        });
  }

  /**
   * Checks, while no thread plays, that nothing is lost or doubled and that the structure holds;
   * returns the number of entries left.
   */
  long check() {
    polled += tickets.check();
    tickets = new Tickets(subject);
    long entries = staying.size() + counters.check();
    for (Owner owner : owners) {
      entries += owner.own().size();
    }
    assertEquals(entries, TreeChecker.check(subject.trie()).entries(), "entries left");
    assertEquals(entries, subject.countRange(KeyRange.all()), "entries left");
    return entries;
  }

  /** The number of entries polled until the last check. */
  long polled() {
    return polled;
  }

  private void play(SplittableRandom random, int writes, Owner owner, Owner stays) {
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
