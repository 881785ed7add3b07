package dev.madtree.workloads.distributions;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.SplittableRandom;
import site.ycsb.generator.CounterGenerator;
import site.ycsb.generator.NumberGenerator;

/**
 * Prints what a draw costs. Not a test: nothing here fails.
 *
 * <p>Its class path is {@code target/classes}, {@code target/test-classes} and YCSB's core. It
 * counts the thread's own processor time and prints the best of some rounds, because a busy machine
 * only ever adds to it.
 */
public final class DrawTiming {

  private static final int DRAWS = 2_000_000;
  private static final int ROUNDS = 40;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private DrawTiming() {}

  /** Times every exponent and number of ranks, then every distribution. */
  public static void main(String[] arguments) {
    for (double theta : new double[] {0.5, 0.99, 1.2}) {
      for (int ranks : new int[] {1_000, 100_000, 10_000_000}) {
        Zipf zipf = new Zipf(theta, new SplittableRandom(1));
        print("ranks of zipfian(" + theta + ") over " + ranks, () -> zipf.next(ranks));
      }
    }
    for (Distribution each : Distribution.all()) {
      int records = 1_000_000;
      NumberGenerator keys =
          each.create(records, new CounterGenerator(records), new SplittableRandom(1));
      print("keys of " + each + " over " + records, () -> keys.nextValue().longValue());
    }
  }

  @FunctionalInterface
  private interface Draw {
    long next();
  }

  private static void print(String what, Draw draw) {
    double best = Double.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < DRAWS; i++) {
        sum += draw.next();
      }
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - begin) / (double) DRAWS);
    }
    System.out.printf(Locale.ROOT, "%-44s %6.1f ns a draw (%d)%n", what, best, sum & 7);
  }
}
