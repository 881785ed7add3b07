package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A removal that leaves a layer empty takes it out only if it is empty and there when it comes. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class OvertakenRemovalTest {

  private static final byte[] ONE = "prefix01prefix02x".getBytes(US_ASCII);
  private static final byte[] OTHER = "prefix01prefix02y".getBytes(US_ASCII);
  private static final byte[] ABOVE = "prefix01other".getBytes(US_ASCII);

  /** How far below the top the layer is that both keys share. */
  private static final int DEPTH = 2;

  private final Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
  private final Trie trie = tree.trie();
  private BorderNode top;
  private VanishingLayer middle;
  private VanishingLayer lowest;
  private WaitingCall<Long> removal;

  /** Lets a removal empty the lowest layer and wait on its way to the layers above. */
  @BeforeEach
  void emptyTheLowestLayer() {
    tree.put(ONE, 1L);
    tree.put(OTHER, 2L);
    tree.remove(OTHER);
    tree.put(ABOVE, 3L);
    top = (BorderNode) trie.top().rootAcquire();
    middle = VanishingLayer.locked(trie, ONE, DEPTH - 1);
    middle.letGo();
    lowest = VanishingLayer.locked(trie, ONE, DEPTH);
    removal = WaitingCall.begin(Cursor.class, () -> tree.remove(ONE));
    assertTrue(top.lock());
    top.markInserting();
    lowest.letGo();
    removal.awaitIn(Lookup.class);
  }

  private void letRemovalGoOn() throws Exception {
    top.unlock();
    assertEquals(1, removal.result());
    assertNull(tree.get(ONE));
  }

  @Test
  void collapse_nothingHappened_takesTheLayerOut() throws Exception {
    letRemovalGoOn();
    assertEquals(2, TreeChecker.check(trie).layers());
    assertEquals(3, tree.get(ABOVE));
  }

  @Test
  void collapse_layerHasAKeyAgain_leavesIt() throws Exception {
    lowest.lock();
    long slice = Key.slice(OTHER, DEPTH * Key.SLICE);
    Insertion.insertIntoFreeSlot(lowest.root(), 0, slice, 1, null, 4L, 0);
    trie.size().increment();
    lowest.letGo();
    letRemovalGoOn();
    assertEquals(4, tree.get(OTHER));
    assertEquals(3, TreeChecker.check(trie).layers());
  }

  @Test
  void collapse_layerHasSeveralNodesAgain_leavesIt() throws Exception {
    lowest.lock();
    lowest.growUntilItSplits(4L);
    letRemovalGoOn();
    assertEquals(3, TreeChecker.check(trie).layers());
  }

  @Test
  void collapse_layerGetsSeveralNodesWhileItIsWaitedFor_leavesIt() throws Exception {
    lowest.lock();
    top.unlock();
    removal.awaitIn(Removal.class);
    lowest.growUntilItSplits(4L);
    assertEquals(1, removal.result());
    assertEquals(3, TreeChecker.check(trie).layers());
  }

  @Test
  void collapse_layerIsOutAlready_leavesTheRest() throws Exception {
    takeTheLowestOut();
    letRemovalGoOn();
    assertEquals(2, TreeChecker.check(trie).layers());
    assertEquals(3, tree.get(ABOVE));
  }

  @Test
  void collapse_layersAboveAreOutAlready_leavesTheRest() throws Exception {
    takeTheLowestOut();
    middle.lock();
    middle.root().markDeleted();
    top.removeAt(0);
    middle.root().letGoOfAll();
    trie.size().decrement();
    middle.letGo();
    letRemovalGoOn();
    assertEquals(1, TreeChecker.check(trie).layers());
    assertTrue(tree.isEmpty());
  }

  private void takeTheLowestOut() {
    lowest.lock();
    lowest.takeOut();
    lowest.letGo();
  }
}
