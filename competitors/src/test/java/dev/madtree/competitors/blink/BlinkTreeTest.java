package dev.madtree.competitors.blink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.RandomKeys;
import dev.madtree.masstree.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree's own promises, asked by one thread: its shape, and what removals give back. */
class BlinkTreeTest {

  private static final long SEED = 4_711;

  /** In which order keys come and go. */
  enum Order {
    UP,
    DOWN,
    SHUFFLED;

    List<Integer> numbers(int count, long seed) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        numbers.add(this == DOWN ? count - 1 - i : i);
      }
      if (this == SHUFFLED) {
        Collections.shuffle(numbers, new Random(seed));
      }
      return numbers;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 7, 16, 64})
  void randomOperations_anyWidth_keepTheStructureSound(int width) {
    for (long seed = SEED; seed < SEED + 3; seed++) {
      System.out.println("width " + width + ", seed " + seed);
      SplittableRandom random = new SplittableRandom(seed);
      RandomKeys keys = new RandomKeys(random);
      BlinkTree<Integer> tree = new BlinkTree<>(width);
      TreeMap<byte[], Integer> model = new TreeMap<>(Arrays::compareUnsigned);
      for (int i = 0; i < 20_000; i++) {
        byte[] key = keys.next();
        boolean grows = (i / 4_000) % 2 == 0;
        if (random.nextInt(10) < (grows ? 7 : 1)) {
          assertEquals(model.put(key, i), tree.put(key, i));
        } else {
          assertEquals(model.remove(key), tree.remove(key));
        }
        if (i % 500 == 0) {
          assertEquals(model.size(), BlinkChecker.checkTidy(tree).entries());
        }
      }
      assertSame(model, tree);
      model.keySet().forEach(tree::remove);
      assertEquals(new BlinkChecker.Shape(1, 1, 0), BlinkChecker.check(tree));
    }
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void removals_everyOrder_leaveOneEmptyLeaf(Order removes) {
    for (Order inserts : Order.values()) {
      for (int width : new int[] {4, 6, 64}) {
        BlinkTree<Integer> tree = new BlinkTree<>(width);
        for (int round = 0; round < 10; round++) {
          inserts.numbers(1_500, round).forEach(i -> assertNull(tree.put(bytes(i), i)));
          BlinkChecker.check(tree);
          removes.numbers(1_500, 99 - round).forEach(i -> assertEquals(i, tree.remove(bytes(i))));
          assertEquals(new BlinkChecker.Shape(1, 1, 0), BlinkChecker.check(tree));
        }
      }
    }
  }

  @Test
  void removals_mostKeys_giveBackMostNodes() {
    BlinkTree<Integer> tree = new BlinkTree<>(16);
    Order.SHUFFLED.numbers(20_000, SEED).forEach(i -> tree.put(bytes(i), i));
    int full = BlinkChecker.check(tree).nodes();
    Order.SHUFFLED.numbers(20_000, SEED + 1).stream()
        .filter(i -> i % 20 != 0)
        .forEach(i -> tree.remove(bytes(i)));
    BlinkChecker.Shape shape = BlinkChecker.checkTidy(tree);
    assertEquals(1_000, shape.entries());
    assertTrue(shape.nodes() < full / 6, full + " nodes became " + shape.nodes());
  }

  @ParameterizedTest
  @EnumSource(value = Order.class, names = "SHUFFLED", mode = EnumSource.Mode.EXCLUDE)
  void insertions_sorted_fillTheirNodes(Order order) {
    BlinkTree<Integer> tree = new BlinkTree<>(16);
    order.numbers(16_000, SEED).forEach(i -> tree.put(bytes(i), i));
    int nodes = BlinkChecker.check(tree).nodes();
    assertTrue(nodes < 1_100, "sorted input took " + nodes + " nodes");
  }

  @Test
  void key_longAndSharingPrefix_isFound() {
    BlinkTree<Integer> tree = new BlinkTree<>(4);
    for (int i = 0; i < 300; i++) {
      byte[] key = Arrays.copyOf(new byte[0], 10_000 + i);
      assertNull(tree.put(key, i));
    }
    for (int i = 0; i < 300; i++) {
      assertEquals(i, tree.get(new byte[10_000 + i]));
    }
    assertNull(tree.get(new byte[9_999]));
    assertEquals(300, BlinkChecker.check(tree).entries());
  }

  @Test
  void merge_firstChildOfNextParent_isLeftAlone() {
    BlinkTree<Integer> tree = new BlinkTree<>(4);
    for (int i = 0; i < 200; i++) {
      tree.put(bytes(i), i);
    }
    BlinkNode parent = tree.descent().root();
    while (parent.level > 1) {
      parent = parent.child(0);
    }
    BlinkNode last = parent.child(parent.count() - 1);
    BlinkNode cousin = parent.right().child(0);
    // Emptied by hand, so that nothing but their parents speaks against merging them.
    for (BlinkNode leaf : List.of(last, cousin)) {
      assertTrue(leaf.lock());
      leaf.beginChange();
      leaf.truncate(0);
      leaf.endChange();
      leaf.unlock();
    }
    assertEquals(Removal.Outcome.OVERTAKEN, new Removal(tree.descent()).merge(last, cousin));
    assertFalse(last.isLocked() || cousin.isLocked() || parent.isLocked());
    assertFalse(parent.right().isLocked());
    BlinkChecker.check(tree);
  }

  @Test
  void operations_siblingNeverPosted_goOn() {
    // What a writer leaves behind that ran out of memory between its split and its post.
    BlinkTree<Integer> tree = new BlinkTree<>(4);
    for (int i = 0; i < 40; i++) {
      tree.put(bytes(2 * i), i);
    }
    BlinkNode parent = tree.descent().root();
    while (parent.level > 1) {
      parent = parent.child(0);
    }
    assertTrue(parent.count() > 1 && parent.lock());
    parent.beginChange();
    parent.removeAt(1);
    parent.endChange();
    parent.unlock();
    for (int i = 0; i < 40; i++) {
      assertEquals(i, tree.get(bytes(2 * i)));
      assertNull(tree.put(bytes(2 * i + 1), i));
    }
    assertEquals(80, tree.size());
    for (int i = 79; i >= 0; i--) {
      assertEquals(i / 2, tree.remove(bytes(i)));
    }
    assertEquals(0, tree.size());
  }

  @Test
  void constructor_tooNarrow_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BlinkTree<Integer>(3));
  }

  private static void assertSame(TreeMap<byte[], Integer> model, BlinkTree<Integer> tree) {
    List<Integer> up = new ArrayList<>();
    tree.scan(KeyRange.all(), Long.MAX_VALUE, (key, value) -> up.add(value));
    assertEquals(List.copyOf(model.values()), up);
    List<Integer> down = new ArrayList<>();
    tree.scanDescending(KeyRange.all(), Long.MAX_VALUE, (key, value) -> down.add(value));
    Collections.reverse(down);
    assertEquals(up, down);
  }

  private static byte[] bytes(int number) {
    return new byte[] {(byte) (number >>> 16), (byte) (number >>> 8), (byte) number};
  }
}
