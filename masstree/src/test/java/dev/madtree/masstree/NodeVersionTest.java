package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeVersionTest {

  private static final long ALL_FLAGS = 15;
  private static final long INSERT_UNIT = 1L << 4;
  private static final long SPLIT_UNIT = 1L << 34;

  @Test
  void flags_eachAlone_areTold() {
    for (long counters : new long[] {0, ~ALL_FLAGS}) {
      assertFalse(NodeVersion.isLocked(counters | (ALL_FLAGS & ~NodeVersion.LOCKED)));
      assertTrue(NodeVersion.isLocked(counters | NodeVersion.LOCKED));
      assertFalse(NodeVersion.isDeleted(counters | (ALL_FLAGS & ~NodeVersion.DELETED)));
      assertTrue(NodeVersion.isDeleted(counters | NodeVersion.DELETED));
      assertFalse(NodeVersion.isDirty(counters | NodeVersion.LOCKED | NodeVersion.DELETED));
      assertTrue(NodeVersion.isDirty(counters | NodeVersion.INSERTING));
      assertTrue(NodeVersion.isDirty(counters | NodeVersion.SPLITTING));
    }
  }

  @Test
  void changed_lockBitAlone_isNoChange() {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long now = 1L << bit;
      assertEquals(now != NodeVersion.LOCKED, NodeVersion.changed(0, now), "bit " + bit);
      assertEquals(now != NodeVersion.LOCKED, NodeVersion.changed(now, 0), "bit " + bit);
      assertFalse(NodeVersion.changed(now, now));
    }
  }

  @Test
  void movedBounds_eachBit_isTheSplitCounterOrTheDeletedFlag() {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long now = 1L << bit;
      boolean moves = now == NodeVersion.DELETED || bit >= 34;
      assertEquals(moves, NodeVersion.movedBounds(0, now), "bit " + bit);
      assertEquals(moves, NodeVersion.movedBounds(now, 0), "bit " + bit);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1L << 4, 1L << 34, 0x7FFF_FFFF_FFFF_FFF0L})
  void unlocked_afterEachMark_countsWhatChanged(long counters) {
    long locked = counters | NodeVersion.LOCKED;
    assertEquals(counters, NodeVersion.unlocked(locked));
    assertEquals(counters + INSERT_UNIT, NodeVersion.unlocked(locked | NodeVersion.INSERTING));
    assertEquals(counters + SPLIT_UNIT, NodeVersion.unlocked(locked | NodeVersion.SPLITTING));
    assertEquals(
        counters + SPLIT_UNIT,
        NodeVersion.unlocked(locked | NodeVersion.SPLITTING | NodeVersion.INSERTING));
    assertEquals(
        (counters + SPLIT_UNIT) | NodeVersion.DELETED,
        NodeVersion.unlocked(locked | NodeVersion.SPLITTING | NodeVersion.DELETED));
  }

  @Test
  void unlocked_fullInsertCounter_carriesIntoTheSplitCounter() {
    long full = SPLIT_UNIT - INSERT_UNIT;
    long next = NodeVersion.unlocked(full | NodeVersion.LOCKED | NodeVersion.INSERTING);
    assertEquals(SPLIT_UNIT, next);
    assertTrue(NodeVersion.movedBounds(full, next));
  }
}
