package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * A put of a new key in two steps: it has found and locked its border node, and has yet to change
 * it. What other calls do in between, they do in the middle of a put.
 */
final class HeldPut {

  private final Cursor at;

  private HeldPut(Cursor at) {
    this.at = at;
  }

  /** Locks the border node of a key that is not there: other writers wait. */
  static HeldPut locked(Trie trie, byte[] key) {
    Cursor at = new Cursor(trie, key);
    assertFalse(at.lock(true), "the key is there");
    return new HeldPut(at);
  }

  /** Locks and marks the border node of a key that is not there: readers wait too. */
  static HeldPut marked(Trie trie, byte[] key) {
    HeldPut held = locked(trie, key);
    held.at.node().markInserting();
    return held;
  }

  BorderNode node() {
    return at.node();
  }

  /** Puts the key, and lets go of the node. */
  void finish(Object value, long inline) {
    Insertion.insert(at, value, inline);
    at.trie().size().increment();
  }

  /** Lets go of the node without putting the key. */
  void giveUp() {
    at.unlock();
  }
}
