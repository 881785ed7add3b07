package dev.madtree.workloads.ycsb;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import site.ycsb.ByteArrayByteIterator;
import site.ycsb.ByteIterator;

/**
 * A record: fields and their bytes, none of which change.
 *
 * <p>Two records are equal only if they are the same object, so that replacing a record by the one
 * it was made from is atomic.
 */
final class StoredRecord {

  private final Map<String, byte[]> fields;

  private StoredRecord(Map<String, byte[]> fields) {
    this.fields = fields;
  }

  /** Returns a record of arrays that nobody changes afterwards. */
  static StoredRecord of(Map<String, byte[]> fields) {
    return new StoredRecord(Map.copyOf(fields));
  }

  /** Reads every iterator to its end, which can be done once. */
  static StoredRecord drain(Map<String, ByteIterator> values) {
    Map<String, byte[]> fields = new HashMap<>();
    values.forEach((field, value) -> fields.put(field, value.toArray()));
    return of(fields);
  }

  /** Returns a record with the other's fields and those of this one that the other lacks. */
  StoredRecord mergedWith(StoredRecord other) {
    Map<String, byte[]> merged = new HashMap<>(fields);
    merged.putAll(other.fields);
    return of(merged);
  }

  /** Returns the fields; the arrays are the record's own and are not to be changed. */
  Map<String, byte[]> fields() {
    return fields;
  }

  /** Adds the wanted fields that the record has, all of them if {@code wanted} is null. */
  void copyTo(Set<String> wanted, Map<String, ByteIterator> result) {
    if (wanted == null) {
      fields.forEach((field, value) -> result.put(field, new ByteArrayByteIterator(value)));
      return;
    }
    for (String field : wanted) {
      byte[] value = fields.get(field);
      if (value != null) {
        result.put(field, new ByteArrayByteIterator(value));
      }
    }
  }
}
