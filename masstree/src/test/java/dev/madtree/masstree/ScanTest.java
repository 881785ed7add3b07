package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanTest {

  private static final int KEYS = 400;

  /** A merge under the scan moves what is still to come into a node that also holds what was. */
  @Test
  void scan_nodesMergeUnderIt_passesNothingTwice() {
    for (int kept = 1; kept <= 7; kept++) {
      assertEquals(KEYS, seenWhileRemoving(kept, false).size());
      assertEquals(KEYS, seenWhileRemoving(kept, true).size());
    }
  }

  /** Scans all keys and removes each as it comes, save every {@code kept}-th. */
  private static List<Long> seenWhileRemoving(int kept, boolean descending) {
    Masstree<Integer> tree = new Masstree<>(Fanout.SMALL);
    for (int i = 0; i < KEYS; i++) {
      tree.put((long) i, i);
    }
    List<Long> seen = new ArrayList<>();
    EntryVisitor<Integer> visitor =
        (key, value) -> {
          long at = key.longAt(0);
          if (at % (kept + 1) != 0) {
            tree.remove(at);
          }
          if (!seen.isEmpty()) {
            assertEquals(descending ? seen.get(seen.size() - 1) - 1 : seen.size(), at);
          }
          seen.add(at);
          return true;
        };
    if (descending) {
      tree.scanDescending(KeyRange.all(), visitor);
    } else {
      tree.scan(KeyRange.all(), visitor);
    }
    TreeChecker.check(tree.trie());
    return seen;
  }
}
