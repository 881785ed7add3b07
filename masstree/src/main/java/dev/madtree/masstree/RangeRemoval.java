package dev.madtree.masstree;

/** Counts and removes the entries of a range, each of them atomically. */
final class RangeRemoval {

  private RangeRemoval() {}

  /** The number of entries that a walk over the range passes. */
  static long count(Trie trie, KeyRange range) {
    Scan scan = new Scan(trie, range, false, false, null);
    long passed = 0;
    while (scan.advance()) {
      passed++;
    }
    return passed;
  }

  /** Removes what a walk over the range passes; the number of entries that this call removed. */
  static long remove(Trie trie, KeyRange range) {
    Scan scan = new Scan(trie, range, false);
    long removed = 0;
    while (scan.advance()) {
      Cursor at = new Cursor(trie, scan.entryKey().toByteArray());
      if (at.lock(false)) {
        Removal.remove(at);
        trie.size().decrement();
        removed++;
      } else {
        at.unlock();
      }
    }
    return removed;
  }
}
