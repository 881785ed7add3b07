package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Nodes alone or a few of them, in states that a tree has for moments only. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class NodeTest {

  private static final int WIDTH = Fanout.SMALL.border();

  @Test
  void forward_linkAndHighKeyOfDifferentMoments_staysWhereTheSliceMayBe() {
    BorderNode left = new BorderNode(WIDTH, false, 0);
    BorderNode right = left.emptyNeighbour(100);
    assertSame(left, left.forward(200), "the neighbour has gone");
    left.setBounds(100, right);
    assertSame(left, left.forward(99), "the neighbour owns more than the slice");
    assertSame(right, left.forward(100));
    assertSame(right, left.forward(-1), "slices are unsigned");
  }

  @Test
  void lock_ofADeletedNode_isRefused() {
    BorderNode node = new BorderNode(WIDTH, false, 0);
    node.markDeleted();
    node.unlock();
    assertTrue(node.isDeleted());
    assertFalse(node.lock());
    assertFalse(node.isLocked());
  }

  @Test
  void indexOf_aNodeThatIsNoChild_isNone() {
    BorderNode left = new BorderNode(WIDTH, false, 0);
    BorderNode right = left.emptyNeighbour(100);
    InteriorNode parent = new InteriorNode(3);
    parent.becomeRoot(left, 100, right);
    assertEquals(0, parent.indexOf(left));
    assertEquals(1, parent.indexOf(right));
    assertEquals(-1, parent.indexOf(left.emptyNeighbour(200)));
  }

  @Test
  void addChildren_whileThereIsNone_addsNone() {
    List<Node> children = new ArrayList<>();
    new InteriorNode(3).addChildren(children);
    assertEquals(List.of(), children);
  }

  @Test
  void layerBelow_whereThereIsNone_isNull() {
    Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);
    tree.put(KeySpace.join(Key.bytes(7), new byte[] {1}), 1);
    assertNull(Lookup.layerBelow(tree.trie().top(), 6), "nothing");
    assertNull(Lookup.layerBelow(tree.trie().top(), 7), "a value");
    tree.put(KeySpace.join(Key.bytes(7), new byte[] {2}), 2);
    assertEquals(2, StatisticsWalk.of(tree.trie()).layers());
    assertTrue(Lookup.layerBelow(tree.trie().top(), 7).rootAcquire() instanceof BorderNode);
  }

  @Test
  void layerBelow_nodeSplitsMeanwhile_isFoundToTheRight() throws Exception {
    Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);
    for (byte i = 1; i < WIDTH; i++) {
      tree.put(i, (int) i);
    }
    tree.put(KeySpace.join(Key.bytes(WIDTH), new byte[] {1}), 1);
    tree.put(KeySpace.join(Key.bytes(WIDTH), new byte[] {2}), 2);
    Layer top = tree.trie().top();
    Layer below = Lookup.layerBelow(top, WIDTH);
    HeldPut put = HeldPut.marked(tree.trie(), new byte[] {0});
    WaitingCall<Layer> found = WaitingCall.begin(Lookup.class, () -> Lookup.layerBelow(top, WIDTH));
    put.finish(0, 0);
    assertTrue(put.node().isBeyond(WIDTH), "the layer has not moved");
    assertSame(below, found.result());
    TreeChecker.check(tree.trie());
  }

  @Test
  void layerBelow_layerGoesMeanwhile_isNull() throws Exception {
    Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);
    byte[] one = "prefix01prefix02x".getBytes(US_ASCII);
    byte[] other = "prefix01prefix02y".getBytes(US_ASCII);
    tree.put(one, 1);
    tree.put(other, 2);
    Layer middle = Lookup.layerBelow(tree.trie().top(), Key.slice(one, 0));
    VanishingLayer going = VanishingLayer.marked(tree.trie(), one, 1);
    WaitingCall<Layer> found =
        WaitingCall.begin(Lookup.class, () -> Lookup.layerBelow(middle, Key.slice(one, Key.SLICE)));
    going.takeOut();
    going.letGo();
    assertNull(found.result());
  }

  /** A put splits a node whose parent splits meanwhile, or is merged away. */
  @Test
  void put_parentSplitsMeanwhile_locksTheNewOne() throws Exception {
    Masstree<Long> tree = ofFullNodes(Fanout.SMALL.root() + 1);
    Layer top = tree.trie().top();
    BorderNode first = Descent.lockBorder(top, 5);
    int position = -1 - first.position(first.permutation(), 5, Key.SLICE);
    Split split = Split.prepare(Fanout.SMALL, top, first, position, 5);
    long last = 10L * (Fanout.SMALL.root() + 1) * WIDTH - 5;
    WaitingCall<Long> put = WaitingCall.begin(Split.class, () -> tree.put(last, last));
    split.apply(Key.SLICE, null, 5L, 0);
    tree.trie().size().increment();
    assertNull(put.result());
    assertEquals(last, tree.get(last));
    assertEquals(5, tree.get(5));
    assertEquals(3, tree.statistics().height());
    TreeChecker.check(tree.trie());
  }

  @Test
  void put_parentIsMergedMeanwhile_locksTheOther() throws Exception {
    int nodes = 2 * (Fanout.SMALL.root() + 1);
    Masstree<Long> tree = ofFullNodes(nodes);
    InteriorNode root = (InteriorNode) tree.trie().top().rootAcquire();
    InteriorNode left = (InteriorNode) root.child(root.count() - 1);
    InteriorNode right = (InteriorNode) root.child(root.count());
    long last = 10L * nodes * WIDTH - 5;
    assertTrue(left.lock() && right.lock() && root.lock());
    MergeByHand.dropChildren(tree.trie(), left, left.width() - right.count() - 1);
    WaitingCall<Long> put = WaitingCall.begin(Split.class, () -> tree.put(last, last));
    MergeByHand.merge(root, left, right);
    root.unlock();
    right.unlock();
    left.unlock();
    assertNull(put.result());
    assertEquals(last, tree.get(last));
    TreeChecker.check(tree.trie());
  }

  /** Keys 0, 10, 20 and so on in as many full border nodes. */
  private static Masstree<Long> ofFullNodes(int nodes) {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    for (long i = 0; i < nodes * WIDTH; i++) {
      tree.put(10 * i, i);
    }
    return tree;
  }
}
