package dev.madtree.workloads.keys;

/** One to ten decimal digits of a number scattered over 31 bits, as the Masstree paper has them. */
final class DecimalKeys {

  private static final byte[] NOTHING = {};
  private static final long MASK = 0x7FFF_FFFFL;

  private DecimalKeys() {}

  static byte[] key(long number) {
    // Odd multipliers and shifts to the right are bijections within 31 bits.
    long x = (number * 2_654_435_761L) & MASK;
    x ^= x >>> 16;
    x = (x * 0x45D9F3BL) & MASK;
    x ^= x >>> 16;
    return Digits.append(NOTHING, x);
  }
}
