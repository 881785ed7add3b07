package dev.madtree.workloads.ycsb;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.masstree.KeyRange;
import dev.madtree.workloads.replay.Structure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import site.ycsb.ByteIterator;
import site.ycsb.Status;

/** One YCSB table in a structure: every operation with its honest status. */
final class RecordTable {

  private final OrderedIndex<StoredRecord> index;
  private final boolean isOrdered;
  private final boolean isHollow;

  /** The keys of a structure that cannot be walked, noted if they will be asked for; else null. */
  private final Queue<byte[]> noted;

  /**
   * Makes an empty table.
   *
   * @param willBeWalked whether {@link #forEach} will be called
   */
  RecordTable(Structure structure, boolean willBeWalked) {
    index = structure.create();
    isOrdered = structure.isOrdered();
    isHollow = !structure.storesEntries();
    noted = willBeWalked && !isOrdered ? new ConcurrentLinkedQueue<>() : null;
  }

  /** Adds the wanted fields, all if null, of a record to the result. */
  Status read(String key, Set<String> wanted, Map<String, ByteIterator> result) {
    StoredRecord found = index.get(bytes(key));
    if (found == null) {
      return absent();
    }
    found.copyTo(wanted, result);
    return Status.OK;
  }

  /** Appends the wanted fields of at most {@code count} records from a key on, in key order. */
  Status scan(
      String startKey,
      int count,
      Set<String> wanted,
      Vector<HashMap<String, ByteIterator>> result) {
    if (!isOrdered) {
      return Status.NOT_IMPLEMENTED;
    }
    index.scan(
        KeyRange.atLeast(bytes(startKey)),
        count,
        (key, found) -> {
          HashMap<String, ByteIterator> fields = new HashMap<>();
          found.copyTo(wanted, fields);
          result.add(fields);
          return true;
        });
    return Status.OK;
  }

  /** Replaces the given fields of a record; no other writer's fields are lost. */
  Status update(String key, Map<String, ByteIterator> values) {
    StoredRecord given = StoredRecord.drain(values);
    byte[] bytes = bytes(key);
    while (true) {
      StoredRecord present = index.get(bytes);
      if (present == null) {
        return absent();
      }
      if (index.replace(bytes, present, present.mergedWith(given))) {
        return Status.OK;
      }
    }
  }

  /** Sets a record, whether or not there is one. */
  Status insert(String key, Map<String, ByteIterator> values) {
    put(bytes(key), StoredRecord.drain(values));
    return Status.OK;
  }

  /** Removes a record. */
  Status delete(String key) {
    return index.remove(bytes(key)) == null ? absent() : Status.OK;
  }

  /** Sets a record under a key that nobody changes afterwards. */
  void put(byte[] key, StoredRecord value) {
    if (index.put(key, value) == null && noted != null) {
      noted.add(key);
    }
  }

  /** Returns how many records the structure says it has. */
  long size() {
    return index.size();
  }

  /** Passes every record, in key order if there is one. */
  void forEach(BiConsumer<byte[], StoredRecord> visitor) {
    if (isOrdered) {
      index.scan(
          KeyRange.all(),
          Long.MAX_VALUE,
          (key, value) -> {
            visitor.accept(key.toByteArray(), value);
            return true;
          });
      return;
    }
    for (byte[] key : noted) {
      StoredRecord value = index.get(key);
      if (value != null) {
        visitor.accept(key, value);
      }
    }
  }

  /** What a missing record means: nothing, where everything is missing. */
  private Status absent() {
    return isHollow ? Status.OK : Status.NOT_FOUND;
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
