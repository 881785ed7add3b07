package dev.madtree.workloads.ycsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.Structure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCheckTest {

  private static final int RECORDS = 200;
  private static final int BYTES = 8;

  private final RecordTable table = table("masstree");

  private static RecordTable table(String structure) {
    return new RecordTable(Structure.named(structure).orElseThrow(), false);
  }

  @BeforeEach
  void fill() {
    fill(table);
  }

  private static void fill(RecordTable table) {
    for (int i = 0; i < RECORDS; i++) {
      table.put(KeyShape.YCSB.key(i), StoredRecord.of(Map.of("field0", new byte[BYTES])));
    }
  }

  private static String key(int number) {
    return new String(KeyShape.YCSB.key(number), StandardCharsets.UTF_8);
  }

  private String found() {
    return RecordCheck.difference(table, RECORDS, BYTES, true).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"masstree", "skiplist", "blink", "mvstore", "treemap-lock"})
  void difference_whatWasInserted_isNone(String structure) {
    RecordTable filled = table(structure);
    fill(filled);
    assertEquals(Optional.empty(), RecordCheck.difference(filled, RECORDS, BYTES, true));
  }

  @Test
  void difference_withoutOrder_isFoundByReads() {
    RecordTable filled = table("hashmap");
    fill(filled);
    assertEquals(Optional.empty(), RecordCheck.difference(filled, RECORDS, BYTES, false));
    filled.delete(key(61));
    filled.put("stray".getBytes(StandardCharsets.UTF_8), StoredRecord.of(Map.of()));
    String text = RecordCheck.difference(filled, RECORDS, BYTES, false).orElse("");
    assertEquals("a read of record " + key(61) + " says NOT_FOUND", text);
  }

  @Test
  void difference_missingRecord_isSaid() {
    table.delete(key(5));
    assertEquals("size() says 199 records, but 200 were inserted", found());
  }

  @Test
  void difference_fieldOfAnotherLength_isSaid() {
    table.put(KeyShape.YCSB.key(7), StoredRecord.of(Map.of("field0", new byte[BYTES - 1])));
    assertEquals("record " + key(7) + " has fields of other than 8 bytes", found());
  }

  @Test
  void difference_missingField_isSaid() {
    table.put(KeyShape.YCSB.key(9), StoredRecord.of(Map.of()));
    assertTrue(found().startsWith("record " + key(9) + " has the fields [], not"), found());
  }
}
