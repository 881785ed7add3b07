package dev.madtree.masstree;

/**
 * Finds the first or the last entry of a range, linearizably.
 *
 * <p>A scan stops at its first entry and leaves behind the border nodes that it went through. If
 * none of them has changed when it is done, then at the moment at which the entry's value was read
 * for the last time, behind all else, it was the first of its range. Otherwise it starts again.
 */
final class Navigation {

  private Navigation() {}

  /** A scan that stands on the first entry of a range, or null if the range is empty. */
  static Scan toFirst(Trie trie, KeyRange range, boolean descending) {
    while (true) {
      Witnesses witnesses = new Witnesses();
      Scan scan = new Scan(trie, range, descending, true, witnesses);
      boolean found = scan.advance();
      if (found) {
        scan.refresh();
      }
      if (witnesses.agree()) {
        return found ? scan : null;
      }
    }
  }

  /** The first entry of a range with a value by reference, or null if there is none. */
  @SuppressWarnings("unchecked") // A tree holds values of its own type only.
  static <V> Entry<V> entry(Trie trie, KeyRange range, boolean descending) {
    Scan scan = toFirst(trie, range, descending);
    return scan == null ? null : new Entry<>(scan.entryKey().toByteArray(), (V) scan.value());
  }

  /** The first entry of a range with an inline value, or null if there is none. */
  static LongEntry longEntry(Trie trie, KeyRange range, boolean descending) {
    Scan scan = toFirst(trie, range, descending);
    return scan == null ? null : new LongEntry(scan.entryKey().toByteArray(), scan.inline());
  }

  /** Takes out an entry that was the first at some moment of the call; null if there was none. */
  static <V> Entry<V> poll(Trie trie, boolean descending) {
    while (true) {
      Entry<V> entry = entry(trie, KeyRange.all(), descending);
      if (entry == null || Update.removeSame(new Cursor(trie, entry.key()), entry.value())) {
        return entry;
      }
    }
  }

  /** As {@link #poll}, with an inline value. */
  static LongEntry pollLong(Trie trie, boolean descending) {
    while (true) {
      LongEntry entry = longEntry(trie, KeyRange.all(), descending);
      if (entry == null || InlineUpdate.removeIf(new Cursor(trie, entry.key()), entry.value())) {
        return entry;
      }
    }
  }
}
