package dev.madtree.masstree;

import java.time.Instant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keys of one type to try a codec with: the edges of the type, and random keys among which equal
 * and nearly equal ones are frequent.
 */
record KeySamples<K>(
    String name, KeyCodec<K> codec, List<K> edges, Function<SplittableRandom, K> generator) {

  static final KeySamples<byte[]> BYTES =
      new KeySamples<>(
          "byte[]",
          KeyCodec.bytes(),
          List.of(
              new byte[0],
              new byte[] {0},
              new byte[] {0, 0},
              new byte[] {0, -1},
              new byte[] {1},
              new byte[] {127},
              new byte[] {-128},
              new byte[] {-1},
              new byte[] {-1, 0},
              new byte[] {-1, -1},
              new byte[8],
              new byte[9],
              new byte[100]),
          KeySamples::randomBytes);

  static final KeySamples<String> STRINGS =
      new KeySamples<>(
          "String",
          KeyCodec.strings(),
          List.of(
              "",
              "\0",
              "\0\0",
              "a",
              "a\0",
              "a\0b",
              "a\1",
              "ab",
              "\u007F",
              "\u0080",
              "\u07FF",
              "\u0800",
              "\uD7FF",
              "\uD800",
              "\uD800\uD800",
              "\uD800\uDC00",
              "\uD83D\uDE00",
              "\uDBFF\uDFFF",
              "\uDC00",
              "\uDC00\uD800",
              "\uDFFF",
              "\uE000",
              "\uFFFD",
              "\uFFFF",
              "a\uD83D\uDE00",
              "a\uFFFF",
              "a\uD83D",
              "prefix\uD83D\uDE00suffix"),
          KeySamples::randomString);

  static final KeySamples<Long> LONGS =
      new KeySamples<>(
          "Long",
          KeyCodec.longs(),
          List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L << 32, -256L, -1L, 0L, 1L, 255L, 256L)
              .stream()
              .flatMap(edge -> List.of(edge, ~edge).stream())
              .toList(),
          random -> random.nextLong() >> random.nextInt(64));

  static final KeySamples<Integer> INTEGERS =
      new KeySamples<>(
          "Integer",
          KeyCodec.integers(),
          List.of(Integer.MIN_VALUE, -65536, -256, -1, 0, 1, 255, 256, 65536, Integer.MAX_VALUE),
          random -> random.nextInt() >> random.nextInt(32));

  static final KeySamples<Short> SHORTS =
      new KeySamples<>(
          "Short",
          KeyCodec.shorts(),
          List.of(Short.MIN_VALUE, (short) -1, (short) 0, (short) 1, Short.MAX_VALUE),
          random -> (short) random.nextInt());

  static final KeySamples<Byte> SINGLE_BYTES =
      new KeySamples<>(
          "Byte",
          KeyCodec.singleBytes(),
          List.of(Byte.MIN_VALUE, (byte) -1, (byte) 0, (byte) 1, Byte.MAX_VALUE),
          random -> (byte) random.nextInt());

  static final KeySamples<Character> CHARACTERS =
      new KeySamples<>(
          "Character",
          KeyCodec.characters(),
          List.of('\0', 'a', '\u00FF', '\u0100', '\uD800', '\uDFFF', '\uFFFF'),
          random -> (char) random.nextInt());

  static final KeySamples<Boolean> BOOLEANS =
      new KeySamples<>(
          "Boolean", KeyCodec.booleans(), List.of(false, true), SplittableRandom::nextBoolean);

  static final KeySamples<Double> DOUBLES =
      new KeySamples<>(
          "Double",
          KeyCodec.doubles(),
          List.of(
              Double.NEGATIVE_INFINITY,
              -Double.MAX_VALUE,
              -1.0,
              -Double.MIN_NORMAL,
              -Double.MIN_VALUE,
              -0.0,
              0.0,
              Double.MIN_VALUE,
              Double.MIN_NORMAL,
              1.0,
              Double.MAX_VALUE,
              Double.POSITIVE_INFINITY,
              Double.NaN,
              Double.longBitsToDouble(0xFFF8_0000_0000_0001L),
              Double.longBitsToDouble(0x7FF0_0000_0000_0001L)),
          random -> Double.longBitsToDouble(random.nextLong()));

  static final KeySamples<Float> FLOATS =
      new KeySamples<>(
          "Float",
          KeyCodec.floats(),
          List.of(
              Float.NEGATIVE_INFINITY,
              -Float.MAX_VALUE,
              -1f,
              -Float.MIN_NORMAL,
              -Float.MIN_VALUE,
              -0f,
              0f,
              Float.MIN_VALUE,
              Float.MIN_NORMAL,
              1f,
              Float.MAX_VALUE,
              Float.POSITIVE_INFINITY,
              Float.NaN,
              Float.intBitsToFloat(0xFFC0_0001),
              Float.intBitsToFloat(0x7F80_0001)),
          random -> Float.intBitsToFloat(random.nextInt()));

  static final KeySamples<UUID> UUIDS =
      new KeySamples<>(
          "UUID",
          KeyCodec.uuids(),
          LONGS.edges().stream()
              .flatMap(high -> LONGS.edges().stream().map(low -> new UUID(high, low)))
              .toList(),
          random -> new UUID(random.nextLong() >> random.nextInt(64), random.nextLong()));

  static final KeySamples<Instant> INSTANTS =
      new KeySamples<>(
          "Instant",
          KeyCodec.instants(),
          List.of(
              Instant.MIN,
              Instant.ofEpochSecond(-1),
              Instant.ofEpochSecond(-1, 999_999_999),
              Instant.EPOCH,
              Instant.ofEpochSecond(0, 1),
              Instant.ofEpochSecond(1),
              Instant.MAX),
          random ->
              Instant.ofEpochSecond(
                  random.nextInt() >> random.nextInt(32), random.nextInt(1_000_000_000)));

  static <E extends Enum<E>> KeySamples<E> enums(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    return new KeySamples<>(
        type.getSimpleName(),
        KeyCodec.enums(type),
        constants,
        random -> constants.get(random.nextInt(constants.size())));
  }

  static <A, B> KeySamples<Map.Entry<A, B>> pairs(KeySamples<A> first, KeySamples<B> second) {
    List<Map.Entry<A, B>> edges = new ArrayList<>();
    for (A a : first.edges) {
      for (B b : second.edges) {
        edges.add(new SimpleImmutableEntry<>(a, b));
      }
    }
    return new KeySamples<>(
        "(" + first + ", " + second + ")",
        KeyCodec.pairs(first.codec, second.codec),
        edges,
        random -> new SimpleImmutableEntry<>(first.random(random), second.random(random)));
  }

  static KeySamples<List<?>> tuples(KeySamples<?>... components) {
    KeyCodec<?>[] codecs =
        Arrays.stream(components).map(KeySamples::codec).toArray(KeyCodec<?>[]::new);
    List<List<?>> edges = List.of(List.of());
    for (KeySamples<?> component : components) {
      List<List<?>> longer = new ArrayList<>();
      for (List<?> start : edges) {
        for (Object edge : component.edges) {
          List<Object> tuple = new ArrayList<>(start);
          tuple.add(edge);
          longer.add(tuple);
        }
      }
      edges = longer;
    }
    return new KeySamples<>(
        Arrays.toString(components),
        KeyCodec.tuples(codecs),
        edges,
        random -> List.of(Arrays.stream(components).map(part -> part.random(random)).toArray()));
  }

  /** Returns an edge one time in eight, so that equal keys and edges meet random ones. */
  K random(SplittableRandom random) {
    return random.nextInt(8) == 0
        ? edges.get(random.nextInt(edges.size()))
        : generator.apply(random);
  }

  private static byte[] randomBytes(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(12)];
    boolean few = random.nextBoolean();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (few ? random.nextInt(3) - 1 : random.nextInt());
    }
    return bytes;
  }

  private static String randomString(SplittableRandom random) {
    char[] units = new char[random.nextInt(10)];
    boolean ascii = random.nextBoolean();
    for (int i = 0; i < units.length; i++) {
      int unit =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x10000);
            case 1 -> 0xD7FE + random.nextInt(0x804);
            case 2 -> random.nextInt(3);
            default -> 0x7E + random.nextInt(4);
          };
      units[i] = (char) (ascii ? unit & 0x7F : unit);
    }
    return new String(units);
  }

  @Override
  public String toString() {
    return name;
  }
}
