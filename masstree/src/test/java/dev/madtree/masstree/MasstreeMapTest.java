package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the contract suite does not ask of the map. */
class MasstreeMapTest {

  private static MasstreeMap<Integer, String> numbers(int from, int to) {
    MasstreeMap<Integer, String> map = MasstreeMap.ofIntegers();
    for (int i = from; i < to; i++) {
      map.put(i, "v" + i);
    }
    return map;
  }

  @Test
  void factories_eachKeyType_ordersAsItsComparator() {
    MasstreeMap<Long, String> longs = MasstreeMap.ofLongs();
    longs.put(1L, "one");
    longs.put(-1L, "minus one");
    longs.put(Long.MIN_VALUE, "least");
    assertEquals(List.of(Long.MIN_VALUE, -1L, 1L), List.copyOf(longs.keySet()));
    assertNull(longs.comparator());

    MasstreeMap<String, Integer> strings = MasstreeMap.ofStrings();
    strings.put("\uFFFF", 2);
    strings.put("\uD83D\uDE00", 1);
    assertEquals("\uD83D\uDE00", strings.firstKey());

    MasstreeMap<byte[], Integer> bytes = MasstreeMap.ofBytes();
    bytes.put(new byte[] {-1}, 2);
    bytes.put(new byte[] {1}, 1);
    bytes.put(new byte[0], 0);
    assertEquals(List.of(0, 1, 2), List.copyOf(bytes.values()));
    assertArrayEquals(new byte[] {-1}, bytes.lastKey());
    assertEquals(-1, bytes.comparator().compare(new byte[0], new byte[] {1}));
  }

  @Test
  void longKeys_everyOperation_worksWithoutByteArrays() {
    MasstreeMap<Long, String> map = MasstreeMap.ofLongs();
    assertNull(map.put(5L, "a"));
    assertEquals("a", map.putIfAbsent(5L, "b"));
    assertEquals("a", map.replace(5L, "b"));
    assertTrue(map.replace(5L, "b", "c"));
    assertEquals("cd", map.merge(5L, "d", String::concat));
    assertEquals("cd5", map.compute(5L, (key, value) -> value + key));
    assertEquals("cd55", map.computeIfPresent(5L, (key, value) -> value + key));
    assertEquals("6", map.computeIfAbsent(6L, Object::toString));
    assertTrue(map.containsKey(6L));
    assertEquals(5L, map.lowerKey(6L));
    assertEquals(6L, map.floorKey(7L));
    assertEquals(6L, map.higherKey(5L));
    assertEquals(5L, map.ceilingKey(-7L));
    assertFalse(map.remove(6L, "7"));
    assertTrue(map.remove(6L, "6"));
    assertEquals("cd55", map.remove(5L));
    assertTrue(map.isEmpty());
  }

  @Test
  @SuppressWarnings("CollectionIncompatibleType") // The foreign key is the point.
  void anyOperation_nullOrForeignKey_isRefused() {
    MasstreeMap<Integer, String> map = numbers(0, 3);
    assertThrows(NullPointerException.class, () -> map.get(null));
    assertThrows(NullPointerException.class, () -> map.put(null, "a"));
    assertThrows(NullPointerException.class, () -> map.put(1, null));
    assertThrows(NullPointerException.class, () -> map.putIfAbsent(1, null));
    assertThrows(NullPointerException.class, () -> map.replace(1, "v1", null));
    assertThrows(NullPointerException.class, () -> map.replace(1, null, "v1"));
    assertThrows(NullPointerException.class, () -> map.remove(null, null));
    assertThrows(NullPointerException.class, () -> map.merge(1, null, String::concat));
    assertThrows(NullPointerException.class, () -> map.containsValue(null));
    assertThrows(NullPointerException.class, () -> map.compute(1, null));
    assertThrows(NullPointerException.class, () -> map.forEach(null));
    assertThrows(NullPointerException.class, () -> map.replaceAll((key, value) -> null));
    assertThrows(NullPointerException.class, () -> map.headMap(null));
    assertThrows(NullPointerException.class, () -> MasstreeMap.of(null));
    assertThrows(ClassCastException.class, () -> map.get("one"));
    assertThrows(ClassCastException.class, () -> map.remove(1L));
    assertThrows(ClassCastException.class, () -> map.headMap(2).containsKey("one"));
    assertEquals(numbers(0, 3), map);
  }

  @Test
  void subMap_outOfRange_isRefused() {
    MasstreeMap<Integer, String> map = numbers(0, 10);
    ConcurrentNavigableMap<Integer, String> sub = map.subMap(3, false, 7, true);
    assertThrows(IllegalArgumentException.class, () -> sub.put(3, "a"));
    assertThrows(IllegalArgumentException.class, () -> sub.putIfAbsent(8, "a"));
    assertThrows(IllegalArgumentException.class, () -> sub.merge(8, "a", String::concat));
    assertThrows(IllegalArgumentException.class, () -> sub.compute(3, (key, value) -> "a"));
    assertThrows(IllegalArgumentException.class, () -> sub.computeIfAbsent(3, key -> "a"));
    assertThrows(IllegalArgumentException.class, () -> sub.replace(8, "a"));
    assertThrows(IllegalArgumentException.class, () -> sub.replace(8, "v8", "a"));
    assertThrows(IllegalArgumentException.class, () -> sub.headMap(3, true));
    assertThrows(IllegalArgumentException.class, () -> sub.tailMap(8, true));
    assertThrows(IllegalArgumentException.class, () -> sub.subMap(6, 5));
    assertThrows(IllegalArgumentException.class, () -> map.subMap(6, 5));
    assertThrows(IllegalArgumentException.class, () -> map.descendingMap().subMap(5, 6));
    assertThrows(NoSuchElementException.class, () -> sub.headMap(3, false).firstKey());
    assertNull(sub.compute(3, (key, value) -> null));
    assertNull(sub.computeIfAbsent(3, key -> null));
    assertNull(sub.computeIfPresent(3, (key, value) -> "a"));
    assertNull(sub.get(3));
    assertNull(sub.remove(8));
    assertEquals("-", sub.getOrDefault(8, "-"));
    assertEquals(4, sub.lowerEntry(5).getKey());
    assertEquals(4, sub.ceilingKey(-100));
    assertEquals(7, sub.floorKey(100));
    assertNull(sub.lowerKey(4));
    assertEquals(numbers(0, 10), map);
  }

  @Test
  void subMap_bulkOperations_touchOnlyItsRange() {
    MasstreeMap<Integer, String> map = numbers(0, 100);
    ConcurrentNavigableMap<Integer, String> sub = map.subMap(20, true, 79, true);
    sub.replaceAll((key, value) -> value + "!");
    assertEquals(60, map.values().stream().filter(value -> value.endsWith("!")).count());
    List<Integer> seen = new ArrayList<>();
    sub.descendingMap().forEach((key, value) -> seen.add(key));
    assertEquals(List.copyOf(sub.descendingKeySet()), seen);
    assertEquals(60, sub.size());
    assertEquals("v20!", sub.pollFirstEntry().getValue());
    assertEquals("v79!", sub.descendingMap().pollFirstEntry().getValue());
    sub.clear();
    assertTrue(sub.isEmpty());
    assertNull(sub.pollLastEntry());
    assertEquals(40, map.size());
  }

  @Test
  void iterator_acrossBatches_passesAndRemovesEachKeyOnce() {
    for (boolean descending : new boolean[] {false, true}) {
      MasstreeMap<Integer, String> map = numbers(0, 1000);
      NavigableMap<Integer, String> seen = descending ? map.descendingMap() : map;
      Iterator<Integer> keys = seen.keySet().iterator();
      assertThrows(IllegalStateException.class, keys::remove);
      for (int i = 0; i < 1000; i++) {
        int key = keys.next();
        assertEquals(descending ? 999 - i : i, key);
        if (key % 2 == 0) {
          keys.remove();
          assertThrows(IllegalStateException.class, keys::remove);
        }
      }
      assertFalse(keys.hasNext());
      assertThrows(NoSuchElementException.class, keys::next);
      assertEquals(500, map.size());
    }
  }

  @Test
  void iterator_hasNextTrue_nextSucceedsAfterClear() {
    MasstreeMap<Integer, String> map = numbers(0, 100);
    Iterator<Map.Entry<Integer, String>> entries = map.entrySet().iterator();
    for (int i = 0; i < 16; i++) {
      entries.next();
    }
    assertTrue(entries.hasNext());
    map.clear();
    Map.Entry<Integer, String> entry = entries.next();
    assertEquals(16, entry.getKey());
    assertThrows(UnsupportedOperationException.class, () -> entry.setValue("other"));
  }

  @Test
  void spliterator_characteristics_areThoseOfTheSkipList() {
    MasstreeMap<Integer, String> map = numbers(0, 10);
    int ofKeys =
        Spliterator.SORTED
            | Spliterator.ORDERED
            | Spliterator.DISTINCT
            | Spliterator.NONNULL
            | Spliterator.CONCURRENT;
    assertEquals(ofKeys, map.keySet().spliterator().characteristics());
    assertEquals(ofKeys, map.entrySet().spliterator().characteristics());
    assertEquals(
        Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT,
        map.values().spliterator().characteristics());
    assertNull(map.keySet().spliterator().getComparator());
    assertEquals(Comparator.reverseOrder(), map.descendingKeySet().spliterator().getComparator());
    assertThrows(IllegalStateException.class, () -> map.values().spliterator().getComparator());
  }

  @Test
  void spliterator_splitAtWill_keepsOrderAndLosesNothing() {
    MasstreeMap<Integer, String> map = numbers(0, 5000);
    List<Integer> keys = map.keySet().parallelStream().collect(Collectors.toList());
    assertEquals(List.copyOf(map.keySet()), keys);
    List<Integer> down = map.descendingKeySet().parallelStream().collect(Collectors.toList());
    Collections.reverse(down);
    assertEquals(keys, down);

    List<Integer> seen = new ArrayList<>();
    split(map.keySet().spliterator(), seen);
    assertEquals(keys, seen);
  }

  /** Takes one element, then the parts that come before the rest, then the rest. */
  private static void split(Spliterator<Integer> keys, List<Integer> seen) {
    keys.tryAdvance(seen::add);
    Spliterator<Integer> start = keys.trySplit();
    if (start != null) {
      split(start, seen);
      split(keys, seen);
    }
    keys.forEachRemaining(seen::add);
  }

  @Test
  void serialization_mapAndViews_comeBackEqual() throws Exception {
    MasstreeMap<Integer, String> map = numbers(0, 200);
    MasstreeMap<Integer, String> copy = copyBySerialization(map);
    assertEquals(map, copy);
    assertEquals(map.hashCode(), copy.hashCode());
    assertEquals(map.toString(), copy.toString());
    copy.remove(7);
    assertEquals(200, map.size());

    NavigableMap<Integer, String> view = map.subMap(10, false, 20, true).descendingMap();
    NavigableMap<Integer, String> viewCopy = copyBySerialization(view);
    assertEquals(view.toString(), viewCopy.toString());
    assertThrows(IllegalArgumentException.class, () -> viewCopy.put(10, "out"));
  }

  @Test
  void serialization_valueThatHoldsItsMap_comesBack() throws Exception {
    MasstreeMap<String, Object> map = MasstreeMap.ofStrings();
    map.put("self", map);
    MasstreeMap<String, Object> copy = copyBySerialization(map);
    assertTrue(copy.get("self") == copy);
  }

  @SuppressWarnings("unchecked") // The type written is the type read.
  private static <T> T copyBySerialization(T object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @Test
  void clone_laterChanges_stayApart() {
    MasstreeMap<Integer, String> map = numbers(0, 300);
    MasstreeMap<Integer, String> clone = map.clone();
    assertNotSame(map, clone);
    assertEquals(map, clone);
    clone.put(1, "other");
    map.remove(2);
    assertEquals("v1", map.get(1));
    assertEquals("v2", clone.get(2));
  }

  @Test
  void equals_anyMapWithTheSameEntries_isTrue() {
    MasstreeMap<Integer, String> map = numbers(0, 50);
    TreeMap<Integer, String> tree = new TreeMap<>(map);
    assertEquals(tree, map);
    assertEquals(map, tree);
    assertEquals(tree.hashCode(), map.hashCode());
    assertEquals(tree.toString(), map.toString());
    assertEquals(tree.keySet(), map.keySet());
    assertEquals(tree.entrySet(), map.entrySet());
    assertEquals(map.descendingMap(), map);
  }
}
