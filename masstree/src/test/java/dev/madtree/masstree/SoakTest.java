package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * All operations by eight threads for long, at small and at production width, in both modes: every
 * round ends with a check of everything, and the heap does not grow. {@code -Dsoak.minutes=N} sets
 * the number of rounds of a minute each, without which there are a few of a second; {@code
 * -Dsoak.seed=N} the seed.
 */
class SoakTest {

  private static final int MINUTES = Integer.getInteger("soak.minutes", 0);
  private static final long SEED = Long.getLong("soak.seed", 2012);
  private static final int ROUNDS = MINUTES == 0 ? 6 : MINUTES;
  private static final long ROUND_NANOS = MINUTES == 0 ? 1_000_000_000L : 60_000_000_000L;

  /** How far the last third's heap may exceed the first's, in which classes are still loaded. */
  private static final double SLACK = 1.1;

  private static final long SLACK_BYTES = 1 << 20;

  @Test
  void everyOperation_forLong_losesNothingAndKeepsTheHeapFlat() throws Exception {
    List<MixedStress> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(new MixedStress(i % 2 == 0, i / 2 == 0, SEED + 100L * i));
    }
    long[] heap = new long[ROUNDS];
    long total = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long operations = 0;
      long entries = 0;
      for (MixedStress stress : all) {
        operations += stress.play(System.nanoTime() + ROUND_NANOS / all.size());
        entries += stress.check();
      }
      total += operations;
      heap[round] = heapAfterCollection();
      System.out.printf(
          Locale.ROOT,
          "SoakTest seed %d, round %d of %d: %d operations, %d entries, %.2f MiB of heap%n",
          SEED,
          round + 1,
          ROUNDS,
          operations,
          entries,
          heap[round] / 1048576.0);
    }
    long before = median(Arrays.copyOf(heap, (ROUNDS + 2) / 3));
    long after = median(Arrays.copyOfRange(heap, ROUNDS - (ROUNDS + 2) / 3, ROUNDS));
    System.out.printf(
        Locale.ROOT,
        "SoakTest seed %d: %d operations, heap of the first third %.2f MiB, of the last %.2f MiB%n",
        SEED,
        total,
        before / 1048576.0,
        after / 1048576.0);
    assertTrue(
        after <= SLACK * before + SLACK_BYTES,
        "the heap grew from " + before + " to " + after + " bytes");
  }

  /** What is alive, by the least of a few collections, since threads that ended go slowly. */
  private static long heapAfterCollection() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      least = Math.min(least, used);
    }
    return least;
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
