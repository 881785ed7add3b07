package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Bytes with right checksums that make no sense, and codecs that do not keep their contract. */
class CheckpointForgeryTest {

  /** A checkpoint of an index with this payload and a footer that claims so many entries. */
  private static byte[] forged(long entries, int... payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CheckpointOutput out = new CheckpointOutput(bytes, CheckpointFormat.Kind.INLINE);
    for (int octet : payload) {
      out.writeByte(octet);
    }
    out.finish(entries);
    return bytes.toByteArray();
  }

  private static void assertIndexRefused(byte[] bytes, String problem) {
    CheckpointException exception =
        assertThrows(
            CheckpointException.class,
            () -> MasstreeIndex.readFrom(new ByteArrayInputStream(bytes), 0));
    assertTrue(exception.getMessage().contains(problem), exception::getMessage);
  }

  @Test
  void readFrom_aLengthOfTooManyBytes_refuses() throws IOException {
    assertIndexRefused(forged(1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1), "a length above 2147483647");
    assertIndexRefused(forged(1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F), "a length above 2147483647");
  }

  @Test
  void readFrom_aKeyThatIsTooLongInAll_refuses() throws IOException {
    int[] first = {0, 1, 'k', 0, 0, 0, 0, 0, 0, 0, 0};
    int[] payload = Arrays.copyOf(first, first.length + 6);
    // One shared byte and as many more as an int can say.
    System.arraycopy(new int[] {1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07}, 0, payload, first.length, 6);
    assertIndexRefused(forged(2, payload), "a key or value of more than 2147483647 bytes");
  }

  @Test
  void readFrom_keysOutOfOrder_refuses() throws IOException {
    int[] value = {0, 0, 0, 0, 0, 0, 0, 0};
    assertIndexRefused(
        forged(2, join(new int[] {0, 1, 'k'}, value, new int[] {1, 0}, value)),
        "entry 2 not above");
    assertIndexRefused(
        forged(2, join(new int[] {0, 1, 'k'}, value, new int[] {0, 1, 'k'}, value)),
        "entry 2 not above");
    assertIndexRefused(
        forged(2, join(new int[] {0, 1, 'k'}, value, new int[] {0, 1, 'a'}, value)),
        "entry 2 not above");
    byte[] inOrder = forged(2, join(new int[] {0, 1, 'k'}, value, new int[] {0, 1, 0x80}, value));
    assertEquals(2, MasstreeIndex.readFrom(new ByteArrayInputStream(inOrder), 0).size());
  }

  private static int[] join(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }

  @Test
  void readFrom_anUnknownKind_saysSo() throws IOException {
    byte[] bytes = forged(0);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putShort(10, (short) 3);
    header.putInt(12, CheckpointFormat.checksum(new CRC32C(), bytes, 12));
    assertIndexRefused(bytes, "an unknown kind 3, expected one of a MasstreeIndex");
  }

  /** Writes longs, and reads as it is told. */
  private record Reading(Read read) implements ValueCodec<Long> {

    private interface Read {
      Long from(DataInput in) throws IOException;
    }

    @Override
    public void write(Long value, DataOutput out) throws IOException {
      out.writeLong(value);
    }

    @Override
    public Long read(DataInput in) throws IOException {
      return read.from(in);
    }
  }

  private static CheckpointException refusal(Reading codec) throws IOException {
    Masstree<Long> tree = new Masstree<>();
    tree.put(1, 1L);
    tree.put(2, 2L);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tree.writeTo(bytes, codec);
    return assertThrows(
        CheckpointException.class,
        () -> Masstree.readFrom(new ByteArrayInputStream(bytes.toByteArray()), codec));
  }

  @Test
  void readFrom_aCodecThatGivesNull_refuses() throws IOException {
    String message = refusal(new Reading(in -> null)).getMessage();
    assertTrue(message.contains("value of entry 1: the codec gives null"), message);
  }

  @Test
  void readFrom_aCodecThatFails_saysWhy() throws IOException {
    IOException failure = new IOException("the reason");
    CheckpointException exception =
        refusal(
            new Reading(
                in -> {
                  throw failure;
                }));
    assertSame(failure, exception.getCause());
    assertTrue(exception.getMessage().contains("the reason"), exception::getMessage);
  }

  @Test
  void readFrom_aCodecThatLeavesOrTakesBytes_refuses() throws IOException {
    String left = refusal(new Reading(in -> (long) in.readInt())).getMessage();
    assertTrue(left.contains("the codec leaves 4 of its 8 bytes"), left);
    String taken = refusal(new Reading(in -> in.readLong() + in.readByte())).getMessage();
    assertTrue(taken.contains("the codec reads more than its 8 bytes"), taken);
  }

  /** Values that another codec wrote. */
  private static <V> String refusalOf(ValueCodec<V> codec, byte[] value) throws IOException {
    Masstree<byte[]> tree = new Masstree<>();
    tree.put(1, value);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tree.writeTo(bytes, new Raw());
    return assertThrows(
            CheckpointException.class,
            () -> Masstree.readFrom(new ByteArrayInputStream(bytes.toByteArray()), codec))
        .getMessage();
  }

  /** Writes nothing but the bytes. */
  private static final class Raw implements ValueCodec<byte[]> {

    @Override
    public void write(byte[] value, DataOutput out) throws IOException {
      out.write(value);
    }

    @Override
    public byte[] read(DataInput in) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void standardCodecs_lengthsThatMakeNoSense_areRefused() throws IOException {
    byte[] negative = {-1, -1, -1, -1};
    String strings = refusalOf(ValueCodec.strings(), negative);
    assertTrue(strings.contains("a value of -1 elements"), strings);
    String bytes = refusalOf(ValueCodec.bytes(), negative);
    assertTrue(bytes.contains("a value of -1 elements"), bytes);
    String huge = refusalOf(ValueCodec.bytes(), new byte[] {0x7F, -1, -1, -1, 1, 2, 3});
    assertTrue(huge.contains("the codec reads more than its 7 bytes"), huge);
    // A length of one char, and a piece of three.
    String longer = refusalOf(ValueCodec.strings(), new byte[] {0, 0, 0, 1, 0, 3, 'a', 'b', 'c'});
    assertTrue(longer.contains("3 chars where the string has 1"), longer);
  }
}
