package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sequences of operations, four bytes each, against a sorted map. */
class OperationsFuzzTest {

  private static final int STEP = 4;
  private static final int LONGEST = 27;

  /**
   * The first byte chooses the storage mode; then each operation has its kind, the length of its
   * key, the byte that fills the key, and the key's last byte.
   */
  @FuzzTest
  void operations_anySequence_agreeWithASortedMap(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Subject subject = Subject.of((data[0] & 1) == 0, Fanout.SMALL);
    TreeMap<byte[], Long> model = new TreeMap<>(Arrays::compareUnsigned);
    for (int at = 1; at + STEP <= data.length; at += STEP) {
      byte[] key = new byte[(data[at + 1] & 0xFF) % LONGEST];
      Arrays.fill(key, (byte) (data[at + 2] & 3));
      if (key.length > 0) {
        key[key.length - 1] = data[at + 3];
      }
      operate(data[at] & 0xFF, key, at, subject, model);
    }
    same(List.copyOf(model.entrySet()), subject.scan(KeyRange.all(), Long.MAX_VALUE, false));
    assertEquals(model.size(), TreeChecker.check(subject.trie()).entries());
  }

  private static void operate(
      int kind, byte[] key, long value, Subject subject, TreeMap<byte[], Long> model) {
    switch (kind % 16) {
      case 0, 1, 2, 3, 4 -> assertEquals(model.put(key, value), subject.put(key, value));
      case 5, 6, 7 -> assertEquals(model.remove(key), subject.remove(key));
      case 8 -> assertEquals(model.putIfAbsent(key, value), subject.putIfAbsent(key, value));
      case 9 -> assertEquals(model.merge(key, value, Long::sum), subject.add(key, value));
      case 10 -> assertEquals(model.get(key), subject.get(key));
      case 11 -> {
        same(model.lowerEntry(key), subject.lower(key));
        same(model.floorEntry(key), subject.floor(key));
      }
      case 12 -> {
        same(model.ceilingEntry(key), subject.ceiling(key));
        same(model.higherEntry(key), subject.higher(key));
      }
      case 13 -> {
        same(model.pollFirstEntry(), subject.pollFirst());
        same(model.pollLastEntry(), subject.pollLast());
      }
      case 14 ->
          same(
              List.copyOf(model.headMap(key, true).descendingMap().entrySet()),
              subject.scan(KeyRange.atMost(key), Long.MAX_VALUE, true));
      default -> {
        Map<byte[], Long> from = model.tailMap(key, false);
        assertEquals(from.size(), subject.removeRange(KeyRange.greaterThan(key)));
        from.clear();
      }
    }
  }

  private static void same(List<Map.Entry<byte[], Long>> expected, List<Entry<Long>> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      same(expected.get(i), actual.get(i));
    }
  }

  private static void same(Map.Entry<byte[], Long> expected, Entry<Long> actual) {
    assertEquals(show(expected), actual == null ? null : show(actual.key(), actual.value()));
  }

  private static String show(Map.Entry<byte[], Long> entry) {
    return entry == null ? null : show(entry.getKey(), entry.getValue());
  }

  private static String show(byte[] key, Long value) {
    return Arrays.toString(key) + "=" + value;
  }
}
