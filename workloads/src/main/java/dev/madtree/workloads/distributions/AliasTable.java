package dev.madtree.workloads.distributions;

import java.util.Arrays;

/**
 * Draws a number from a few by their weights in constant time, from one word of random bits.
 *
 * <p>Every column of the table is shared by at most two numbers. Source: M. D. Vose, "A linear
 * algorithm for generating random numbers with a given distribution", IEEE TSE 17(9), 1991.
 */
final class AliasTable {

  private static final int MOST_COLUMNS = 1 << 11;
  private static final int FRACTION_BITS = Long.SIZE - 11;

  private final int mask;
  private final long[] ownShare;
  private final short[] other;

  /**
   * Makes a table.
   *
   * @param weights of at most 2048 numbers, not negative, not all 0
   */
  AliasTable(double[] weights) {
    if (weights.length > MOST_COLUMNS) {
      throw new IllegalArgumentException("a table has no room for " + weights.length + " numbers");
    }
    int columns = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * weights.length - 1)));
    mask = columns - 1;
    ownShare = new long[columns];
    other = new short[columns];
    // Columns beyond the numbers have no weight of their own.
    double[] load = Arrays.copyOf(weights, columns);
    double total = Arrays.stream(weights).sum();
    int[] light = new int[columns];
    int[] heavy = new int[columns];
    int lights = 0;
    int heavies = 0;
    for (int i = 0; i < columns; i++) {
      load[i] *= columns / total;
      if (load[i] < 1) {
        light[lights++] = i;
      } else {
        heavy[heavies++] = i;
      }
    }
    while (lights > 0 && heavies > 0) {
      int small = light[--lights];
      int large = heavy[heavies - 1];
      share(small, load[small], large);
      load[large] -= 1 - load[small];
      if (load[large] < 1) {
        heavies--;
        light[lights++] = large;
      }
    }
    // What is left is full but for rounding.
    for (int i = 0; i < lights; i++) {
      share(light[i], 1, light[i]);
    }
    for (int i = 0; i < heavies; i++) {
      share(heavy[i], 1, heavy[i]);
    }
  }

  private void share(int column, double own, int with) {
    ownShare[column] = (long) (own * (1L << FRACTION_BITS));
    other[column] = (short) with;
  }

  /** Returns the number that 64 random bits stand for. */
  int draw(long bits) {
    int column = (int) bits & mask;
    // All ones if the fraction is below: without a branch, which nobody could predict.
    long own = ((bits >>> (Long.SIZE - FRACTION_BITS)) - ownShare[column]) >> (Long.SIZE - 1);
    int with = other[column];
    return with ^ ((with ^ column) & (int) own);
  }
}
