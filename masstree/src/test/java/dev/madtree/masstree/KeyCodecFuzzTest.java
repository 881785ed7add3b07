package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Codecs: the bytes' order is the keys' order, and bytes are refused or stand for a key. */
class KeyCodecFuzzTest {

  private static final int LONGEST = 40;
  private static final KeyCodec<Map.Entry<String, Long>> PAIRS =
      KeyCodec.pairs(KeyCodec.strings(), KeyCodec.longs());
  private static final List<KeyCodec<?>> CODECS =
      List.of(
          KeyCodec.bytes(),
          KeyCodec.strings(),
          KeyCodec.longs(),
          KeyCodec.integers(),
          KeyCodec.shorts(),
          KeyCodec.characters(),
          KeyCodec.booleans(),
          KeyCodec.doubles(),
          KeyCodec.floats(),
          KeyCodec.uuids(),
          KeyCodec.instants(),
          PAIRS);

  @FuzzTest
  void encode_anyTwoKeys_keepsTheirOrder(FuzzedDataProvider data) {
    String text = data.consumeString(LONGEST);
    String other = data.consumeString(LONGEST);
    long number = data.consumeLong();
    long another = data.consumeLong();
    check(KeyCodec.strings(), text, other);
    check(KeyCodec.longs(), number, another);
    check(KeyCodec.integers(), (int) number, (int) another);
    check(KeyCodec.doubles(), Double.longBitsToDouble(number), Double.longBitsToDouble(another));
    check(KeyCodec.uuids(), new UUID(number, another), new UUID(another, number));
    check(PAIRS, Map.entry(text, number), Map.entry(other, another));
    check(
        KeyCodec.instants(),
        Instant.ofEpochSecond(number >> 10, another >>> 34),
        Instant.ofEpochSecond(another >> 10, number >>> 34));
  }

  private static <K> void check(KeyCodec<K> codec, K one, K other) {
    byte[] bytes = codec.encode(one);
    byte[] others = codec.encode(other);
    assertEquals(
        Integer.signum(codec.comparator().compare(one, other)),
        Integer.signum(Arrays.compareUnsigned(bytes, others)));
    assertEquals(one, codec.decode(bytes));
    assertEquals(other, codec.decode(others));
  }

  @FuzzTest
  void decode_anyBytes_isAKeyOrRefused(byte[] bytes) {
    for (KeyCodec<?> codec : CODECS) {
      checkDecoded(codec, bytes);
    }
  }

  private static <K> void checkDecoded(KeyCodec<K> codec, byte[] bytes) {
    K key;
    try {
      key = codec.decode(bytes);
    } catch (IllegalArgumentException refused) {
      return;
    }
    byte[] encoded = codec.encode(key);
    if (!Objects.deepEquals(key, codec.decode(encoded))) {
      assertArrayEquals(bytes, encoded, codec + " decodes to " + key);
    }
  }
}
