package dev.madtree.workloads.trace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Bytes as a trace on disk: a whole trace is read, all else is refused. */
class TraceFileFuzzTest {

  private static final long MAGIC = 0x3145434152544D4DL;

  @FuzzTest
  void trace_anyBytes_isReadOrRefused(byte[] bytes) throws IOException {
    read(bytes);
  }

  /** Magic and checksum are right here, so that the lengths are looked at. */
  @FuzzTest
  void trace_anyContent_isReadOrRefused(byte[] content) throws IOException {
    ByteBuffer file =
        ByteBuffer.allocate(content.length + Long.BYTES + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(MAGIC).put(content);
    CRC32C crc = new CRC32C();
    crc.update(file.array(), 0, file.position());
    file.putInt((int) crc.getValue());
    read(file.array());
  }

  private static void read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".trace");
    try {
      Files.write(file, bytes);
      Trace trace = TraceFile.read(file);
      assertTrue(trace.length() <= bytes.length);
    } catch (IOException refused) {
      assertTrue(refused.getMessage().startsWith(file.toString()), refused.toString());
    } finally {
      Files.delete(file);
    }
  }
}
