package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A tree that is filled and emptied is one empty node, as small as a new one. {@code
 * -Dshrink.keys=N} sets the keys, {@code -Dshrink.rounds=N} how often, {@code -Dshrink.seed=N} the
 * seed of the orders.
 */
class ShrinkTest {

  private static final int KEYS = Integer.getInteger("shrink.keys", 50_000);
  private static final int ROUNDS = Integer.getInteger("shrink.rounds", 5);
  private static final long SEED = Long.getLong("shrink.seed", 2012);
  private static final int THREADS = 4;
  private static final int LEFT_BY_RACES = 8;

  @ParameterizedTest
  @EnumSource
  void removeAll_byOneThread_leavesANewTree(KeyShape shape) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[][] keys = keys(shape);
    Masstree<String> tree = new Masstree<>();
    MasstreeIndex index = new MasstreeIndex(-1);
    Progress progress = new Progress("rounds", ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(keys, random);
      for (int i = 0; i < keys.length; i++) {
        assertNull(tree.put(keys[i], "value"), "put of a new key");
        assertEquals(-1, index.put(keys[i], i), "put of a new key");
      }
      assertEquals(KEYS, tree.size());
      shuffle(keys, random);
      for (byte[] key : keys) {
        assertEquals("value", tree.remove(key), "remove of a present key");
        assertTrue(index.remove(key) >= 0, "remove of a present key");
      }
      assertIsAsNew(tree.statistics());
      assertIsAsNew(index.statistics());
      progress.at(round + 1);
    }
    TreeChecker.check(tree.trie());
    TreeChecker.check(index.trie());
    long bytes = assertIsAsSmall(new Masstree<String>(), tree);
    long inlineBytes = assertIsAsSmall(new MasstreeIndex(-1), index);
    System.out.println(
        "ShrinkTest seed "
            + SEED
            + ", "
            + shape
            + ": "
            + ROUNDS
            + " rounds of "
            + KEYS
            + " keys leave "
            + bytes
            + " bytes, inline "
            + inlineBytes);
  }

  @ParameterizedTest
  @EnumSource
  void removeAll_byThreadsTogether_leavesHardlyAnything(KeyShape shape) throws Exception {
    byte[][] keys = keys(shape);
    Masstree<String> tree = new Masstree<>();
    long borders = 0;
    long layers = 0;
    Progress progress = new Progress("rounds", ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(keys, new SplittableRandom(SEED + round));
      Team.run(
          THREADS,
          thread -> {
            for (int i = thread; i < keys.length; i += THREADS) {
              assertNull(tree.put(keys[i], "value"), "put of a new key");
            }
            return 0;
          });
      assertEquals(KEYS, TreeChecker.check(tree.trie()).entries());
      Team.run(
          THREADS,
          thread -> {
            for (int i = thread; i < keys.length; i += THREADS) {
              assertEquals("value", tree.remove(keys[i]), "remove of a present key");
            }
            return 0;
          });
      TreeStatistics left = tree.statistics();
      borders = Math.max(borders, left.borderNodes());
      layers = Math.max(layers, left.layers());
      assertEquals(0, left.entries());
      TreeChecker.check(tree.trie());
      progress.at(round + 1);
    }
    System.out.println(
        "ShrinkTest seed "
            + SEED
            + ", "
            + shape
            + ", "
            + THREADS
            + " threads: at most "
            + borders
            + " border nodes in "
            + layers
            + " layers left");
    assertTrue(borders <= LEFT_BY_RACES, borders + " border nodes left");
    assertTrue(layers <= LEFT_BY_RACES, layers + " layers left");
  }

  private static byte[][] keys(KeyShape shape) {
    byte[][] keys = new byte[KEYS][];
    for (int i = 0; i < KEYS; i++) {
      keys[i] = shape.key(i);
    }
    return keys;
  }

  private static void shuffle(byte[][] keys, SplittableRandom random) {
    for (int i = keys.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      byte[] swapped = keys[i];
      keys[i] = keys[j];
      keys[j] = swapped;
    }
  }

  private static void assertIsAsNew(TreeStatistics shape) {
    int width = Fanout.PRODUCTION.border();
    assertEquals(new TreeStatistics(0, 1, 1, 1, 1, 0, width, 0, 0), shape);
  }

  /** Asserts that an emptied tree is as small as a new one, within 5 %; returns its bytes. */
  private static long assertIsAsSmall(Object fresh, Object emptied) {
    long before = HeapShape.of(fresh).bytes();
    long after = HeapShape.of(emptied).bytes();
    assertTrue(after <= before * 1.05, () -> after + " bytes, a new tree: " + before);
    return after;
  }
}
