package dev.madtree.masstree;

import java.util.Comparator;

/**
 * The codecs of the integral types: big-endian, the sign bit flipped where there is one, so that
 * negative numbers come before positive ones in unsigned order.
 */
final class IntegralCodecs {

  private IntegralCodecs() {}

  enum Longs implements KeyCodec<Long> {
    INSTANCE;

    @Override
    public byte[] encode(Long key) {
      return BigEndian.bytes(key ^ Long.MIN_VALUE);
    }

    @Override
    public Long decode(byte[] bytes) {
      BigEndian.requireLength(bytes, Long.BYTES, "a long");
      return BigEndian.getLong(bytes, 0) ^ Long.MIN_VALUE;
    }

    @Override
    public Comparator<Long> comparator() {
      return Comparator.naturalOrder();
    }

    @Override
    public boolean isLong() {
      return true;
    }

    @Override
    public long encodeLong(Long key) {
      return key ^ Long.MIN_VALUE;
    }

    @Override
    public Long decodeLong(long bytes) {
      return bytes ^ Long.MIN_VALUE;
    }
  }

  enum Integers implements KeyCodec<Integer> {
    INSTANCE;

    @Override
    public byte[] encode(Integer key) {
      return BigEndian.bytes(key ^ Integer.MIN_VALUE);
    }

    @Override
    public Integer decode(byte[] bytes) {
      BigEndian.requireLength(bytes, Integer.BYTES, "an int");
      return BigEndian.getInt(bytes, 0) ^ Integer.MIN_VALUE;
    }

    @Override
    public Comparator<Integer> comparator() {
      return Comparator.naturalOrder();
    }
  }

  enum Shorts implements KeyCodec<Short> {
    INSTANCE;

    @Override
    public byte[] encode(Short key) {
      return BigEndian.twoBytes(key ^ 0x8000);
    }

    @Override
    public Short decode(byte[] bytes) {
      BigEndian.requireLength(bytes, Short.BYTES, "a short");
      return (short) (BigEndian.getTwoBytes(bytes, 0) ^ 0x8000);
    }

    @Override
    public Comparator<Short> comparator() {
      return Comparator.naturalOrder();
    }
  }

  enum Bytes implements KeyCodec<Byte> {
    INSTANCE;

    @Override
    public byte[] encode(Byte key) {
      return new byte[] {(byte) (key ^ 0x80)};
    }

    @Override
    public Byte decode(byte[] bytes) {
      BigEndian.requireLength(bytes, Byte.BYTES, "a byte");
      return (byte) (bytes[0] ^ 0x80);
    }

    @Override
    public Comparator<Byte> comparator() {
      return Comparator.naturalOrder();
    }
  }

  enum Characters implements KeyCodec<Character> {
    INSTANCE;

    @Override
    public byte[] encode(Character key) {
      return BigEndian.twoBytes(key);
    }

    @Override
    public Character decode(byte[] bytes) {
      BigEndian.requireLength(bytes, Character.BYTES, "a char");
      return (char) BigEndian.getTwoBytes(bytes, 0);
    }

    @Override
    public Comparator<Character> comparator() {
      return Comparator.naturalOrder();
    }
  }

  enum Booleans implements KeyCodec<Boolean> {
    INSTANCE;

    @Override
    public byte[] encode(Boolean key) {
      return new byte[] {(byte) (key ? 1 : 0)};
    }

    @Override
    public Boolean decode(byte[] bytes) {
      BigEndian.requireLength(bytes, 1, "a boolean");
      if ((bytes[0] & ~1) != 0) {
        throw new IllegalArgumentException(
            "Expected 0 or 1 as the byte of a boolean key, found " + bytes[0]);
      }
      return bytes[0] == 1;
    }

    @Override
    public Comparator<Boolean> comparator() {
      return Comparator.naturalOrder();
    }
  }
}
