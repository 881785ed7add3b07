package dev.madtree.workloads.distributions;

/**
 * A fixed permutation of the numbers from 0 to below n that puts neighbours far apart.
 *
 * <p>Each step of the mixing is invertible within a power of two; numbers that land at or above n
 * are mixed again until they land below, which keeps the whole a permutation.
 */
final class Scattering {

  private final long n;
  private final long mask;
  private final int half;

  Scattering(long n) {
    this.n = n;
    int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(n - 1));
    this.mask = (1L << bits) - 1;
    this.half = (bits + 1) / 2;
  }

  /** Returns the place of a number. */
  long of(long number) {
    long x = number;
    do {
      x = (x * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L) & mask;
      x ^= x >>> half;
      x = (x * 0xD1342543DE82EF95L + 0x2545F4914F6CDD1DL) & mask;
      x ^= x >>> half;
    } while (x >= n);
    return x;
  }
}
