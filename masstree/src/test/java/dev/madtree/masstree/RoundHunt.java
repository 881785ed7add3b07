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

  static void require(Long expected, Long found, String what) {
    if (expected == null ? found != null : !expected.equals(found)) {
      throw new AssertionError(what + ": expected " + expected + ", found " + found);
    }
  }
}
