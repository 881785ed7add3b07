package dev.madtree.competitors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.madtree.competitors.blink.BlinkChecker;
import dev.madtree.competitors.blink.BlinkTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four threads put, remove, get and scan for seconds, each checking the keys that it owns. */
class BlinkStressTest {

  private static final int THREADS = 4;
  private static final long SECOND_NS = 1_000_000_000L;

  // Few keys meet in few nodes and make the root come and go; many keys make the tree deep.
  @ParameterizedTest
  @CsvSource({"4, 40, 3, 11", "4, 2000, 3, 22", "5, 300, 2, 33", "16, 1000, 2, 44"})
  void ownedKeys_smallWidths_areAsTheirOwnersLeftThem(
      int width, int keysEach, int seconds, long seed) throws Exception {
    hammer(width, keysEach, seconds, seed);
  }

  @ParameterizedTest
  @CsvSource({"64, 20000, 10, 55"})
  void ownedKeys_productionWidth_areAsTheirOwnersLeftThem(
      int width, int keysEach, int seconds, long seed) throws Exception {
    hammer(width, keysEach, seconds, seed);
  }

  private static void hammer(int width, int keysEach, int seconds, long seed) throws Exception {
    BlinkTree<Long> tree = new BlinkTree<>(width);
    Ownership ownership = new Ownership(new BlinkIndex<>(tree), true, THREADS, keysEach, seed);
    long done = ownership.runUntil(System.nanoTime() + seconds * SECOND_NS);
    ownership.checkContent();
    BlinkChecker.Shape shape = BlinkChecker.check(tree);
    System.out.println(
        "width " + width + ", seed " + seed + ": " + done + " operations left " + shape);
    for (int thread = 0; thread < THREADS; thread++) {
      for (int number = 0; number < keysEach; number++) {
        tree.remove(Ownership.key(thread, number));
      }
    }
    assertEquals(new BlinkChecker.Shape(1, 1, 0), BlinkChecker.check(tree));
  }
}
