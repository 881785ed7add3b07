package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScanTest {

  private static final long SEED = 31949;
  private static final int KEYS = 400;

  /** A merge under the scan moves what is still to come into a node that also holds what was. */
  @Test
  void scan_nodesMergeUnderIt_passesNothingTwice() {
    System.out.println("ScanTest seed " + SEED);
    for (int i = 0; i < 200; i++) {
      SplittableRandom random = new SplittableRandom(SEED + i);
      Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);
      TreeSet<Long> keys = new TreeSet<>();
      for (int k = 0; k < KEYS; k++) {
        tree.put((long) k, k);
        keys.add((long) k);
      }
      for (int k = 0; k < KEYS; k++) {
        if (random.nextInt(10) < 6) {
          tree.remove((long) k);
          keys.remove((long) k);
        }
      }
      boolean descending = i % 2 == 0;
      List<Long> expected = new ArrayList<>(descending ? keys.descendingSet() : keys);
      assertEquals(expected, seenWhileRemoving(tree, random, descending));
      TreeChecker.check(tree.trie());
    }
  }

  /** Scans all keys and removes most of them as they come. */
  private static List<Long> seenWhileRemoving(
      Masstree<Integer> tree, SplittableRandom random, boolean descending) {
    List<Long> seen = new ArrayList<>();
    EntryVisitor<Integer> visitor =
        (key, value) -> {
          seen.add(key.longAt(0));
          if (random.nextInt(10) < 7) {
            tree.remove(key.longAt(0));
          }
          return seen.size() < 2 * KEYS;
        };
    if (descending) {
      tree.scanDescending(KeyRange.all(), visitor);
    } else {
      tree.scan(KeyRange.all(), visitor);
    }
    return seen;
  }
}
