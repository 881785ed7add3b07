package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class EntryTest {

  private static final byte[] KEY = {1, -2};

  @Test
  void entry_equals_isByKeyBytesAndValue() {
    Entry<String> entry = new Entry<>(KEY, "value");
    assertEquals(entry, new Entry<>(KEY.clone(), "value"));
    assertEquals(entry.hashCode(), new Entry<>(KEY.clone(), "value").hashCode());
    assertNotEquals(entry, new Entry<>(KEY, "other"));
    assertNotEquals(entry, new Entry<>(new byte[] {1}, "value"));
    assertNotEquals(entry, (Object) "value");
    assertEquals("Entry[key=[1, -2], value=value]", entry.toString());
  }

  @Test
  void longEntry_equals_isByKeyBytesAndValue() {
    LongEntry entry = new LongEntry(KEY, 7);
    assertEquals(entry, new LongEntry(KEY.clone(), 7));
    assertEquals(entry.hashCode(), new LongEntry(KEY.clone(), 7).hashCode());
    assertNotEquals(entry, new LongEntry(KEY, 8));
    assertNotEquals(entry, new LongEntry(new byte[] {1}, 7));
    assertNotEquals(entry, (Object) 7L);
    assertEquals("LongEntry[key=[1, -2], value=7]", entry.toString());
  }

  @Test
  void entry_keyChangedByItsReceiver_leavesTheTree() {
    Masstree<String> tree = new Masstree<>();
    tree.put(KEY, "value");
    tree.first().key()[0] = 99;
    assertArrayEquals(KEY, tree.first().key());
    MasstreeIndex index = new MasstreeIndex(0);
    index.put(KEY, 7);
    index.first().key()[0] = 99;
    assertArrayEquals(KEY, index.first().key());
  }

  @Test
  void statistics_ofLayersAndSuffixes_areCounted() {
    Masstree<String> tree = new Masstree<>();
    tree.put("prefix01suffix".getBytes(US_ASCII), "alone");
    assertEquals(new TreeStatistics(1, 1, 1, 1, 1, 0, 15, 1, 6), tree.statistics());
    tree.put("prefix01".getBytes(US_ASCII), "its slice");
    tree.put("prefix01other".getBytes(US_ASCII), "a roommate");
    TreeStatistics shape = tree.statistics();
    assertEquals(new TreeStatistics(3, 2, 2, 1, 2, 0, 30, 4, 0), shape);
    assertEquals(4 / 30.0, shape.fill());
  }
}
