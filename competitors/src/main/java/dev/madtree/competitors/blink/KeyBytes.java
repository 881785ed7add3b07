package dev.madtree.competitors.blink;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What the tree reads out of a key: heads, common prefixes, separators. Keys never change. */
final class KeyBytes {

  /** The least of all keys. */
  static final byte[] LEAST = {};

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private KeyBytes() {}

  /**
   * Returns the eight bytes from an offset on, zero where the key ends before, as a long whose
   * signed order is the bytes' unsigned order.
   */
  static long head(byte[] key, int from) {
    int rest = key.length - from;
    if (rest >= Long.BYTES) {
      return (long) LONG.get(key, from) ^ Long.MIN_VALUE;
    }
    if (rest <= 0) {
      return Long.MIN_VALUE;
    }
    if (key.length >= Long.BYTES) {
      long last = (long) LONG.get(key, key.length - Long.BYTES);
      return (last << (Long.SIZE - Byte.SIZE * rest)) ^ Long.MIN_VALUE;
    }
    long head = 0;
    for (int i = from; i < key.length; i++) {
      head = (head << Byte.SIZE) | (key[i] & 0xFF);
    }
    return (head << (Long.SIZE - Byte.SIZE * rest)) ^ Long.MIN_VALUE;
  }

  /** Returns the length of the prefix that all keys from a low to a high key share; null = +∞. */
  static int commonPrefix(byte[] low, byte[] high) {
    return high == null ? 0 : Math.max(0, Arrays.mismatch(low, high));
  }

  /** Returns the shortest key above one key and not above another, larger one, as a fresh array. */
  static byte[] separator(byte[] below, byte[] above) {
    return Arrays.copyOf(above, Arrays.mismatch(below, above) + 1);
  }

  /** Returns the least key above a key. */
  static byte[] successor(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }

  /** Compares two keys in unsigned byte order. */
  static int compare(byte[] one, byte[] other) {
    return Arrays.compareUnsigned(one, other);
  }
}
