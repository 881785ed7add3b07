package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What codecs refuse, and what they are beside the order. */
class KeyCodecTest {

  static List<KeySamples<?>> samples() {
    return KeyCodecOrderTest.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void encode_null_throwsNullPointerException(KeySamples<?> samples) {
    assertThrows(NullPointerException.class, () -> samples.codec().encode(null));
    assertThrows(NullPointerException.class, () -> samples.codec().decode(null));
  }

  @ParameterizedTest
  @MethodSource("samples")
  @SuppressWarnings("unchecked") // The foreign key is the point.
  void encode_foreignType_throwsClassCastException(KeySamples<?> samples) {
    KeyCodec<Object> codec = (KeyCodec<Object>) samples.codec();
    assertThrows(ClassCastException.class, () -> codec.encode(new StringBuilder("foreign")));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // The foreign key is the point.
  void encode_constantOfAnotherEnum_throwsClassCastException() {
    KeyCodec codec = KeyCodec.enums(DayOfWeek.class);
    assertThrows(ClassCastException.class, () -> codec.encode(TimeUnit.DAYS));
    KeyCodec pairs = KeyCodec.pairs(codec, KeyCodec.longs());
    assertThrows(ClassCastException.class, () -> pairs.encode(Map.entry(TimeUnit.DAYS, 1L)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void serialization_anyCodec_comesBackWorking(KeySamples<?> samples) throws Exception {
    checkSerialization(samples);
  }

  private static <K> void checkSerialization(KeySamples<K> samples) throws Exception {
    KeyCodec<K> copy = copyBySerialization(samples.codec());
    assertEquals(samples.codec(), copy);
    assertEquals(samples.codec().hashCode(), copy.hashCode());
    for (K edge : samples.edges().subList(0, 2)) {
      assertArrayEquals(samples.codec().encode(edge), copy.encode(edge));
      assertEquals(
          0, copyBySerialization(copy.comparator()).compare(edge, copy.decode(copy.encode(edge))));
    }
  }

  @SuppressWarnings("unchecked") // The type written is the type read.
  private static <T> T copyBySerialization(T object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @Test
  void decode_malformedBytes_throwsIllegalArgumentException() {
    refuses(KeyCodec.longs(), new byte[7], new byte[9]);
    refuses(KeyCodec.integers(), new byte[0], new byte[8]);
    refuses(KeyCodec.shorts(), new byte[1]);
    refuses(KeyCodec.singleBytes(), new byte[2]);
    refuses(KeyCodec.characters(), new byte[3]);
    refuses(KeyCodec.booleans(), new byte[0], new byte[] {2}, new byte[] {-1});
    refuses(KeyCodec.doubles(), new byte[4], filled(8, 0xFF), new byte[8]);
    refuses(KeyCodec.floats(), new byte[8], filled(4, 0xFF), new byte[4]);
    refuses(KeyCodec.uuids(), new byte[15]);
    refuses(KeyCodec.instants(), new byte[8], new byte[12], filled(12, 0xFF));
    refuses(KeyCodec.enums(DayOfWeek.class), new byte[1], new byte[] {0, 7}, filled(2, 0xFF));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_aKeysBytesAndOneMoreOrLess_throwsIllegalArgumentException(KeySamples<?> samples) {
    if (samples != KeySamples.BYTES && samples != KeySamples.STRINGS) {
      refusesOtherLengths(samples);
    }
  }

  private static <K> void refusesOtherLengths(KeySamples<K> samples) {
    for (K edge : samples.edges()) {
      byte[] bytes = samples.codec().encode(edge);
      refuses(samples.codec(), Arrays.copyOf(bytes, bytes.length - 1));
      refuses(samples.codec(), Arrays.copyOf(bytes, bytes.length + 1));
    }
  }

  @Test
  void decode_instantOutsideItsRange_throwsIllegalArgumentException() {
    byte[] nextSecond = KeyCodec.instants().encode(Instant.EPOCH);
    BigEndian.putInt(nextSecond, Long.BYTES, 1_000_000_000);
    byte[] tooEarly = KeyCodec.instants().encode(Instant.MIN);
    BigEndian.putLong(tooEarly, 0, BigEndian.getLong(tooEarly, 0) - 1);
    byte[] tooLate = KeyCodec.instants().encode(Instant.MAX);
    BigEndian.putLong(tooLate, 0, BigEndian.getLong(tooLate, 0) + 1);
    refuses(KeyCodec.instants(), nextSecond, tooEarly, tooLate);
  }

  @Test
  void decode_malformedString_throwsIllegalArgumentException() {
    refuses(
        KeyCodec.strings(),
        bytes(0x80),
        bytes(0xC3),
        bytes(0xC3, 0x41),
        bytes(0xE0, 0xA0),
        bytes(0xE0, 0xA0, 0xC0),
        bytes(0xC0, 0x80),
        bytes(0xC1, 0xBF),
        bytes(0xE0, 0x9F, 0xBF),
        bytes(0xF0, 0x9F, 0x98, 0x80),
        bytes(0xFF));
  }

  @Test
  void decode_malformedComposite_throwsIllegalArgumentException() {
    KeyCodec<Map.Entry<byte[], byte[]>> pairs = KeyCodec.pairs(KeyCodec.bytes(), KeyCodec.bytes());
    refuses(
        pairs,
        bytes(),
        bytes(0, 0),
        bytes(0, 0, 0),
        bytes(0, 0, 1),
        bytes(0, 0, 0, 1),
        bytes(0, 0, 0, 0, 0),
        bytes(0, 1, 0, 0, 0, 0));
    refuses(KeyCodec.tuples(KeyCodec.bytes()), bytes(), bytes(1), bytes(0, 0, 0, 0));
  }

  @Test
  void decode_bytesBehindTheLastComponent_saysWhereAndHowMany() {
    KeyCodec<Map.Entry<byte[], byte[]>> pairs = KeyCodec.pairs(KeyCodec.bytes(), KeyCodec.bytes());
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> pairs.decode(bytes(7, 0, 0, 0, 0, 1, 2, 3)));
    assertEquals(
        "Malformed composite key: expected the end after the last component at byte 5,"
            + " found 3 bytes more",
        refusal.getMessage());
  }

  @Test
  void tuples_wrongNumberOfComponents_throwsIllegalArgumentException() {
    KeyCodec<List<?>> codec = KeyCodec.tuples(KeyCodec.longs(), KeyCodec.strings());
    assertThrows(IllegalArgumentException.class, () -> codec.encode(List.of(1L)));
    assertThrows(IllegalArgumentException.class, () -> codec.encode(List.of(1L, "a", "b")));
    assertThrows(IllegalArgumentException.class, () -> KeyCodec.tuples());
    assertThrows(NullPointerException.class, () -> codec.encode(Arrays.asList(1L, null)));
    assertThrows(NullPointerException.class, () -> KeyCodec.pairs(KeyCodec.longs(), null));
  }

  @Test
  void bytes_bothWays_areCopied() {
    byte[] key = {1, 2};
    byte[] encoded = KeyCodec.bytes().encode(key);
    assertNotSame(key, encoded);
    assertNotSame(encoded, KeyCodec.bytes().decode(encoded));
  }

  @Test
  void doubles_everyNaN_isOneKey() {
    double other = Double.longBitsToDouble(0xFFF8_0000_0000_0001L);
    assertArrayEquals(KeyCodec.doubles().encode(Double.NaN), KeyCodec.doubles().encode(other));
  }

  @Test
  void enums_constantWithBody_hasTheCodecOfItsEnum() {
    assertSame(
        Shape.ROUND,
        KeyCodec.enums(Shape.class).decode(KeyCodec.enums(Shape.class).encode(Shape.ROUND)));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // The class of a constant is no Class<E>.
  void enums_classOfAConstant_throwsIllegalArgumentException() {
    Class type = Shape.ROUND.getClass();
    assertThrows(IllegalArgumentException.class, () -> KeyCodec.enums(type));
  }

  @Test
  void enums_codecsOfSeveralEnums_differ() {
    KeyCodec<DayOfWeek> days = KeyCodec.enums(DayOfWeek.class);
    assertEquals(days, KeyCodec.enums(DayOfWeek.class));
    assertNotEquals(days, KeyCodec.enums(Month.class));
    assertNotEquals(days, KeyCodec.shorts());
    assertTrue(days.toString().contains("DayOfWeek"), days.toString());
    Set<Integer> hashes =
        Stream.of(days, KeyCodec.enums(Month.class), KeyCodec.enums(TimeUnit.class))
            .map(KeyCodec::hashCode)
            .collect(Collectors.toSet());
    assertTrue(hashes.size() > 1, "one hash code for all");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isLong_anyCodec_isTrueForLongsAndDoublesAlone(KeySamples<?> samples) {
    boolean eightBytes = samples == KeySamples.LONGS || samples == KeySamples.DOUBLES;
    assertEquals(eightBytes, samples.codec().isLong());
  }

  @Test
  void encodeLong_codecOfOtherLengths_throwsUnsupportedOperationException() {
    assertFalse(KeyCodec.strings().isLong());
    assertThrows(
        UnsupportedOperationException.class, () -> KeyCodec.strings().encodeLong("12345678"));
    assertThrows(UnsupportedOperationException.class, () -> KeyCodec.strings().decodeLong(1));
  }

  private enum Shape {
    ROUND {
      @Override
      boolean rolls() {
        return true;
      }
    };

    abstract boolean rolls();
  }

  private static void refuses(KeyCodec<?> codec, byte[]... malformed) {
    for (byte[] bytes : malformed) {
      assertThrows(
          IllegalArgumentException.class,
          () -> codec.decode(bytes),
          () -> codec + " " + Arrays.toString(bytes));
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
