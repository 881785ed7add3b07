package dev.madtree.masstree;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;

/**
 * A hunt in short rounds, each on a tree of its own: some threads take steps until the time is
 * over, and each step checks what it sees. The first failure ends the hunt at once, since a thread
 * that fails may leave locks behind for which others wait.
 */
abstract class RoundHunt {

  private static final long ROUND_NANOS = 250_000_000L;
  private static final int SCHEDULED_STEPS = 60;

  private final long seed;
  private final int threads;
  private volatile Throwable failure;

  RoundHunt(long seed, int threads) {
    this.seed = seed;
    this.threads = threads;
  }

  /** Plays rounds with the seeds from one on until a time is over; fails at what is wrong. */
  static void run(LongFunction<RoundHunt> rounds, long seed, long deadlineNanos)
      throws InterruptedException {
    for (long round = seed; System.nanoTime() < deadlineNanos; round++) {
      rounds.apply(round).play(System.nanoTime() + ROUND_NANOS);
    }
  }

  /**
   * Plays rounds by a {@link Schedule} each, of as many steps as it takes few accesses to make,
   * instead of by the clock.
   */
  static void runScheduled(LongFunction<RoundHunt> rounds, long seed, long deadlineNanos) {
    Pauses.rest(true);
    try {
      for (long round = seed; System.nanoTime() < deadlineNanos; round++) {
        rounds.apply(round).playScheduled();
      }
    } finally {
      Pauses.rest(false);
    }
  }

  /** Does a thread's next step. */
  abstract void step(int thread, SplittableRandom random);

  /** Checks the tree that a round leaves. */
  abstract void check();

  private void play(long deadline) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      int thread = i;
      Thread started = new Thread(() -> part(thread, deadline, left), "round-" + i);
      started.setDaemon(true);
      started.start();
    }
    left.await();
    if (failure == null) {
      try {
        check();
      } catch (AssertionError | RuntimeException thrown) {
        failure = thrown;
      }
    }
    if (failure != null) {
      throw new AssertionError("seed " + seed + ": " + failure, failure);
    }
  }

  private void playScheduled() {
    try {
      Schedule.run(seed, threads, this::scheduledPart);
      check();
    } catch (Throwable thrown) {
      throw new AssertionError("seed " + seed + ": " + thrown, thrown);
    }
  }

  private void scheduledPart(int thread) {
    SplittableRandom random = new SplittableRandom(seed + thread);
    for (int i = 0; i < SCHEDULED_STEPS; i++) {
      step(thread, random);
      Pauses.stepEnded();
    }
  }

  private void part(int thread, long deadline, CountDownLatch left) {
    SplittableRandom random = new SplittableRandom(seed + thread);
    try {
      while (System.nanoTime() < deadline && failure == null) {
        step(thread, random);
      }
    } catch (Throwable thrown) {
      failure = thrown;
      for (int i = 1; i < threads; i++) {
        left.countDown();
      }
    } finally {
      left.countDown();
    }
  }

  /** Checks what a call gave, with which a step of a schedule ends. */
  static void require(Long expected, Long found, String what) {
    Pauses.stepEnded();
    if (expected == null ? found != null : !expected.equals(found)) {
      throw new AssertionError(what + ": expected " + expected + ", found " + found);
    }
  }
}
