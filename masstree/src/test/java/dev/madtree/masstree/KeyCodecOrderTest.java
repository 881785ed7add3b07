package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Byte order is key order and decoding undoes encoding, for a million pairs of each codec. */
class KeyCodecOrderTest {

  private static final long SEED = Long.getLong("madtree.seed", System.nanoTime());
  private static final int PAIRS = Integer.getInteger("codec.pairs", 1_000_000);

  static List<KeySamples<?>> samples() {
    return List.of(
        KeySamples.BYTES,
        KeySamples.STRINGS,
        KeySamples.LONGS,
        KeySamples.INTEGERS,
        KeySamples.SHORTS,
        KeySamples.SINGLE_BYTES,
        KeySamples.CHARACTERS,
        KeySamples.BOOLEANS,
        KeySamples.DOUBLES,
        KeySamples.FLOATS,
        KeySamples.UUIDS,
        KeySamples.INSTANTS,
        KeySamples.enums(DayOfWeek.class),
        KeySamples.pairs(KeySamples.STRINGS, KeySamples.LONGS),
        KeySamples.pairs(
            KeySamples.STRINGS, KeySamples.pairs(KeySamples.STRINGS, KeySamples.BOOLEANS)),
        KeySamples.tuples(KeySamples.STRINGS, KeySamples.BOOLEANS, KeySamples.DOUBLES));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void compare_randomPairs_agreesWithUnsignedBytes(KeySamples<?> samples) {
    System.out.println(samples + ": madtree.seed=" + SEED);
    checkRandomPairs(samples);
  }

  private static <K> void checkRandomPairs(KeySamples<K> samples) {
    SplittableRandom random = new SplittableRandom(SEED);
    KeyCodec<K> codec = samples.codec();
    K a = samples.random(random);
    byte[] bytesOfA = codec.encode(a);
    for (int i = 0; i < PAIRS; i++) {
      K b = samples.random(random);
      byte[] bytesOfB = codec.encode(b);
      checkRoundTrip(codec, b, bytesOfB);
      checkOrder(codec, a, bytesOfA, b, bytesOfB);
      a = b;
      bytesOfA = bytesOfB;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void compare_allPairsOfEdges_agreesWithUnsignedBytes(KeySamples<?> samples) {
    checkEdges(samples);
  }

  private static <K> void checkEdges(KeySamples<K> samples) {
    KeyCodec<K> codec = samples.codec();
    List<K> edges = samples.edges();
    List<byte[]> bytes = edges.stream().map(codec::encode).toList();
    for (int a = 0; a < edges.size(); a++) {
      checkRoundTrip(codec, edges.get(a), bytes.get(a));
      for (int b = 0; b < edges.size(); b++) {
        checkOrder(codec, edges.get(a), bytes.get(a), edges.get(b), bytes.get(b));
      }
    }
  }

  private static <K> void checkOrder(
      KeyCodec<K> codec, K a, byte[] bytesOfA, K b, byte[] bytesOfB) {
    int keyOrder = Integer.signum(codec.comparator().compare(a, b));
    int byteOrder = Integer.signum(Arrays.compareUnsigned(bytesOfA, bytesOfB));
    if (keyOrder != byteOrder) {
      fail(describe(a, bytesOfA) + " against " + describe(b, bytesOfB) + ", seed " + SEED);
    }
    if (codec.isLong()) {
      long longOrder = Long.compareUnsigned(codec.encodeLong(a), codec.encodeLong(b));
      assertEquals(keyOrder, Long.signum(longOrder));
    }
  }

  private static <K> void checkRoundTrip(KeyCodec<K> codec, K key, byte[] bytes) {
    K decoded = codec.decode(bytes);
    if (!Objects.deepEquals(key, decoded)) {
      fail(describe(key, bytes) + " came back as " + decoded + ", seed " + SEED);
    }
    if (codec.isLong()) {
      assertArrayEquals(bytes, BigEndian.bytes(codec.encodeLong(key)));
      assertEquals(key, codec.decodeLong(codec.encodeLong(key)));
    }
  }

  private static String describe(Object key, byte[] bytes) {
    return key + " " + Arrays.toString(bytes);
  }
}
