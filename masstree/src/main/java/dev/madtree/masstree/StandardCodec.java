package dev.madtree.masstree;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;

/**
 * The codecs that {@link ValueCodec} offers.
 *
 * <p>A length that a codec reads may be nonsense, if the values were written by another codec: none
 * allocates by it more than twice what has come.
 */
final class StandardCodec {

  static final ValueCodec<Long> LONGS = new Longs();
  static final ValueCodec<String> STRINGS = new Strings();
  static final ValueCodec<byte[]> BYTES = new Bytes();

  private StandardCodec() {}

  private static final class Longs implements ValueCodec<Long> {

    @Override
    public void write(Long value, DataOutput out) throws IOException {
      out.writeLong(value);
    }

    @Override
    public Long read(DataInput in) throws IOException {
      return in.readLong();
    }
  }

  /**
   * The number of chars, and the chars in pieces of modified UTF-8, which unlike UTF-8 keeps
   * unpaired surrogates. A piece is short enough for its two-byte length.
   */
  private static final class Strings implements ValueCodec<String> {

    private static final int PIECE = 0xFFFF / 3;

    @Override
    public void write(String value, DataOutput out) throws IOException {
      int length = value.length();
      out.writeInt(length);
      for (int from = 0; from < length; from += PIECE) {
        out.writeUTF(value.substring(from, Math.min(length, from + PIECE)));
      }
    }

    @Override
    public String read(DataInput in) throws IOException {
      int length = requireLength(in.readInt());
      if (length == 0) {
        return "";
      }
      String first = in.readUTF();
      if (first.length() == length) {
        return first;
      }
      StringBuilder chars = new StringBuilder(first);
      while (chars.length() < length) {
        chars.append(in.readUTF());
      }
      if (chars.length() > length) {
        throw new StreamCorruptedException(
            chars.length() + " chars where the string has " + length);
      }
      return chars.toString();
    }
  }

  private static final class Bytes implements ValueCodec<byte[]> {

    private static final int FIRST_STEP = 8192;

    @Override
    public void write(byte[] value, DataOutput out) throws IOException {
      out.writeInt(value.length);
      out.write(value);
    }

    @Override
    public byte[] read(DataInput in) throws IOException {
      int length = requireLength(in.readInt());
      byte[] bytes = new byte[Math.min(length, FIRST_STEP)];
      in.readFully(bytes);
      while (bytes.length < length) {
        int filled = bytes.length;
        bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * filled));
        in.readFully(bytes, filled, bytes.length - filled);
      }
      return bytes;
    }
  }

  private static int requireLength(int length) throws IOException {
    if (length < 0) {
      throw new StreamCorruptedException("a value of " + length + " elements");
    }
    return length;
  }
}
