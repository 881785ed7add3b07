package dev.madtree.workloads.operations;

import dev.madtree.competitors.LongIndex;
import dev.madtree.workloads.replay.Allocation;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.Locale;

/** All operations once through on a map that was empty and is empty in the end. */
final class OperationsRun {

  /** The most keys that one iteration reads or updates. */
  static final int MOST_ASKED = 4_000_000;

  /** The most scans of one iteration. */
  static final int MOST_SCANS = 200_000;

  private static final int VERSIONS = 127;

  /** Told what each operation took. */
  @FunctionalInterface
  interface Listener {

    /**
     * Takes down one operation on many keys.
     *
     * @param iteration from 0; inserts and removes have one only
     */
    void measured(
        LongOperation operation,
        int iteration,
        long startEpochMs,
        double seconds,
        int count,
        long allocatedBytes);
  }

  private final LongIndex index;
  private final LongKeys keys;
  private final Listener listener;

  OperationsRun(LongIndex index, LongKeys keys, Listener listener) {
    this.index = index;
    this.keys = keys;
    this.listener = listener;
  }

  /**
   * Inserts all keys, reads and updates in iterations, and removes all keys.
   *
   * @throws WrongContentException if the map answers what it must not
   */
  void run(int iterations) {
    int all = keys.count();
    int[] ranks = keys.drawRanks(all);
    ask(LongOperation.INSERT, 0, ranks, 0, LongIndex.ABSENT * all);
    checkSize(all);
    System.gc();
    int asked = Math.min(all, MOST_ASKED);
    for (int i = 0; i < iterations; i++) {
      ranks = keys.drawRanks(asked);
      ask(LongOperation.GET, i, ranks, 0, keys.sum(ranks));
      ranks = keys.drawRanks(asked);
      ask(LongOperation.GET_ALL, i, ranks, 0, keys.sum(ranks));
      ranks = keys.drawRanks(Math.min(all, MOST_SCANS));
      ask(LongOperation.SCAN, i, ranks, 0, keys.scanned(ranks, LongOperation.SCANNED));
      ranks = keys.drawRanks(asked);
      int version = 1 + i % VERSIONS;
      ask(LongOperation.UPDATE, i, ranks, version, keys.sum(ranks));
      keys.write(ranks, version);
    }
    ranks = keys.drawRanks(all);
    ask(LongOperation.REMOVE, 0, ranks, 0, keys.sum(ranks));
    checkSize(0);
  }

  private void ask(
      LongOperation operation, int iteration, int[] ranks, int version, long expected) {
    LongOperation.Asked asked = LongOperation.Asked.of(keys.keysOf(ranks), version);
    long startEpochMs = System.currentTimeMillis();
    long allocatedBefore = Allocation.ofThisThread();
    long startNs = System.nanoTime();
    long answers = operation.askAll(index, asked);
    double seconds = Math.max(1, System.nanoTime() - startNs) / 1e9;
    long allocated = Allocation.ofThisThread() - allocatedBefore;
    if (answers != expected) {
      throw new WrongContentException(
          String.format(
              Locale.ROOT,
              "the answers of %s, iteration %d, add up to %d, expected %d",
              operation.label(),
              iteration + 1,
              answers,
              expected));
    }
    listener.measured(operation, iteration, startEpochMs, seconds, ranks.length, allocated);
  }

  private void checkSize(long expected) {
    if (index.size() != expected) {
      throw new WrongContentException("the size is " + index.size() + ", expected " + expected);
    }
  }
}
