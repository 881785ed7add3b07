package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;

/**
 * Draws numbers in ways that give the same stream on every JDK: only the raw 64 bits of the
 * generator are used, and its own bounded methods, which may change between releases, are not.
 */
public final class Draws {

  private static final double UNIT = 0x1.0p-53;

  private Draws() {}

  /**
   * Returns a number from 0 to below a bound.
   *
   * @param bound from 1 to 2^31
   */
  public static long below(long bound, SplittableRandom random) {
    return ((random.nextLong() >>> 32) * bound) >>> 32;
  }

  /** Returns a number from 0 to below 1. */
  public static double unit(SplittableRandom random) {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /**
   * Returns the numbers from 0 to below a count in random order.
   *
   * @param seed decides the order
   */
  public static int[] shuffled(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = (int) below(i + 1, random);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
