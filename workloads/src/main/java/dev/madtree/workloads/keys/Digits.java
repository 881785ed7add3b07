package dev.madtree.workloads.keys;

import java.util.Arrays;

/** Writes numbers in decimal straight into keys: a string each would double the cost of a load. */
final class Digits {

  private Digits() {}

  /**
   * Returns a new array of the prefix and the number in decimal.
   *
   * @param number not negative
   */
  static byte[] append(byte[] prefix, long number) {
    int digits = 1;
    for (long rest = number; rest > 9; rest /= 10) {
      digits++;
    }
    byte[] key = Arrays.copyOf(prefix, prefix.length + digits);
    long rest = number;
    for (int i = key.length - 1; i >= prefix.length; i--) {
      key[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return key;
  }
}
