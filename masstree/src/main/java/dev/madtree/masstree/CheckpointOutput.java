package dev.madtree.masstree;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Cuts the bytes of a checkpoint into frames with checksums, and writes each in one call. */
final class CheckpointOutput {

  /** The checksum before, which is not written again, and the length. */
  private static final int FRONT = 2 * CheckpointFormat.WORD;

  private final OutputStream out;
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer frame =
      ByteBuffer.allocate(FRONT + CheckpointFormat.MOST_PAYLOAD + CheckpointFormat.WORD);
  private int checksum;

  /** Writes the header. */
  CheckpointOutput(OutputStream out, CheckpointFormat.Kind kind) throws IOException {
    this.out = out;
    frame.putLong(CheckpointFormat.MAGIC);
    frame.putShort((short) CheckpointFormat.VERSION);
    frame.putShort((short) kind.code());
    seal(0);
    begin();
  }

  private void begin() {
    frame.clear().limit(FRONT + CheckpointFormat.MOST_PAYLOAD);
    frame.putInt(checksum).putInt(0);
  }

  /** Adds the checksum of what the buffer holds and writes it from an index on. */
  private void seal(int from) throws IOException {
    checksum = CheckpointFormat.checksum(crc, frame.array(), frame.position());
    frame.limit(frame.capacity()).putInt(checksum);
    out.write(frame.array(), from, frame.position() - from);
  }

  private void endFrame() throws IOException {
    frame.putInt(CheckpointFormat.WORD, frame.position() - FRONT);
    seal(CheckpointFormat.WORD);
    begin();
  }

  void writeByte(int value) throws IOException {
    if (!frame.hasRemaining()) {
      endFrame();
    }
    frame.put((byte) value);
  }

  void writeVarint(int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      writeByte(rest | 0x80);
      rest >>>= 7;
    }
    writeByte(rest);
  }

  void writeLong(long value) throws IOException {
    if (frame.remaining() >= Long.BYTES) {
      frame.putLong(value);
      return;
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
      writeByte((int) (value >>> shift));
    }
  }

  void write(byte[] bytes, int from, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (!frame.hasRemaining()) {
        endFrame();
      }
      int step = Math.min(length - written, frame.remaining());
      frame.put(bytes, from + written, step);
      written += step;
    }
  }

  /** Writes what is left, and the footer, and flushes the stream. */
  void finish(long entries) throws IOException {
    if (frame.position() > FRONT) {
      endFrame();
    }
    frame.putLong(entries);
    seal(CheckpointFormat.WORD);
    out.flush();
  }
}
