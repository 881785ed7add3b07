package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of values: which they are, that they come back, and what is no value. */
class ValueCodecTest {

  private static final long SEED = 1452;

  /** As many chars as have room in a piece, whatever they are. */
  private static final int PIECE = 21_845;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0123456789ABCDEFL})
  void longs_anyLong_isItsEightBytes(long value) throws IOException {
    byte[] bytes = write(ValueCodec.longs(), value);
    assertArrayEquals(ByteBuffer.allocate(8).putLong(value).array(), bytes);
    assertEquals(value, read(ValueCodec.longs(), bytes));
  }

  @Test
  void strings_aShortString_isItsLengthAndOnePiece() throws IOException {
    assertArrayEquals(new byte[4], write(ValueCodec.strings(), ""));
    assertArrayEquals(
        new byte[] {0, 0, 0, 2, 0, 3, (byte) 0xC0, (byte) 0x80, 'a'},
        write(ValueCodec.strings(), "\0a"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 1, 3 * PIECE - 1})
  void strings_anyLength_comeBack(int length) throws IOException {
    for (String unit : new String[] {"a", "漢", "\uD800"}) {
      String value = unit.repeat(length);
      byte[] bytes = write(ValueCodec.strings(), value);
      int pieces = (length + PIECE - 1) / PIECE;
      int unitBytes = unit.equals("a") ? 1 : 3;
      assertEquals(4 + 2 * pieces + length * unitBytes, bytes.length);
      assertEquals(value, read(ValueCodec.strings(), bytes));
    }
  }

  @Test
  void strings_piecesThatDoNotFitTheLength_areRefused() {
    byte[] more = {0, 0, 0, 1, 0, 2, 'a', 'b'};
    StreamCorruptedException refusal =
        assertThrows(StreamCorruptedException.class, () -> read(ValueCodec.strings(), more));
    assertEquals("2 chars where the string has 1", refusal.getMessage());
    byte[] moreInTheSecond = {0, 0, 0, 2, 0, 1, 'a', 0, 2, 'b', 'c'};
    assertThrows(StreamCorruptedException.class, () -> read(ValueCodec.strings(), moreInTheSecond));
    byte[] fewer = {0, 0, 0, 3, 0, 2, 'a', 'b'};
    assertThrows(EOFException.class, () -> read(ValueCodec.strings(), fewer));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 16_384, 16_385, 100_000})
  void bytes_anyLength_comeBackBehindTheirLength(int length) throws IOException {
    System.out.println("ValueCodecTest seed " + SEED);
    byte[] value = new byte[length];
    new SplittableRandom(SEED).nextBytes(value);
    byte[] bytes = write(ValueCodec.bytes(), value);
    assertArrayEquals(ByteBuffer.allocate(4 + length).putInt(length).put(value).array(), bytes);
    assertArrayEquals(value, read(ValueCodec.bytes(), bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void read_aNegativeLength_isRefused(int length) {
    byte[] bytes = ByteBuffer.allocate(8).putInt(length).array();
    for (ValueCodec<?> codec : new ValueCodec<?>[] {ValueCodec.strings(), ValueCodec.bytes()}) {
      StreamCorruptedException refusal =
          assertThrows(StreamCorruptedException.class, () -> read(codec, bytes));
      assertEquals("a value of " + length + " elements", refusal.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000, 100_000})
  void read_aForgedLength_allocatesByWhatHasCome(int come) {
    byte[] bytes = ByteBuffer.allocate(4 + come).putInt(Integer.MAX_VALUE).array();
    Arrays.fill(bytes, 4, bytes.length, (byte) 'a');
    for (ValueCodec<?> codec : new ValueCodec<?>[] {ValueCodec.strings(), ValueCodec.bytes()}) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      assertThrows(EOFException.class, () -> read(codec, bytes));
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      assertTrue(allocated < 1 << 20, come + " bytes made it allocate " + allocated);
    }
  }

  private static <V> byte[] write(ValueCodec<V> codec, V value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    codec.write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Reads a value to the last of the bytes. */
  private static <V> V read(ValueCodec<V> codec, byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    V value = codec.read(in);
    assertEquals(-1, in.read());
    return value;
  }
}
