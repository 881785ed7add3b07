package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeyTest {

  private static final byte[] TWENTY = new byte[20];

  static {
    for (int i = 0; i < TWENTY.length; i++) {
      TWENTY[i] = (byte) (0xF0 + i);
    }
  }

  /** Byte by byte, as the class description says. */
  private static long expectedSlice(byte[] key, int offset) {
    long slice = 0;
    for (int i = 0; i < Key.SLICE; i++) {
      int octet = offset + i < key.length ? key[offset + i] & 0xFF : 0;
      slice = (slice << Byte.SIZE) | octet;
    }
    return slice;
  }

  @Test
  void slice_everyOffset_isBigEndianAndPadded() {
    for (int offset = 0; offset <= TWENTY.length; offset++) {
      assertEquals(expectedSlice(TWENTY, offset), Key.slice(TWENTY, offset), "offset " + offset);
    }
  }

  @Test
  void lengthCode_everyRest_isTheRestOrLonger() {
    assertEquals(0, Key.lengthCode(0));
    assertEquals(8, Key.lengthCode(8));
    assertEquals(Key.LONGER, Key.lengthCode(9));
    assertEquals(Key.LONGER, Key.lengthCode(1000));
  }

  @Test
  void less_acrossTheSign_isUnsigned() {
    assertTrue(Key.less(1, 2));
    assertTrue(Key.less(Long.MAX_VALUE, Long.MIN_VALUE));
    assertTrue(Key.less(0, -1));
    assertFalse(Key.less(-1, 0));
    assertFalse(Key.less(5, 5));
  }

  @Test
  void suffix_behindASlice_isTheRest() {
    byte[] suffix = Key.suffix(TWENTY, 8);
    assertArrayEquals(new byte[] {0, 1, 2, 3}, suffix);
    assertTrue(Key.hasSuffix(TWENTY, 8, suffix));
    assertFalse(Key.hasSuffix(TWENTY, 7, suffix));
    assertFalse(Key.hasSuffix(TWENTY, 8, new byte[] {0, 1, 2, 4}));
    assertFalse(Key.hasSuffix(TWENTY, 8, new byte[] {0, 1, 2}));
  }

  @Test
  void write_everyNumberOfBytes_writesThoseAlone() {
    for (int bytes = 0; bytes <= Key.SLICE; bytes++) {
      byte[] buffer = new byte[12];
      Key.write(0x0102030405060708L, bytes, buffer, 3);
      for (int i = 0; i < buffer.length; i++) {
        int expected = i >= 3 && i < 3 + bytes ? i - 2 : 0;
        assertEquals(expected, buffer[i], bytes + " bytes, place " + i);
      }
    }
  }

  @Test
  void bytes_ofALong_areItsSlice() {
    for (long key : new long[] {0, 1, -1, Long.MIN_VALUE, 0x0123456789ABCDEFL}) {
      byte[] bytes = Key.bytes(key);
      assertEquals(Key.SLICE, bytes.length);
      assertEquals(key, expectedSlice(bytes, 0));
    }
  }
}
