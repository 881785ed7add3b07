package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * A removal that would merge its thin node waits for the neighbour, and looks again at both when it
 * has the locks.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class OvertakenMergeTest {

  private static final int WIDTH = Fanout.SMALL.border();
  private static final int NODES = Fanout.SMALL.root() + 1;

  /** Entries that are taken out of a node so that it fits into its neighbour, but is not thin. */
  private static final int THINNED = 6;

  /** The first key behind all nodes. */
  private static final long END = (long) NODES * WIDTH;

  private final Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
  private final Layer top = tree.trie().top();
  private BorderNode last;
  private BorderNode before;
  private BorderNode first;

  /** A full root over full border nodes, of which the last two are thinned out. */
  @BeforeEach
  void thinOut() {
    for (long i = 0; i < END; i++) {
      tree.put(i, i);
    }
    last = Descent.toBorder(top, -1L);
    before = Descent.toBorder(top, last.lowKey() - 1);
    first = Descent.toBorder(top, before.lowKey() - 1);
    for (long i = 1; i <= THINNED; i++) {
      tree.remove(before.lowKey() + i);
      tree.remove(last.lowKey() + i);
    }
  }

  /** Removes keys of the last node until the removal waits for the node before. */
  private WaitingCall<Long> removeUntilItWaits() {
    for (long i = THINNED + 1; Permutation.count(last.permutation()) > WIDTH / 4 + 1; i++) {
      tree.remove(last.lowKey() + i);
    }
    return WaitingCall.begin(Merge.class, () -> tree.remove(END - 1));
  }

  private void assertRemoved(WaitingCall<Long> removal) throws Exception {
    assertEquals(END - 1, removal.result());
    assertNull(tree.get(END - 1));
    TreeChecker.check(tree.trie());
  }

  @Test
  void merge_nothingHappened_takesTheLastNodeOut() throws Exception {
    assertTrue(before.lock());
    WaitingCall<Long> removal = removeUntilItWaits();
    before.unlock();
    assertRemoved(removal);
    assertTrue(last.isDeleted());
  }

  @Test
  void merge_leftNodeIsMergedMeanwhile_leavesTheRightOne() throws Exception {
    assertTrue(first.lock() && before.lock());
    WaitingCall<Long> removal = removeUntilItWaits();
    MergeByHand.emptyInto(tree.trie(), first, before);
    before.unlock();
    first.unlock();
    assertRemoved(removal);
    assertFalse(last.isDeleted(), "its neighbour now is full");
  }

  @Test
  void merge_rightNodeIsMergedMeanwhile_findsNone() throws Exception {
    assertTrue(before.lock());
    WaitingCall<Long> removal = removeUntilItWaits();
    assertTrue(last.lock());
    MergeByHand.emptyInto(tree.trie(), before, last);
    last.unlock();
    before.unlock();
    assertRemoved(removal);
    assertTrue(last.isDeleted());
  }

  @Test
  void merge_rightNodeIsFilledMeanwhile_leavesIt() throws Exception {
    assertTrue(before.lock());
    WaitingCall<Long> removal = removeUntilItWaits();
    for (long i = 1; Permutation.count(last.permutation()) < WIDTH; i++) {
      tree.put(END + i, i);
    }
    before.unlock();
    assertRemoved(removal);
    assertFalse(last.isDeleted());
  }

  @Test
  void merge_parentSplitsMeanwhile_mergesTheParentsFirst() throws Exception {
    assertTrue(before.lock());
    WaitingCall<Long> removal = removeUntilItWaits();
    for (long i = 1; last.parentAcquire() == before.parentAcquire(); i++) {
      tree.put(END + i, i);
    }
    for (long i = 1; Permutation.count(last.permutation()) > 1; i++) {
      Cursor at = new Cursor(tree.trie(), Key.bytes(last.slice(slotOfLast())));
      assertTrue(at.lock(false));
      Removal.removeFrom(at.node(), at.position());
      tree.trie().size().decrement();
    }
    InteriorNode left = before.parentAcquire();
    InteriorNode right = last.parentAcquire();
    assertNotSame(left, right);
    before.unlock();
    assertRemoved(removal);
    // Nodes of different parents do not merge; looked at again, the parents are thin and do.
    assertTrue(left.isDeleted() || right.isDeleted());
    assertTrue(last.isDeleted());
  }

  private int slotOfLast() {
    long order = last.permutation();
    return Permutation.slot(order, Permutation.count(order) - 1);
  }
}
