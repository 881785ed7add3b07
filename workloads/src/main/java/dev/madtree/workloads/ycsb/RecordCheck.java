package dev.madtree.workloads.ycsb;

import dev.madtree.workloads.keys.KeyShape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import site.ycsb.ByteIterator;
import site.ycsb.Status;

/**
 * Compares what a table holds after a run with what YCSB's client inserted: how many records, in
 * which order, with which fields. Which bytes a field has only YCSB's random generators know.
 */
final class RecordCheck {

  private static final int READ_EVERY = 61;

  private final RecordTable table;
  private final long records;
  private final Set<String> fields = new HashSet<>();
  private final int fieldLength;
  private String difference;
  private byte[] previous;
  private long walked;

  private RecordCheck(RecordTable table, long records, int valueBytes) {
    this.table = table;
    this.records = records;
    this.fieldLength = CellProperties.fieldLength(valueBytes);
    for (int i = 0; i < CellProperties.fields(valueBytes); i++) {
      fields.add("field" + i);
    }
  }

  /**
   * Returns the first difference in words, or nothing if the content is what it must be.
   *
   * @param records how many records there must be: those of the numbers from 0 on
   */
  static Optional<String> difference(
      RecordTable table, long records, int valueBytes, boolean isOrdered) {
    RecordCheck check = new RecordCheck(table, records, valueBytes);
    long size = table.size();
    if (size != records) {
      check.differs("size() says " + size + " records, but " + records + " were inserted");
    }
    if (isOrdered) {
      table.forEach(check::visit);
      if (check.walked != records) {
        check.differs(check.walked + " records are met in a scan of all " + records);
      }
    }
    check.readSome();
    return Optional.ofNullable(check.difference);
  }

  private void visit(byte[] key, StoredRecord found) {
    if (previous != null && Arrays.compareUnsigned(previous, key) >= 0) {
      differs("record " + text(key) + " follows " + text(previous) + " in a scan");
    }
    previous = key;
    walked++;
    Map<String, Integer> lengths = new HashMap<>();
    found.fields().forEach((field, value) -> lengths.put(field, value.length));
    compareFields(key, lengths);
  }

  private void readSome() {
    for (long number = 0; number < records; number += READ_EVERY) {
      byte[] key = KeyShape.YCSB.key(number);
      Map<String, ByteIterator> found = new HashMap<>();
      Status status = table.read(text(key), null, found);
      if (!status.isOk()) {
        differs("a read of record " + text(key) + " says " + status.getName());
      } else {
        Map<String, Integer> lengths = new HashMap<>();
        found.forEach((field, value) -> lengths.put(field, value.toArray().length));
        compareFields(key, lengths);
      }
    }
  }

  private void compareFields(byte[] key, Map<String, Integer> lengths) {
    if (!lengths.keySet().equals(fields)) {
      differs("record " + text(key) + " has the fields " + lengths.keySet() + ", not " + fields);
    } else if (lengths.values().stream().anyMatch(length -> length != fieldLength)) {
      differs("record " + text(key) + " has fields of other than " + fieldLength + " bytes");
    }
  }

  /** Keeps the first difference. */
  private void differs(String text) {
    if (difference == null) {
      difference = text;
    }
  }

  private static String text(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }
}
