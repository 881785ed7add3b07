package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Bytes as a checkpoint: they are restored to a sound tree or refused, and nothing else. */
class CheckpointFuzzTest {

  /** What reading allocates beyond a multiple of what is there: a frame, classes, messages. */
  private static final long MOST_ALLOCATED = 8 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @FuzzTest
  void readFrom_anyBytes_restoresOrRefuses(byte[] file) throws IOException {
    restore(file);
  }

  /**
   * The checksums are right here, so that the entries are looked at. The first byte is the kind.
   */
  @FuzzTest
  void readFrom_anyEntriesInAFrame_restoresOrRefuses(byte[] data) throws IOException {
    if (data.length < 2 || data.length > CheckpointFormat.MOST_PAYLOAD) {
      return;
    }
    int payload = data.length - 2;
    ByteBuffer file = ByteBuffer.allocate(data.length + 64);
    file.putLong(CheckpointFormat.MAGIC).putShort((short) CheckpointFormat.VERSION);
    file.putShort((short) (1 + (data[0] & 1)));
    int checksum = append(file, 0);
    if (payload > 0) {
      int start = file.position();
      file.putInt(payload).put(data, 2, payload);
      checksum = chain(file, start, checksum);
    }
    int start = file.position();
    file.putInt(0).putLong(data[1] & 0xFF);
    chain(file, start, checksum);
    byte[] bytes = new byte[file.position()];
    file.flip().get(bytes);
    restore(bytes);
  }

  private static int append(ByteBuffer file, int start) {
    CRC32C crc = new CRC32C();
    crc.update(file.array(), start, file.position() - start);
    file.putInt((int) crc.getValue());
    return (int) crc.getValue();
  }

  /** Appends the checksum over the one before and what was written since. */
  private static int chain(ByteBuffer file, int start, int before) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(before).flip());
    crc.update(file.array(), start, file.position() - start);
    file.putInt((int) crc.getValue());
    return (int) crc.getValue();
  }

  private static void restore(byte[] file) throws IOException {
    long most = MOST_ALLOCATED + 256L * file.length;
    // A class that is loaded meanwhile counts too, much more so with a fuzzer's hooks, but once.
    if (allocatedByReading(file) > most) {
      long allocated = allocatedByReading(file);
      assertTrue(allocated <= most, file.length + " bytes made it allocate " + allocated);
    }
  }

  private static long allocatedByReading(byte[] file) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      Masstree<byte[]> tree = Masstree.readFrom(new ByteArrayInputStream(file), ValueCodec.bytes());
      TreeChecker.check(tree.trie());
    } catch (CheckpointException refused) {
      assertTrue(refused.offset() <= file.length, refused.getMessage());
    }
    try {
      MasstreeIndex index = MasstreeIndex.readFrom(new ByteArrayInputStream(file), 0);
      TreeChecker.check(index.trie());
    } catch (CheckpointException refused) {
      assertTrue(refused.offset() <= file.length, refused.getMessage());
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
