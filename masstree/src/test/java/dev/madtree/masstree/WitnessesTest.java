package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessesTest {

  @Test
  void agree_nothingChanged_holds() {
    MasstreeIndex index = new MasstreeIndex(-1);
    index.put(1, 1);
    Witnesses witnesses = witness(index);
    index.put(1, 2);
    assertTrue(witnesses.agree(), "a value in place is no change of the keys");
  }

  /** As many puts and removals as there are free slots bring these into their old order again. */
  @Test
  void agree_freeSlotsCameRound_doesNotHold() {
    for (Fanout fanout : List.of(Fanout.SMALL, Fanout.PRODUCTION)) {
      for (int live = 0; live < fanout.border(); live++) {
        MasstreeIndex index = new MasstreeIndex(-1, fanout);
        for (int i = 1; i <= live; i++) {
          index.put(i, i);
        }
        for (int rounds = 1; rounds <= 3 * fanout.border(); rounds++) {
          Witnesses witnesses = witness(index);
          for (int i = 0; i < rounds; i++) {
            index.put(0, 0);
            index.remove(0);
          }
          assertFalse(witnesses.agree(), live + " entries, " + rounds + " rounds");
        }
      }
    }
  }

  private static Witnesses witness(MasstreeIndex index) {
    BorderNode node = (BorderNode) index.trie().top().rootAcquire();
    Witnesses witnesses = new Witnesses();
    witnesses.add(node, node.stableVersion(), node.permutationAcquire());
    return witnesses;
  }
}
