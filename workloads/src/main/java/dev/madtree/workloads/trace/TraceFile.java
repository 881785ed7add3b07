package dev.madtree.workloads.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A trace on disk, little-endian: magic, records, operations, whether there are scans, the hash in
 * 16 characters, operation codes, keys, scan lengths, and a CRC32C of all that.
 */
public final class TraceFile {

  private static final long MAGIC = 0x3145434152544D4DL;
  private static final int HASH_BYTES = 16;
  private static final int HEADER_BYTES = 4 * Long.BYTES + HASH_BYTES;

  private TraceFile() {}

  /**
   * Returns the hash of a recorded trace; records it into the file first if it is not there, or if
   * what is there is torn or foreign.
   */
  public static String ensure(Path file, TraceRequest request) throws IOException {
    if (Files.exists(file)) {
      try {
        return header(checked(file), file);
      } catch (IOException broken) {
        Files.delete(file);
      }
    }
    Trace trace = TraceRecorder.record(request);
    String hash = trace.hash();
    write(file, trace, hash);
    return hash;
  }

  /**
   * Reads a trace.
   *
   * @throws IOException if the file is not a whole trace
   */
  public static Trace read(Path file) throws IOException {
    ByteBuffer content = checked(file);
    long records = content.getLong(Long.BYTES);
    boolean scans = content.getLong(3 * Long.BYTES) != 0;
    int length = length(content, scans, file);
    content.position(HEADER_BYTES);
    byte[] operations = new byte[length];
    int[] keys = new int[length];
    short[] scanLengths = new short[scans ? length : 0];
    content.get(operations);
    content.asIntBuffer().get(keys);
    content.position(content.position() + length * Integer.BYTES);
    content.asShortBuffer().get(scanLengths);
    return new Trace(records, operations, keys, scanLengths);
  }

  /** Writes a trace into a temporary file beside, then renames it. */
  static void write(Path file, Trace trace, String hash) throws IOException {
    int length = trace.length();
    int size =
        HEADER_BYTES
            + length * (1 + Integer.BYTES)
            + trace.scanLengths().length * Short.BYTES
            + Integer.BYTES;
    ByteBuffer content = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    content.putLong(MAGIC).putLong(trace.records()).putLong(length);
    content.putLong(trace.scanLengths().length == 0 ? 0 : 1);
    content.put(hash.getBytes(StandardCharsets.US_ASCII));
    content.put(trace.operations());
    content.asIntBuffer().put(trace.keys());
    content.position(content.position() + length * Integer.BYTES);
    content.asShortBuffer().put(trace.scanLengths());
    content.position(size - Integer.BYTES);
    content.putInt(crc(content));
    content.flip();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "recording", ".tmp");
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      while (content.hasRemaining()) {
        channel.write(content);
      }
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static ByteBuffer checked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < HEADER_BYTES + Integer.BYTES || channel.size() > Integer.MAX_VALUE) {
        throw new IOException(file + " is no trace: it has " + channel.size() + " bytes");
      }
      ByteBuffer content =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      int sum = content.limit() - Integer.BYTES;
      if (content.getLong(0) != MAGIC || content.getInt(sum) != crc(content.duplicate(), sum)) {
        throw new IOException(file + " is no whole trace: its checksum does not agree");
      }
      return content;
    }
  }

  /** Returns how many operations there are: as many as the file has room for, exactly. */
  private static int length(ByteBuffer content, boolean scans, Path file) throws IOException {
    long length = content.getLong(2 * Long.BYTES);
    int bytes = 1 + Integer.BYTES + (scans ? Short.BYTES : 0);
    int room = content.limit() - HEADER_BYTES - Integer.BYTES;
    if (length < 0 || length > room || length * bytes != room) {
      throw new IOException(
          (file + " is no trace: it tells of " + length + " operations")
              + (" of " + bytes + " bytes and has room for " + room + " bytes"));
    }
    return (int) length;
  }

  private static String header(ByteBuffer content, Path file) throws IOException {
    byte[] hash = new byte[HASH_BYTES];
    content.get(4 * Long.BYTES, hash);
    String text = new String(hash, StandardCharsets.US_ASCII);
    if (!text.matches("[0-9a-f]{16}")) {
      throw new IOException(file + " has no hash");
    }
    return text;
  }

  private static int crc(ByteBuffer written) {
    return crc(written.duplicate(), written.position());
  }

  private static int crc(ByteBuffer content, int length) {
    CRC32C crc = new CRC32C();
    crc.update(content.position(0).limit(length));
    return (int) crc.getValue();
  }
}
