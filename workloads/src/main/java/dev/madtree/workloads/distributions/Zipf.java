package dev.madtree.workloads.distributions;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws ranks by Zipf's law, exactly, for a few nanoseconds each.
 *
 * <p>The ranks are cut into buckets: the first ones alone, later ones together with the next 64th
 * part. A bucket is drawn by its mass from an alias table; a rank within it is drawn uniformly and
 * kept with the probability that its weight has of the first one's. That is nearly always, and
 * mostly known without computing the weight, because it is known for the last rank of the bucket.
 * The masses are sums by Euler and Maclaurin, exact to the last bits of a double. Where the number
 * of ranks grows, the table is for some more than there are, and the ranks beyond are drawn again.
 *
 * <p>{@link StrictMath} and plain arithmetic make the stream the same on every JDK and processor.
 */
final class Zipf {

  private static final int ALONE = 64;
  private static final int PART = 64;
  private static final int MOST_BUCKETS = 2048;
  private static final double TWO_TO_63 = 0x1.0p63;

  private final double theta;
  private final SplittableRandom random;
  private long ranks;
  private long tableRanks;
  private AliasTable table;
  private final long[] firsts = new long[MOST_BUCKETS + 1];
  private final double[] weightOfFirst = new double[MOST_BUCKETS];
  private final double[] surelyKept = new double[MOST_BUCKETS];

  /**
   * Makes a sampler.
   *
   * @param theta the exponent, positive
   */
  Zipf(double theta, SplittableRandom random) {
    this.theta = theta;
    this.random = random;
  }

  /** Returns a rank from 1 to {@code n}, where rank k has a weight of 1 / k^theta. */
  long next(long n) {
    if (n != ranks) {
      prepare(n);
    }
    while (true) {
      int bucket = table.draw(random.nextLong());
      long first = firsts[bucket];
      long width = firsts[bucket + 1] - first;
      // A bucket of one rank goes the same way: a branch that nobody can predict costs more.
      long rank = within(bucket, first, width);
      if (rank <= n) {
        return rank;
      }
    }
  }

  private long within(int bucket, long first, long width) {
    while (true) {
      long bits = random.nextLong() >>> 1;
      // Of the product's high part comes the rank, of its low part the chance to keep it.
      long low = bits * width;
      long offset = Math.multiplyHigh(bits, width) << 1 | low >>> 63;
      double chance = (low & Long.MAX_VALUE) / TWO_TO_63;
      if (chance < surelyKept[bucket] || chance < weight(first + offset) / weightOfFirst[bucket]) {
        return first + offset;
      }
    }
  }

  private void prepare(long n) {
    if (n > tableRanks || n < tableRanks / 2) {
      // Whoever counts up gets room for some more.
      build(ranks == 0 || n < ranks ? n : n + n / 4);
    }
    ranks = n;
  }

  private void build(long n) {
    double[] masses = new double[MOST_BUCKETS];
    int buckets = 0;
    long first = 1;
    while (first <= n) {
      long width = first <= ALONE ? 1 : Math.min(n + 1 - first, first / PART);
      firsts[buckets] = first;
      masses[buckets] = width == 1 ? weight(first) : mass(first, first + width);
      weightOfFirst[buckets] = weight(first);
      surelyKept[buckets] = weight(first + width - 1) / weight(first);
      buckets++;
      first += width;
    }
    firsts[buckets] = first;
    tableRanks = n;
    table = new AliasTable(Arrays.copyOf(masses, buckets));
  }

  private double weight(double rank) {
    return StrictMath.pow(rank, -theta);
  }

  /** The weights from a rank to below another, added up. */
  private double mass(double from, double to) {
    double integral = weight(from) * from * growth(StrictMath.log(to / from));
    double ends = (weight(from) - weight(to)) / 2;
    double slopes = theta * (weight(from) / from - weight(to) / to) / 12;
    double bends =
        theta
            * (theta + 1)
            * (theta + 2)
            * (weight(from) / (from * from * from) - weight(to) / (to * to * to))
            / 720;
    return integral + ends + slopes - bends;
  }

  /** The integral of e^((1 - theta) x) from 0, which is also right near an exponent of 1. */
  private double growth(double x) {
    double slope = 1 - theta;
    return slope == 0 ? x : StrictMath.expm1(slope * x) / slope;
  }
}
