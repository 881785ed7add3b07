package dev.madtree.masstree;

import java.util.Arrays;

/**
 * A range of keys in unsigned byte order, unbounded, inclusive or exclusive at either end.
 *
 * <p>A range whose lower bound lies above its upper bound is legal and empty. A {@code long} bound
 * stands for its eight big-endian bytes. Ranges are immutable; bounds are copied.
 */
public final class KeyRange {

  private static final KeyRange ALL = new KeyRange(null, true, null, true);

  private final byte[] lower;
  private final boolean lowerInclusive;
  private final byte[] upper;
  private final boolean upperInclusive;

  private KeyRange(byte[] lower, boolean lowerInclusive, byte[] upper, boolean upperInclusive) {
    this.lower = lower;
    this.lowerInclusive = lowerInclusive;
    this.upper = upper;
    this.upperInclusive = upperInclusive;
  }

  /** Returns the range of all keys. */
  public static KeyRange all() {
    return ALL;
  }

  /** Returns the range of the keys at or above a key. */
  public static KeyRange atLeast(byte[] key) {
    return new KeyRange(key.clone(), true, null, true);
  }

  /** Returns the range of the keys at or above a key. */
  public static KeyRange atLeast(long key) {
    return new KeyRange(bytes(key), true, null, true);
  }

  /** Returns the range of the keys above a key. */
  public static KeyRange greaterThan(byte[] key) {
    return new KeyRange(key.clone(), false, null, true);
  }

  /** Returns the range of the keys above a key. */
  public static KeyRange greaterThan(long key) {
    return new KeyRange(bytes(key), false, null, true);
  }

  /** Returns the range of the keys at or below a key. */
  public static KeyRange atMost(byte[] key) {
    return new KeyRange(null, true, key.clone(), true);
  }

  /** Returns the range of the keys at or below a key. */
  public static KeyRange atMost(long key) {
    return new KeyRange(null, true, bytes(key), true);
  }

  /** Returns the range of the keys below a key. */
  public static KeyRange lessThan(byte[] key) {
    return new KeyRange(null, true, key.clone(), false);
  }

  /** Returns the range of the keys below a key. */
  public static KeyRange lessThan(long key) {
    return new KeyRange(null, true, bytes(key), false);
  }

  /** Returns the range from one key to another, both included. */
  public static KeyRange closed(byte[] lower, byte[] upper) {
    return new KeyRange(lower.clone(), true, upper.clone(), true);
  }

  /** Returns the range from one key to another, both included. */
  public static KeyRange closed(long lower, long upper) {
    return new KeyRange(bytes(lower), true, bytes(upper), true);
  }

  /** Returns the range from one key, included, to another, excluded. */
  public static KeyRange closedOpen(byte[] lower, byte[] upper) {
    return new KeyRange(lower.clone(), true, upper.clone(), false);
  }

  /** Returns the range from one key, included, to another, excluded. */
  public static KeyRange closedOpen(long lower, long upper) {
    return new KeyRange(bytes(lower), true, bytes(upper), false);
  }

  /** Returns the range from one key, excluded, to another, included. */
  public static KeyRange openClosed(byte[] lower, byte[] upper) {
    return new KeyRange(lower.clone(), false, upper.clone(), true);
  }

  /** Returns the range from one key, excluded, to another, included. */
  public static KeyRange openClosed(long lower, long upper) {
    return new KeyRange(bytes(lower), false, bytes(upper), true);
  }

  /** Returns the range between two keys, both excluded. */
  public static KeyRange open(byte[] lower, byte[] upper) {
    return new KeyRange(lower.clone(), false, upper.clone(), false);
  }

  /** Returns the range between two keys, both excluded. */
  public static KeyRange open(long lower, long upper) {
    return new KeyRange(bytes(lower), false, bytes(upper), false);
  }

  /**
   * Returns the range of the keys that begin with the given bytes; of all keys if there are none.
   */
  public static KeyRange prefix(byte[] prefix) {
    return new KeyRange(prefix.clone(), true, successorOfPrefix(prefix), false);
  }

  /** The range with the given bounds, null for none, which are not copied. */
  static KeyRange of(byte[] lower, boolean lowerInclusive, byte[] upper, boolean upperInclusive) {
    return new KeyRange(lower, lowerInclusive, upper, upperInclusive);
  }

  /** Returns whether the range has a lower bound. */
  public boolean hasLowerBound() {
    return lower != null;
  }

  /** Returns whether the range has an upper bound. */
  public boolean hasUpperBound() {
    return upper != null;
  }

  /** Returns a copy of the lower bound, or null if there is none. */
  public byte[] lowerBound() {
    return lower == null ? null : lower.clone();
  }

  /** Returns a copy of the upper bound, or null if there is none. */
  public byte[] upperBound() {
    return upper == null ? null : upper.clone();
  }

  /** Returns whether the lower bound itself is in the range; true if there is none. */
  public boolean lowerInclusive() {
    return lowerInclusive;
  }

  /** Returns whether the upper bound itself is in the range; true if there is none. */
  public boolean upperInclusive() {
    return upperInclusive;
  }

  /** Returns whether a key lies in the range. */
  public boolean contains(byte[] key) {
    if (lower != null) {
      int order = Arrays.compareUnsigned(key, lower);
      if (order < 0 || (order == 0 && !lowerInclusive)) {
        return false;
      }
    }
    if (upper != null) {
      int order = Arrays.compareUnsigned(key, upper);
      return order < 0 || (order == 0 && upperInclusive);
    }
    return true;
  }

  /** The lower bound itself, not a copy: for the scan, which only reads it. */
  byte[] lower() {
    return lower;
  }

  /** The upper bound itself, not a copy: for the scan, which only reads it. */
  byte[] upper() {
    return upper;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyRange range
        && lowerInclusive == range.lowerInclusive
        && upperInclusive == range.upperInclusive
        && Arrays.equals(lower, range.lower)
        && Arrays.equals(upper, range.upper);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
  }

  @Override
  public String toString() {
    return (lower == null ? "(-∞" : (lowerInclusive ? "[" : "(") + Arrays.toString(lower))
        + ", "
        + (upper == null ? "+∞)" : Arrays.toString(upper) + (upperInclusive ? "]" : ")"));
  }

  /** The least key above every key with the prefix, or null if there is none. */
  private static byte[] successorOfPrefix(byte[] prefix) {
    int length = prefix.length;
    while (length > 0 && prefix[length - 1] == (byte) 0xFF) {
      length--;
    }
    if (length == 0) {
      return null;
    }
    byte[] successor = Arrays.copyOf(prefix, length);
    successor[length - 1]++;
    return successor;
  }

  private static byte[] bytes(long key) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[i] = (byte) (key >>> (56 - 8 * i));
    }
    return bytes;
  }
}
