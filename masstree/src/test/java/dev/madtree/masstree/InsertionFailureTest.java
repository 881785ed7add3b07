package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * An insert that fails before its first change, as one does that gets no memory, leaves the tree as
 * it was and no lock behind. What fails here is an argument that no caller of the tree can give.
 */
class InsertionFailureTest {

  private static final int WIDTH = Fanout.SMALL.border();
  private static final byte[] ONE = "prefix01prefix02x".getBytes(US_ASCII);
  private static final byte[] OTHER = "prefix01prefix02y".getBytes(US_ASCII);

  private final Masstree<Long> tree = new Masstree<>(Fanout.SMALL);

  private Cursor lock(byte[] key) {
    Cursor at = new Cursor(tree.trie(), key);
    assertFalse(at.lock(true));
    return at;
  }

  private void assertFailsWithoutTrace(Executable insert) {
    long entries = tree.size();
    TreeStatistics shape = tree.statistics();
    assertThrows(RuntimeException.class, insert);
    assertEquals(entries, TreeChecker.check(tree.trie()).entries());
    assertEquals(shape, tree.statistics());
  }

  /** The key that a cursor stands at becomes shorter, so that its suffix cannot be copied. */
  private void failInCopyingTheSuffix(byte[] key) {
    Cursor at = lock(key).moveTo(new byte[0]);
    assertFailsWithoutTrace(() -> Insertion.insert(at, 1L, 0));
    assertNull(tree.put(key, 2L));
    assertEquals(2, tree.get(key));
  }

  @Test
  void insert_noMemoryForTheSuffix_leavesNoTrace() {
    failInCopyingTheSuffix(ONE);
  }

  @Test
  void insert_noMemoryForALayer_leavesNoTrace() {
    tree.put(OTHER, 1L);
    failInCopyingTheSuffix(ONE);
    assertEquals(1, tree.get(OTHER));
  }

  @Test
  void insert_noMemoryForABorderNode_leavesNoTrace() {
    for (long i = 0; i < WIDTH; i++) {
      tree.put(i, i);
    }
    Cursor at = lock(Key.bytes(WIDTH));
    assertFailsWithoutTrace(
        () ->
            Insertion.insert(
                null, at.layer(), at.node(), WIDTH, WIDTH, Key.SLICE, null, (Long) 1L, 0));
    assertNull(tree.put(WIDTH, 2L));
    assertEquals(2, tree.get(WIDTH));
  }

  @Test
  void insert_noMemoryForANewRoot_leavesNoTrace() {
    for (long i = 0; i < WIDTH; i++) {
      tree.put(i, i);
    }
    failInMakingTheSplit(WIDTH);
  }

  @Test
  void insert_noMemoryForInteriorNodes_leavesNoTrace() {
    int children = Fanout.SMALL.root() + 1;
    for (long i = 0; i < children * WIDTH; i++) {
      tree.put(i, i);
    }
    failInMakingTheSplit(children * WIDTH);
  }

  /** Without a fan-out nobody knows how wide the new interior nodes are to be. */
  private void failInMakingTheSplit(long key) {
    Cursor at = lock(Key.bytes(key));
    assertFailsWithoutTrace(
        () -> {
          try {
            Split.prepare(null, at.layer(), at.node(), -1 - at.position(), key);
          } finally {
            at.unlock();
          }
        });
    assertNull(tree.put(key, key));
    assertEquals(key, tree.get(key));
    TreeChecker.check(tree.trie());
  }
}
