package dev.madtree.workloads.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The operations of one thread in order, drawn beforehand.
 *
 * <p>Keys are numbers of the thread's own: those below {@code records} are the loaded ones, which
 * all threads share; the others are the thread's own inserts in order. {@link #globalKey} turns
 * them into numbers that are fresh for every thread. In a trace with removals all keys are the
 * thread's own, also the {@code records} that are loaded.
 *
 * @param records the number of keys loaded before
 * @param operations the code of each operation
 * @param keys the thread's own key number of each operation
 * @param scanLengths the entries wanted by each operation, 0 where it is no scan; empty if the
 *     trace has no scan at all
 */
public record Trace(long records, byte[] operations, int[] keys, short[] scanLengths) {

  /** Returns the number of operations. */
  public int length() {
    return operations.length;
  }

  /** Returns whether the trace has removals, so that all of its keys are its thread's own. */
  public boolean removes() {
    for (byte operation : operations) {
      if (operation == Operation.REMOVE.code()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the highest key number of its own that the trace has. */
  public int lastKey() {
    return Arrays.stream(keys).max().orElse(0);
  }

  /** Returns the number of keys that the trace inserts. */
  public int inserts() {
    int inserts = 0;
    for (byte operation : operations) {
      if (operation == Operation.INSERT.code()) {
        inserts++;
      }
    }
    return inserts;
  }

  /**
   * Returns the number that a key has among all threads' keys.
   *
   * @param key the thread's own number
   * @param thread the thread, from 0
   * @param threads how many there are
   */
  public static long globalKey(long key, long records, int thread, int threads) {
    return key < records ? key : records + (key - records) * threads + thread;
  }

  /**
   * As {@link #globalKey}, where the loaded keys are shared out among the threads by turns.
   *
   * @param share how many of the loaded keys each thread has
   * @param records how many there are in all
   */
  public static long ownGlobalKey(long key, long share, long records, int thread, int threads) {
    return key < share
        ? key * threads + thread
        : globalKey(key - share + records, records, thread, threads);
  }

  /** Returns 16 hexadecimal digits that are equal where the operations are equal. */
  public String hash() {
    MessageDigest digest = sha256();
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(records).putLong(operations.length).array());
    digest.update(operations);
    ByteBuffer chunk = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < keys.length; ) {
      int count = Math.min(keys.length - from, chunk.capacity() / Integer.BYTES);
      chunk.clear();
      chunk.asIntBuffer().put(keys, from, count);
      digest.update(chunk.limit(count * Integer.BYTES));
      from += count;
    }
    for (int from = 0; from < scanLengths.length; ) {
      int count = Math.min(scanLengths.length - from, chunk.capacity() / Short.BYTES);
      chunk.clear();
      chunk.asShortBuffer().put(scanLengths, from, count);
      digest.update(chunk.limit(count * Short.BYTES));
      from += count;
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
