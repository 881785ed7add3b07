package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A reader that knows a slot by an older permutation is told before another key comes into it. */
class SlotReuseTest {

  private static final long KEY = 7;

  @Test
  void put_intoTheSlotOfARemovedKey_changesTheVersion() {
    MasstreeIndex index = new MasstreeIndex(-1, Fanout.SMALL);
    index.put(KEY, KEY);
    BorderNode node = (BorderNode) index.trie().top().rootAcquire();
    long version = node.stableVersion();
    int slot = node.find(node.permutationAcquire(), KEY, Key.SLICE);
    index.remove(KEY);
    assertEquals(KEY, node.slice(slot), "nobody came into the slot yet");
    for (long other = 100; node.slice(slot) == KEY; other++) {
      index.put(other, other);
    }
    assertTrue(node.changedSince(version), "a reader of the removed key finds " + node.slice(slot));
  }
}
