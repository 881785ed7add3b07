package dev.madtree.masstree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Gives the payload of a checkpoint, of which it shows nothing that it has not checked, and reads
 * nothing behind the footer.
 */
final class CheckpointInput {

  private static final String REMEDY =
      "; the checkpoint is damaged or was cut short, use another copy or write it again";

  /** The checksum before, which is not read again, and the length. */
  private static final int FRONT = 2 * CheckpointFormat.WORD;

  private final InputStream in;
  private final Path file;
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer frame =
      ByteBuffer.allocate(FRONT + CheckpointFormat.MOST_PAYLOAD + CheckpointFormat.WORD);

  /** The bytes read from the stream. */
  private long offset;

  private int checksum;
  private long entries = -1;

  /**
   * Reads the header.
   *
   * @param file for messages, or null
   */
  CheckpointInput(InputStream in, Path file, CheckpointFormat.Kind expected) throws IOException {
    this.in = in;
    this.file = file;
    int read = in.readNBytes(frame.array(), 0, CheckpointFormat.HEADER);
    int magic = Math.min(read, Long.BYTES);
    if (!Arrays.equals(frame.array(), 0, magic, Key.bytes(CheckpointFormat.MAGIC), 0, magic)) {
      throw refusal(0, "this is not a checkpoint, which begins with 89 'MADTREE'; check the path");
    }
    offset = read;
    if (read < CheckpointFormat.HEADER) {
      throw cutShort("a header of " + CheckpointFormat.HEADER + " bytes");
    }
    frame.position(Long.BYTES);
    int version = frame.getShort() & 0xFFFF;
    int kind = frame.getShort() & 0xFFFF;
    verify(frame.position(), 0);
    if (version != CheckpointFormat.VERSION) {
      throw refusal(
          Long.BYTES,
          ("format version " + version + ", expected " + CheckpointFormat.VERSION)
              + "; read it with the release that wrote it");
    }
    if (kind != expected.code()) {
      throw refusal(
          Long.BYTES + Short.BYTES,
          ("this is a checkpoint of " + CheckpointFormat.Kind.describe(kind))
              + (", expected one of " + CheckpointFormat.Kind.describe(expected.code()))
              + "; restore it as what it is");
    }
    frame.limit(0);
  }

  /** Whether there is payload left; false at the footer, for good. */
  boolean hasMore() throws IOException {
    while (!frame.hasRemaining() && entries < 0) {
      readFrame();
    }
    return frame.hasRemaining();
  }

  private void readFrame() throws IOException {
    long start = offset;
    frame.clear().putInt(checksum);
    fill(CheckpointFormat.WORD, CheckpointFormat.WORD);
    int length = frame.getInt();
    if (length < 0 || length > CheckpointFormat.MOST_PAYLOAD) {
      throw refusal(
          start,
          ("a frame of " + Integer.toUnsignedString(length) + " bytes, expected at most ")
              + (CheckpointFormat.MOST_PAYLOAD + REMEDY));
    }
    boolean footer = length == 0;
    int body = footer ? Long.BYTES : length;
    fill(FRONT, body + CheckpointFormat.WORD);
    verify(FRONT + body, start);
    if (footer) {
      entries = frame.getLong(FRONT);
      frame.limit(FRONT);
    } else {
      frame.limit(FRONT + length);
    }
    frame.position(FRONT);
  }

  private void fill(int index, int length) throws IOException {
    int read = in.readNBytes(frame.array(), index, length);
    offset += read;
    if (read < length) {
      throw cutShort((length - read) + " more bytes of a frame or of the footer");
    }
  }

  /** Checks what the buffer holds against the checksum behind it. */
  private void verify(int length, long start) throws IOException {
    checksum = CheckpointFormat.checksum(crc, frame.array(), length);
    int expected = frame.getInt(length);
    if (checksum != expected) {
      throw refusal(
          start,
          ("checksum " + Integer.toHexString(checksum))
              + (", expected " + Integer.toHexString(expected) + REMEDY));
    }
  }

  byte readByte() throws IOException {
    if (!hasMore()) {
      throw malformed("the entries end within an entry");
    }
    return frame.get();
  }

  int readVarint() throws IOException {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      byte bits = readByte();
      value |= (bits & 0x7F) << shift;
      if (bits >= 0) {
        if (value < 0) {
          break;
        }
        return value;
      }
    }
    throw malformed("a length above " + Integer.MAX_VALUE);
  }

  long readLong() throws IOException {
    if (frame.remaining() >= Long.BYTES) {
      return frame.getLong();
    }
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << Byte.SIZE | readByte() & 0xFF;
    }
    return value;
  }

  /** The next bytes as they lie in a buffer, or null if they are not all in this frame. */
  ByteBuffer slice(int length) {
    if (length > frame.remaining()) {
      return null;
    }
    ByteBuffer slice = frame.duplicate().limit(frame.position() + length);
    frame.position(frame.position() + length);
    return slice;
  }

  /**
   * Returns a new array of the first bytes of another and the next ones of the payload. Whatever
   * the length says, allocates at most a frame more than twice what is there.
   */
  byte[] append(byte[] head, int kept, int length) throws IOException {
    int total = kept + length;
    if (total < 0) {
      throw malformed("a key or value of more than " + Integer.MAX_VALUE + " bytes");
    }
    byte[] bytes = Arrays.copyOf(head, kept + Math.min(length, CheckpointFormat.MOST_PAYLOAD));
    int filled = kept;
    while (filled < total) {
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(total, 2L * filled));
      }
      if (!hasMore()) {
        throw malformed("the entries end within an entry");
      }
      int step = Math.min(frame.remaining(), bytes.length - filled);
      frame.get(bytes, filled, step);
      filled += step;
    }
    return bytes;
  }

  /** Checks the number of entries that were read against the footer, which has been reached. */
  void requireEntries(long read) throws IOException {
    if (read != entries) {
      throw malformed(read + " entries, expected " + entries);
    }
  }

  /** Checks that nothing follows the footer. */
  void requireEnd() throws IOException {
    if (in.read() >= 0) {
      throw refusal(offset, "something follows the footer, expected the end of the file" + REMEDY);
    }
  }

  /** Tells that bytes with a right checksum make no sense. */
  CheckpointException malformed(String problem) {
    return malformed(problem, null);
  }

  CheckpointException malformed(String problem, Throwable cause) {
    long ahead = (long) frame.remaining() + CheckpointFormat.WORD;
    return new CheckpointException(
        file, offset - ahead, problem + "; whoever wrote this does not follow the format", cause);
  }

  /** Tells that a codec and a value do not go together. */
  CheckpointException foreignValue(long entry, String problem, Throwable cause) {
    long ahead = (long) frame.remaining() + CheckpointFormat.WORD;
    return new CheckpointException(
        file,
        offset - ahead,
        ("value of entry " + entry + ": " + problem)
            + "; read it with the codec that it was written with",
        cause);
  }

  private CheckpointException cutShort(String expected) {
    return refusal(offset, "the end, expected " + expected + REMEDY);
  }

  private CheckpointException refusal(long at, String problem) {
    return new CheckpointException(file, at, problem, null);
  }
}
