package dev.madtree.masstree;

/** Big-endian numbers in byte arrays, as the codecs write and read them. */
final class BigEndian {

  private BigEndian() {}

  /** Returns the eight bytes of a long. */
  static byte[] bytes(long value) {
    byte[] bytes = new byte[Long.BYTES];
    putLong(bytes, 0, value);
    return bytes;
  }

  /** Returns the four bytes of an int. */
  static byte[] bytes(int value) {
    byte[] bytes = new byte[Integer.BYTES];
    putInt(bytes, 0, value);
    return bytes;
  }

  /** Returns the two low bytes of an int. */
  static byte[] twoBytes(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  static void putLong(byte[] bytes, int at, long value) {
    putInt(bytes, at, (int) (value >>> 32));
    putInt(bytes, at + 4, (int) value);
  }

  static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }

  static long getLong(byte[] bytes, int at) {
    return ((long) getInt(bytes, at) << 32) | (getInt(bytes, at + 4) & 0xFFFF_FFFFL);
  }

  static int getInt(byte[] bytes, int at) {
    return (bytes[at] << 24)
        | ((bytes[at + 1] & 0xFF) << 16)
        | ((bytes[at + 2] & 0xFF) << 8)
        | (bytes[at + 3] & 0xFF);
  }

  /** Returns two bytes as an unsigned number. */
  static int getTwoBytes(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  /** Refuses a key that does not have the one length that its type has. */
  static void requireLength(byte[] bytes, int length, String type) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          "Expected the "
              + length
              + (length == 1 ? " byte of " : " bytes of ")
              + type
              + " key, found "
              + bytes.length);
    }
  }
}
