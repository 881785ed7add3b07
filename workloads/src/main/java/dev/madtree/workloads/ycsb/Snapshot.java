package dev.madtree.workloads.ycsb;

import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.Masstree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * The records of a store in a file, so that a run finds what a load in another process wrote.
 *
 * <p>The file is a checkpoint of a {@link Masstree}, whatever structure the records lie in. Its
 * keys are the length of the table's name in two bytes, the name, and the record's key.
 */
final class Snapshot {

  private static final long SHUFFLE_SEED = 1;

  private Snapshot() {}

  /** Writes all tables and returns the number of records. */
  static long write(Path file, Map<String, RecordTable> tables) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Masstree<StoredRecord> all = new Masstree<>();
    tables.forEach(
        (name, table) -> {
          byte[] prefix = prefix(name);
          table.forEach((key, value) -> all.put(concatenated(prefix, key), value));
        });
    return all.writeTo(file, new StoredRecordCodec());
  }

  /**
   * Puts all records into their tables and returns their number.
   *
   * @param tables gives the table of a name
   * @throws IOException if the file is missing, torn, or not what {@link #write} writes
   */
  static long read(Path file, Function<String, RecordTable> tables) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          "there is no checkpoint "
              + file
              + "; write it by a load with the same "
              + StoreSettings.SNAPSHOT
              + ", or let the run load with "
              + StoreSettings.AUTOLOAD
              + "=true");
    }
    List<byte[]> keys = new ArrayList<>();
    List<StoredRecord> values = new ArrayList<>();
    Masstree.<StoredRecord>readFrom(file, new StoredRecordCodec())
        .scan(
            KeyRange.all(),
            (key, value) -> {
              keys.add(key.toByteArray());
              values.add(value);
              return true;
            });
    // A load comes in hashed order; ascending inserts would leave trees of another shape.
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(SHUFFLE_SEED));
    for (int i : order) {
      byte[] key = keys.get(i);
      int start = 2 + tableLength(file, key);
      String table = new String(key, 2, start - 2, StandardCharsets.UTF_8);
      byte[] own = new byte[key.length - start];
      System.arraycopy(key, start, own, 0, own.length);
      tables.apply(table).put(own, values.get(i));
    }
    return keys.size();
  }

  private static int tableLength(Path file, byte[] key) throws IOException {
    int length = key.length < 2 ? -1 : (key[0] & 0xFF) << 8 | key[1] & 0xFF;
    if (length < 0 || length > key.length - 2) {
      throw new IOException(
          "checkpoint " + file + " has a key without a table; expected what a YCSB load wrote");
    }
    return length;
  }

  private static byte[] prefix(String table) {
    byte[] name = table.getBytes(StandardCharsets.UTF_8);
    if (name.length > 0xFFFF) {
      throw new IllegalArgumentException("a table's name has at most 65535 bytes");
    }
    return concatenated(new byte[] {(byte) (name.length >>> 8), (byte) name.length}, name);
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
