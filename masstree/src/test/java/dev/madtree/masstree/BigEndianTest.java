package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigEndianTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 0x0123456789ABCDEFL, 0xFEDCBA9876543210L, 0x80L, 0x8000_0080L})
  void numbers_bothWays_areThoseOfAByteBuffer(long value) {
    byte[] eight = ByteBuffer.allocate(8).putLong(value).array();
    assertArrayEquals(eight, BigEndian.bytes(value));
    assertEquals(value, BigEndian.getLong(eight, 0));

    byte[] four = ByteBuffer.allocate(4).putInt((int) value).array();
    assertArrayEquals(four, BigEndian.bytes((int) value));
    assertEquals((int) value, BigEndian.getInt(four, 0));

    byte[] two = ByteBuffer.allocate(2).putShort((short) value).array();
    assertArrayEquals(two, BigEndian.twoBytes((int) value));
    assertEquals((int) value & 0xFFFF, BigEndian.getTwoBytes(two, 0));
  }

  @Test
  void numbers_behindAnOffset_touchTheirPlaceAlone() {
    byte[] bytes = new byte[16];
    BigEndian.putLong(bytes, 5, 0x1122334455667788L);
    ByteBuffer expected = ByteBuffer.allocate(16).putLong(5, 0x1122334455667788L);
    assertArrayEquals(expected.array(), bytes);
    assertEquals(0x1122334455667788L, BigEndian.getLong(bytes, 5));
    assertEquals(0x33445566, BigEndian.getInt(bytes, 7));
    assertEquals(0x3344, BigEndian.getTwoBytes(bytes, 7));
  }

  @Test
  void requireLength_otherLengths_areRefusedInWords() {
    assertDoesNotThrow(() -> BigEndian.requireLength(new byte[4], 4, "an Integer"));
    for (int length : new int[] {0, 3, 5}) {
      IllegalArgumentException refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> BigEndian.requireLength(new byte[length], 4, "an Integer"));
      assertEquals("Expected the 4 bytes of an Integer key, found " + length, refusal.getMessage());
    }
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> BigEndian.requireLength(new byte[0], 1, "a Byte"));
    assertEquals("Expected the 1 byte of a Byte key, found 0", refusal.getMessage());
  }
}
