package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * A removal that leaves an interior node with one child waits for the node's neighbour or parent,
 * and gives up where these have gone when it has their locks.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class OvertakenInteriorMergeTest {

  private static final int WIDTH = Fanout.SMALL.border();

  private final Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
  private final Trie trie = tree.trie();
  private InteriorNode root;
  private long end;

  /** Full border nodes under so many interior nodes, of which the last has two children. */
  private void fill(int interiors) {
    for (end = 0; !hasShape(interiors); end++) {
      tree.put(end, end);
    }
    root = (InteriorNode) trie.top().rootAcquire();
    assertEquals(3, tree.statistics().height());
  }

  private boolean hasShape(int interiors) {
    return trie.top().rootAcquire() instanceof InteriorNode candidate
        && candidate.count() == interiors - 1
        && candidate.child(candidate.count()) instanceof InteriorNode last
        && last.count() == 1;
  }

  private InteriorNode interior(int index) {
    return (InteriorNode) root.child(index);
  }

  /** Empties the last border node, so that it merges with the only one beside it. */
  private long removeTheLastBorderNode() {
    return tree.removeRange(KeyRange.atLeast(Descent.toBorder(trie.top(), -1L).lowKey()));
  }

  @Test
  void merge_nothingHappened_takesTheInteriorNodeOut() throws Exception {
    fill(3);
    InteriorNode last = interior(2);
    assertTrue(interior(1).lock());
    WaitingCall<Long> removal = WaitingCall.begin(Merge.class, this::removeTheLastBorderNode);
    interior(1).unlock();
    assertTrue(removal.result() > 0);
    assertTrue(last.isDeleted() || last.count() > 0, "an interior node with one child is left");
    TreeChecker.check(trie);
  }

  @Test
  void merge_neighbourIsMergedMeanwhile_leavesTheNode() throws Exception {
    fill(3);
    InteriorNode left = interior(0);
    InteriorNode middle = interior(1);
    InteriorNode last = interior(2);
    assertTrue(left.lock() && middle.lock());
    MergeByHand.dropChildren(trie, left, 1);
    MergeByHand.dropChildren(trie, middle, 1);
    WaitingCall<Long> removal = WaitingCall.begin(Merge.class, this::removeTheLastBorderNode);
    assertTrue(root.lock());
    MergeByHand.merge(root, left, middle);
    root.unlock();
    middle.unlock();
    left.unlock();
    assertTrue(removal.result() > 0);
    assertFalse(last.isDeleted());
    assertSame(root, trie.top().rootAcquire());
    TreeChecker.check(trie);
  }

  @Test
  void merge_parentIsLoweredMeanwhile_leavesTheRest() throws Exception {
    fill(2);
    InteriorNode left = interior(0);
    InteriorNode last = interior(1);
    assertTrue(root.lock());
    WaitingCall<Long> removal = WaitingCall.begin(Merge.class, this::removeTheLastBorderNode);
    assertTrue(left.lock() && last.lock());
    MergeByHand.dropChildren(trie, left, 1);
    MergeByHand.merge(root, left, last);
    MergeByHand.lower(trie.top(), root);
    last.unlock();
    left.unlock();
    root.unlock();
    assertTrue(removal.result() > 0);
    assertSame(left, trie.top().rootAcquire());
    TreeChecker.check(trie);
  }
}
