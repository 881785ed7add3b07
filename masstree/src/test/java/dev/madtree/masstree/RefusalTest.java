package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a tree refuses, it refuses before it changes anything, and says what was wrong. */
class RefusalTest {

  private static final byte[] KEY = {1};

  private final Masstree<String> tree = new Masstree<>();
  private final MasstreeIndex index = new MasstreeIndex(0);

  @BeforeEach
  void putOne() {
    tree.put(KEY, "value");
    index.put(KEY, 1);
  }

  private void assertRefused(
      Class<? extends RuntimeException> exception, String message, Executable call) {
    RuntimeException refusal = assertThrows(exception, call);
    assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal::getMessage);
    assertEquals("value", tree.get(KEY));
    assertEquals(1, index.get(KEY));
    assertEquals(1, TreeChecker.check(tree.trie()).entries());
    assertEquals(1, TreeChecker.check(index.trie()).entries());
  }

  @Test
  void batch_fewerValuesThanKeys_isRefused() {
    byte[][] keys = {{2}, {3}};
    long[] longs = {2, 3};
    List<Executable> calls =
        List.of(
            () -> tree.putAll(keys, new String[] {"a"}),
            () -> tree.putAll(longs, new String[] {"a"}),
            () -> tree.getAll(keys, new String[1]),
            () -> tree.getAll(longs, new String[1]),
            () -> index.putAll(keys, new long[1]),
            () -> index.putAll(longs, new long[1]),
            () -> index.getAll(keys, new long[1]),
            () -> index.getAll(longs, new long[1]));
    for (Executable call : calls) {
      assertRefused(IllegalArgumentException.class, "2 keys", call);
    }
  }

  @Test
  void batch_ofNothing_doesNothing() {
    tree.putAll(new byte[0][], new String[0]);
    tree.putAll(new long[0], new String[0]);
    index.putAll(new byte[0][], new long[0]);
    index.putAll(new long[0], new long[0]);
    String[] values = {"untouched"};
    tree.getAll(new byte[0][], values);
    assertEquals("untouched", values[0]);
    assertEquals(1, tree.size());
    assertEquals(1, index.size());
  }

  @Test
  void anyOperation_null_isRefused() {
    byte[] none = null;
    List<Executable> calls =
        List.of(
            () -> tree.get(none),
            () -> tree.containsKey(none),
            () -> tree.put(none, "a"),
            () -> tree.remove(none),
            () -> tree.floor(none),
            () -> tree.put(KEY, null),
            () -> tree.put(1, null),
            () -> tree.putIfAbsent(KEY, null),
            () -> tree.replace(KEY, null),
            () -> tree.replace(KEY, null, "a"),
            () -> tree.replace(KEY, "value", null),
            () -> tree.computeIfAbsent(KEY, null),
            () -> tree.computeIfPresent(KEY, null),
            () -> tree.compute(KEY, null),
            () -> tree.merge(KEY, null, String::concat),
            () -> tree.merge(KEY, "a", null),
            () -> tree.scan(null, (key, value) -> true),
            () -> tree.scan(KeyRange.all(), null),
            () -> tree.scanDescending(KeyRange.all(), null),
            () -> tree.scanValues(KeyRange.all(), 1, null),
            () -> tree.removeRange(null),
            () -> index.get(none),
            () -> index.put(none, 1),
            () -> index.scan(KeyRange.all(), null),
            () -> index.scanValues(KeyRange.all(), 1, null));
    for (Executable call : calls) {
      assertRefused(NullPointerException.class, "", call);
    }
  }

  @Test
  void remove_expectedNull_removesNothing() {
    assertFalse(tree.remove(KEY, null));
    assertFalse(tree.remove(new byte[] {9}, null));
    assertEquals("value", tree.get(KEY));
  }

  @Test
  void fanout_tooNarrowOrTooWide_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Fanout(9, 3, 3));
    assertThrows(IllegalArgumentException.class, () -> new Fanout(16, 3, 3));
    assertThrows(IllegalArgumentException.class, () -> new Fanout(10, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> new Fanout(10, 4, 3));
    assertEquals(7, new Fanout(10, 3, 8).neighbourOf(3));
    assertEquals(8, new Fanout(10, 3, 8).neighbourOf(7), "no wider than the widest");
  }

  @Test
  void keyView_indexOutside_isRefused() {
    tree.scan(
        KeyRange.all(),
        (key, value) -> {
          assertEquals(1, key.byteAt(0));
          assertEquals(1L << 56, key.longAt(0));
          assertEquals(0, key.longAt(1), "padded behind the end");
          assertEquals("[1]", key.toString());
          assertThrows(IndexOutOfBoundsException.class, () -> key.byteAt(1));
          assertThrows(IndexOutOfBoundsException.class, () -> key.byteAt(-1));
          assertThrows(IndexOutOfBoundsException.class, () -> key.longAt(2));
          assertThrows(IndexOutOfBoundsException.class, () -> key.longAt(-1));
          return true;
        });
  }
}
