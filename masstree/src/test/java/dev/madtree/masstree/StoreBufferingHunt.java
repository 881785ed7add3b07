package dev.madtree.masstree;

import java.util.concurrent.CyclicBarrier;

/**
 * Histories of two threads on two keys in border nodes of their own: each thread puts its key and
 * then gets the other one. That both gets miss the puts before them has no linear order.
 *
 * <p>The threads run freely, since a meeting before every history would take most of the time and
 * drain the processors' store buffers. What they put ascends, so that what they got tells
 * afterwards which puts it missed.
 */
final class StoreBufferingHunt {

  private static final int BATCH = 50_000;
  private static final long FAR_APART = 1L << 40;
  private static final long FILLERS = 60;

  private final MasstreeIndex index = new MasstreeIndex(-1);
  private final long[][] got = new long[2][BATCH];
  private long played;

  StoreBufferingHunt() {
    for (long i = 0; i < FILLERS; i++) {
      index.put(i * FAR_APART, 0);
    }
  }

  /** The number of histories played. */
  long played() {
    return played;
  }

  /** Plays batches of histories until a time is over; fails at the first that is wrong. */
  void run(long deadlineNanos) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    while (System.nanoTime() < deadlineNanos) {
      index.put(key(0), 0);
      index.put(key(1), 0);
      Team.run(
          2,
          thread -> {
            barrier.await();
            play(thread);
            return BATCH;
          });
      check();
      played += BATCH;
    }
  }

  private static long key(int thread) {
    return thread == 0 ? 0 : (FILLERS - 1) * FAR_APART;
  }

  private void play(int thread) {
    long own = key(thread);
    long other = key(1 - thread);
    long[] seen = got[thread];
    for (int i = 0; i < BATCH; i++) {
      index.put(own, i + 1);
      seen[i] = index.get(other);
    }
  }

  /** The first put that a get missed is the one whose own get is the oldest. */
  private void check() {
    for (int i = 0; i < BATCH; i++) {
      int missed = (int) got[0][i];
      if (missed < BATCH && got[1][missed] <= i) {
        throw new AssertionError(
            ("one thread put " + (i + 1) + " and then got " + missed)
                + (", the other put " + (missed + 1) + " and then got " + got[1][missed])
                + (": both missed, in the history after " + played));
      }
    }
  }
}
