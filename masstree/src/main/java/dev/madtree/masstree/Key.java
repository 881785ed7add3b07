package dev.madtree.masstree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts keys into keyslices: eight bytes, big-endian, padded with zero bytes at the key's end.
 *
 * <p>Slices are compared unsigned. Since padding makes "ab" and "ab\0" the same slice, the length
 * is part of the order: {@link #lengthCode} says how many of the slice's bytes are the key's, or
 * that the key goes on.
 */
final class Key {

  /** Bytes in a slice. */
  static final int SLICE = Long.BYTES;

  /** The length code of a key that goes on behind its slice. */
  static final int LONGER = SLICE + 1;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Key() {}

  /** The slice that begins at an offset, which is at most the key's length. */
  static long slice(byte[] key, int offset) {
    if (offset + SLICE <= key.length) {
      return (long) BIG_ENDIAN.get(key, offset);
    }
    long slice = 0;
    for (int i = offset; i < key.length; i++) {
      slice |= (key[i] & 0xFFL) << (56 - 8 * (i - offset));
    }
    return slice;
  }

  /**
   * How many bytes of the slice are the key's, given how many bytes are left; or {@link #LONGER}.
   */
  static int lengthCode(int remaining) {
    return Math.min(remaining, LONGER);
  }

  /** Whether one slice comes before another. */
  static boolean less(long slice, long other) {
    return slice + Long.MIN_VALUE < other + Long.MIN_VALUE;
  }

  /** The part of a key behind the slice at an offset, copied. */
  static byte[] suffix(byte[] key, int offset) {
    return Arrays.copyOfRange(key, offset + SLICE, key.length);
  }

  /** Whether the part of a key behind the slice at an offset is the given suffix. */
  static boolean hasSuffix(byte[] key, int offset, byte[] suffix) {
    return Arrays.equals(key, offset + SLICE, key.length, suffix, 0, suffix.length);
  }

  /** Writes a slice's first bytes behind one another into a buffer that has room for them. */
  static void write(long slice, int bytes, byte[] buffer, int offset) {
    if (bytes == SLICE) {
      BIG_ENDIAN.set(buffer, offset, slice);
      return;
    }
    for (int i = 0; i < bytes; i++) {
      buffer[offset + i] = (byte) (slice >>> (56 - 8 * i));
    }
  }

  /** The eight big-endian bytes of a long. */
  static byte[] bytes(long key) {
    byte[] bytes = new byte[SLICE];
    BIG_ENDIAN.set(bytes, 0, key);
    return bytes;
  }
}
