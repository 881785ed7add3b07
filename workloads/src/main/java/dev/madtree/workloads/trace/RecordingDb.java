package dev.madtree.workloads.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import site.ycsb.ByteIterator;
import site.ycsb.DB;
import site.ycsb.Status;

/** A database that stores nothing but the questions. */
final class RecordingDb extends DB {

  private final Operation read;
  private final byte[] operations;
  private final int[] keys;
  private final int scanGroup;
  private short[] scanLengths = {};
  private int length;
  private int chosenKey;
  private boolean keyIsNew;

  /**
   * Makes a database.
   *
   * @param capacity how many questions there will be
   * @param readsInBatches whether a read is one of a batch
   * @param scanGroup of how many keys the first one begins a scan
   */
  RecordingDb(int capacity, boolean readsInBatches, int scanGroup) {
    this.scanGroup = scanGroup;
    read = readsInBatches ? Operation.MULTIGET : Operation.READ;
    operations = new byte[capacity];
    keys = new int[capacity];
  }

  /** Takes the key number of the operation that follows. */
  void choose(long key) {
    chosenKey = Math.toIntExact(key);
    keyIsNew = true;
  }

  /** Returns what was recorded. */
  Trace trace(long records) {
    return new Trace(records, operations, keys, scanLengths);
  }

  @Override
  public Status read(
      String table, String key, Set<String> fields, Map<String, ByteIterator> result) {
    return append(read);
  }

  @Override
  public Status update(String table, String key, Map<String, ByteIterator> values) {
    if (keyIsNew) {
      return append(Operation.UPDATE);
    }
    // The key of the read before: the second half of a read-modify-write.
    operations[length - 1] = Operation.READ_MODIFY_WRITE.code();
    return Status.OK;
  }

  @Override
  public Status insert(String table, String key, Map<String, ByteIterator> values) {
    return append(Operation.INSERT);
  }

  @Override
  public Status scan(
      String table,
      String startKey,
      int count,
      Set<String> fields,
      Vector<HashMap<String, ByteIterator>> result) {
    if (scanLengths.length == 0) {
      scanLengths = new short[operations.length];
    }
    scanLengths[length] = (short) count;
    chosenKey -= chosenKey % scanGroup;
    return append(Operation.SCAN);
  }

  @Override
  public Status delete(String table, String key) {
    throw new UnsupportedOperationException("YCSB's core workload never deletes");
  }

  private Status append(Operation operation) {
    operations[length] = operation.code();
    keys[length] = chosenKey;
    keyIsNew = false;
    length++;
    return Status.OK;
  }
}
