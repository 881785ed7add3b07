package dev.madtree.workloads.keys;

import java.util.Arrays;

/** Writes numbers in decimal straight into keys: a string each would double the cost of a load. */
public final class Digits {

  private Digits() {}

  /**
   * Returns a new array of the number in decimal, with zeros before it where it is short.
   *
   * @param number not negative
   * @param least the fewest digits
   */
  public static byte[] padded(long number, int least) {
    int digits = Math.max(least, digits(number));
    byte[] text = new byte[digits];
    write(text, 0, number);
    return text;
  }

  /**
   * Returns a new array of the prefix and the number in decimal.
   *
   * @param number not negative
   */
  static byte[] append(byte[] prefix, long number) {
    byte[] key = Arrays.copyOf(prefix, prefix.length + digits(number));
    write(key, prefix.length, number);
    return key;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest > 9; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /** Fills the array from a place to its end. */
  private static void write(byte[] text, int from, long number) {
    long rest = number;
    for (int i = text.length - 1; i >= from; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
