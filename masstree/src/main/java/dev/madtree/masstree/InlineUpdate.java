package dev.madtree.masstree;

/** The writes of inline values, each at a cursor; {@code absent} is what stands for no value. */
final class InlineUpdate {

  private InlineUpdate() {}

  static long put(Cursor at, long value, long absent) {
    if (at.lock(true)) {
      BorderNode node = at.node();
      int slot = at.slot();
      long previous = node.inlineAcquire(slot);
      node.setInline(slot, value);
      node.unlock();
      return previous;
    }
    Insertion.insert(at, null, value);
    at.trie().size().increment();
    return absent;
  }

  static long putIfAbsent(Cursor at, long value, long absent) {
    if (at.lock(true)) {
      return readAndUnlock(at);
    }
    Insertion.insert(at, null, value);
    at.trie().size().increment();
    return absent;
  }

  static boolean replace(Cursor at, long expected, long value) {
    boolean same = at.lock(false) && at.node().inlineAcquire(at.slot()) == expected;
    if (same) {
      at.node().setInline(at.slot(), value);
    }
    at.unlock();
    return same;
  }

  /** Adds to the value, or puts the delta where there is none; returns the new value. */
  static long addAndGet(Cursor at, long delta) {
    if (at.lock(true)) {
      long sum = at.node().inlineAcquire(at.slot()) + delta;
      at.node().setInline(at.slot(), sum);
      at.unlock();
      return sum;
    }
    Insertion.insert(at, null, delta);
    at.trie().size().increment();
    return delta;
  }

  static long remove(Cursor at, long absent) {
    if (!at.lock(false)) {
      at.unlock();
      return absent;
    }
    long previous = at.node().inlineAcquire(at.slot());
    Removal.remove(at);
    at.trie().size().decrement();
    return previous;
  }

  static boolean removeIf(Cursor at, long expected) {
    if (at.lock(false) && at.node().inlineAcquire(at.slot()) == expected) {
      Removal.remove(at);
      at.trie().size().decrement();
      return true;
    }
    at.unlock();
    return false;
  }

  private static long readAndUnlock(Cursor at) {
    long present = at.node().inlineAcquire(at.slot());
    at.unlock();
    return present;
  }
}
