package dev.madtree.masstree;

import java.util.Comparator;

/**
 * The codecs of the floating-point types: IEEE 754 bits, of which positive numbers have the sign
 * flipped and negative numbers every bit, so that unsigned order is numeric order with -0.0 before
 * 0.0 and the one NaN last.
 */
final class FloatingPointCodecs {

  private FloatingPointCodecs() {}

  enum Doubles implements KeyCodec<Double> {
    INSTANCE;

    @Override
    public byte[] encode(Double key) {
      return BigEndian.bytes(encodeLong(key));
    }

    @Override
    public Double decode(byte[] bytes) {
      BigEndian.requireLength(bytes, Double.BYTES, "a double");
      return decodeLong(BigEndian.getLong(bytes, 0));
    }

    @Override
    public Comparator<Double> comparator() {
      return Comparator.naturalOrder();
    }

    @Override
    public boolean isLong() {
      return true;
    }

    @Override
    public long encodeLong(Double key) {
      long bits = Double.doubleToLongBits(key);
      return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    @Override
    public Double decodeLong(long bytes) {
      long bits = bytes < 0 ? bytes ^ Long.MIN_VALUE : ~bytes;
      double key = Double.longBitsToDouble(bits);
      if (Double.isNaN(key) && bits != Double.doubleToLongBits(Double.NaN)) {
        throw new IllegalArgumentException(
            "Expected the canonical NaN as a double key, found the bits 0x"
                + Long.toHexString(bits));
      }
      return key;
    }
  }

  enum Floats implements KeyCodec<Float> {
    INSTANCE;

    @Override
    public byte[] encode(Float key) {
      int bits = Float.floatToIntBits(key);
      return BigEndian.bytes(bits ^ ((bits >> 31) | Integer.MIN_VALUE));
    }

    @Override
    public Float decode(byte[] bytes) {
      BigEndian.requireLength(bytes, Float.BYTES, "a float");
      int ordered = BigEndian.getInt(bytes, 0);
      int bits = ordered < 0 ? ordered ^ Integer.MIN_VALUE : ~ordered;
      float key = Float.intBitsToFloat(bits);
      if (Float.isNaN(key) && bits != Float.floatToIntBits(Float.NaN)) {
        throw new IllegalArgumentException(
            "Expected the canonical NaN as a float key, found the bits 0x"
                + Integer.toHexString(bits));
      }
      return key;
    }

    @Override
    public Comparator<Float> comparator() {
      return Comparator.naturalOrder();
    }
  }
}
