package dev.madtree.masstree;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns keys of one type into bytes and back so that unsigned byte order is the keys' own order.
 *
 * <p>For all keys {@code a} and {@code b}, {@code comparator().compare(a, b)} has the sign of
 * {@code Arrays.compareUnsigned(encode(a), encode(b))}, and {@code decode(encode(a))} equals {@code
 * a}. Every byte array has at most one key: what {@link #encode} never returns, {@link #decode}
 * refuses. Only the eight bytes of {@link #encodeLong} are bound to a form; the others may be of
 * any length, zero included.
 *
 * <p>Codecs are immutable, may be used by any number of threads, and are serializable, because a
 * serialized {@link MasstreeMap} carries its codec. The codecs returned by this interface's methods
 * throw {@link NullPointerException} for null and {@link ClassCastException} for a key of another
 * type, where one arrives through a raw or unchecked call.
 *
 * @param <K> the type of the keys
 */
public interface KeyCodec<K> extends Serializable {

  /**
   * Returns the bytes of a key. The array is new and belongs to the caller.
   *
   * @throws NullPointerException if the key is null
   * @throws ClassCastException if the key is not of the codec's type
   */
  byte[] encode(K key);

  /**
   * Returns the key that encodes to the given bytes, which are neither kept nor changed.
   *
   * @throws NullPointerException if the array is null
   * @throws IllegalArgumentException if no key encodes to these bytes
   */
  K decode(byte[] bytes);

  /**
   * Returns the order that the bytes stand for; {@link Comparator#naturalOrder()} itself where it
   * is the order of {@link Comparable}.
   */
  Comparator<? super K> comparator();

  /**
   * Returns whether every key encodes to exactly eight bytes, so that {@link #encodeLong} and
   * {@link #decodeLong} may be used. The answer never changes. False unless a codec overrides it.
   */
  default boolean isLong() {
    return false;
  }

  /**
   * Returns the eight bytes of a key as one big-endian long, for codecs that say {@link #isLong}.
   *
   * @throws NullPointerException if the key is null
   * @throws ClassCastException if the key is not of the codec's type
   * @throws UnsupportedOperationException if keys are not eight bytes long
   */
  default long encodeLong(K key) {
    throw new UnsupportedOperationException("Keys of this codec are not one long each: " + this);
  }

  /**
   * Returns the key of eight bytes given as one big-endian long, for codecs that say {@link
   * #isLong}.
   *
   * @throws IllegalArgumentException if no key encodes to these bytes
   * @throws UnsupportedOperationException if keys are not eight bytes long
   */
  default K decodeLong(long bytes) {
    throw new UnsupportedOperationException("Keys of this codec are not one long each: " + this);
  }

  /** Returns the codec of byte arrays as they are, in unsigned order. Arrays are copied. */
  static KeyCodec<byte[]> bytes() {
    return BytesCodec.INSTANCE;
  }

  /**
   * Returns the codec of strings in the order of {@link String#compareTo}: UTF-8, except that each
   * surrogate is written as three bytes of its own (the form called CESU-8). Every string is legal,
   * also with zero characters and unpaired surrogates.
   */
  static KeyCodec<String> strings() {
    return StringCodec.INSTANCE;
  }

  /** Returns the codec of longs in numeric order, eight bytes each. */
  static KeyCodec<Long> longs() {
    return IntegralCodecs.Longs.INSTANCE;
  }

  /** Returns the codec of integers in numeric order, four bytes each. */
  static KeyCodec<Integer> integers() {
    return IntegralCodecs.Integers.INSTANCE;
  }

  /** Returns the codec of shorts in numeric order, two bytes each. */
  static KeyCodec<Short> shorts() {
    return IntegralCodecs.Shorts.INSTANCE;
  }

  /** Returns the codec of single bytes in signed numeric order, one byte each. */
  static KeyCodec<Byte> singleBytes() {
    return IntegralCodecs.Bytes.INSTANCE;
  }

  /** Returns the codec of characters in numeric order, two bytes each. */
  static KeyCodec<Character> characters() {
    return IntegralCodecs.Characters.INSTANCE;
  }

  /** Returns the codec of booleans, false before true, one byte each. */
  static KeyCodec<Boolean> booleans() {
    return IntegralCodecs.Booleans.INSTANCE;
  }

  /**
   * Returns the codec of doubles in the order of {@link Double#compare}: -0.0 before 0.0, NaN last.
   * All NaNs are one key. Eight bytes each.
   */
  static KeyCodec<Double> doubles() {
    return FloatingPointCodecs.Doubles.INSTANCE;
  }

  /**
   * Returns the codec of floats in the order of {@link Float#compare}: -0.0 before 0.0, NaN last.
   * All NaNs are one key. Four bytes each.
   */
  static KeyCodec<Float> floats() {
    return FloatingPointCodecs.Floats.INSTANCE;
  }

  /**
   * Returns the codec of UUIDs in the order of {@link UUID#compareTo}, which compares both halves
   * as signed longs. Sixteen bytes each.
   */
  static KeyCodec<UUID> uuids() {
    return UuidCodec.INSTANCE;
  }

  /** Returns the codec of instants in the order of time, to the nanosecond. Twelve bytes each. */
  static KeyCodec<Instant> instants() {
    return InstantCodec.INSTANCE;
  }

  /**
   * Returns the codec of an enum's constants in the order of their declaration, two bytes each. The
   * bytes are the ordinals: they keep their meaning as long as the declaration keeps its order.
   *
   * @throws IllegalArgumentException if the class is not that of an enum, for instance the class of
   *     one constant with a body
   */
  static <E extends Enum<E>> KeyCodec<E> enums(Class<E> type) {
    return new EnumCodec<>(type);
  }

  /**
   * Returns the codec of pairs, ordered by their first component and where these are equal by their
   * second. Any {@link Map.Entry} is a pair; decoded pairs are immutable and serializable.
   */
  static <A, B> KeyCodec<Map.Entry<A, B>> pairs(KeyCodec<A> first, KeyCodec<B> second) {
    return new CompositeCodecs.Pairs<>(first, second);
  }

  /**
   * Returns the codec of tuples: lists with one element for each component codec, ordered by the
   * first component in which they differ. Decoded tuples are immutable.
   *
   * <p>A list of another length is refused with {@link IllegalArgumentException}.
   *
   * @throws IllegalArgumentException if there is no component
   */
  static KeyCodec<List<?>> tuples(KeyCodec<?>... components) {
    return new CompositeCodecs.Tuples(List.of(components));
  }
}
