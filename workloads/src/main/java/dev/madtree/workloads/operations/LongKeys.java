package dev.madtree.workloads.operations;

import dev.madtree.workloads.distributions.Draws;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random keys, and what a map that holds them all must answer.
 *
 * <p>Keys are known by rank, their place in ascending order, so that scans can be foretold.
 */
final class LongKeys {

  private final SplittableRandom random;
  private final long[] keys;
  private final byte[] versions;
  private final int[] order;

  /** Draws different, non-negative keys. */
  LongKeys(int count, long seed) {
    random = new SplittableRandom(seed);
    keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = draw();
    }
    Arrays.sort(keys);
    while (redrawDoubles()) {
      Arrays.sort(keys);
    }
    versions = new byte[count];
    order = new int[count];
    Arrays.setAll(order, rank -> rank);
  }

  /**
   * Returns the value of a key.
   *
   * @param version which of its values, from 0 to 127
   */
  static long value(long key, int version) {
    return (key >>> 2) + version;
  }

  int count() {
    return keys.length;
  }

  /** Returns random ranks, each at most once, in random order. */
  int[] drawRanks(int count) {
    for (int i = 0; i < count; i++) {
      int other = i + (int) Draws.below(order.length - i, random);
      int rank = order[other];
      order[other] = order[i];
      order[i] = rank;
    }
    return Arrays.copyOf(order, count);
  }

  /** Returns the keys of ranks. */
  long[] keysOf(int[] ranks) {
    long[] result = new long[ranks.length];
    Arrays.setAll(result, i -> keys[ranks[i]]);
    return result;
  }

  /** Returns the sum of the present values of ranks. */
  long sum(int[] ranks) {
    long sum = 0;
    for (int rank : ranks) {
      sum += value(rank);
    }
    return sum;
  }

  /** Returns the sum of what scans that begin at ranks add up. */
  long scanned(int[] ranks, int limit) {
    long sum = 0;
    for (int from : ranks) {
      for (int rank = from; rank < Math.min(keys.length, from + limit); rank++) {
        sum += value(rank);
      }
    }
    return sum;
  }

  /** Takes down that the keys of ranks have another value now. */
  void write(int[] ranks, int version) {
    for (int rank : ranks) {
      versions[rank] = (byte) version;
    }
  }

  private long value(int rank) {
    return value(keys[rank], versions[rank]);
  }

  private long draw() {
    return random.nextLong() >>> 1;
  }

  private boolean redrawDoubles() {
    boolean any = false;
    for (int i = 1; i < keys.length; i++) {
      if (keys[i - 1] == keys[i]) {
        keys[i - 1] = draw();
        any = true;
      }
    }
    return any;
  }
}
