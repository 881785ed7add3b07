package dev.madtree.masstree;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The writes of values by reference, each at a cursor.
 *
 * <p>No method of a user runs under a lock: conditions by {@code equals} and functions are
 * evaluated on a value that was read, and the write happens if that very object is still there.
 */
final class Update {

  private Update() {}

  static Object put(Cursor at, Object value) {
    Objects.requireNonNull(value, "value");
    if (at.lock(true)) {
      return exchange(at, value);
    }
    Insertion.insert(at, value, 0);
    at.trie().size().increment();
    return null;
  }

  static Object putIfAbsent(Cursor at, Object value) {
    Objects.requireNonNull(value, "value");
    Object present = at.get();
    if (present != null) {
      return present;
    }
    if (at.lock(true)) {
      present = at.node().entryAcquire(at.slot());
      at.unlock();
      return present;
    }
    Insertion.insert(at, value, 0);
    at.trie().size().increment();
    return null;
  }

  static Object replace(Cursor at, Object value) {
    Objects.requireNonNull(value, "value");
    if (at.lock(false)) {
      return exchange(at, value);
    }
    at.unlock();
    return null;
  }

  static boolean replace(Cursor at, Object expected, Object value) {
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(value, "value");
    while (true) {
      Object present = at.get();
      if (present == null || !expected.equals(present)) {
        return false;
      }
      if (replaceSame(at, present, value)) {
        return true;
      }
    }
  }

  static Object remove(Cursor at) {
    if (!at.lock(false)) {
      at.unlock();
      return null;
    }
    Object previous = at.node().entryAcquire(at.slot());
    Removal.remove(at);
    at.trie().size().decrement();
    return previous;
  }

  static boolean remove(Cursor at, Object expected) {
    if (expected == null) {
      return false;
    }
    while (true) {
      Object present = at.get();
      if (present == null || !expected.equals(present)) {
        return false;
      }
      if (removeSame(at, present)) {
        return true;
      }
    }
  }

  /** The present value, or the one that the supplier gives, put; null if that is null. */
  static Object computeIfAbsent(Cursor at, Supplier<Object> function) {
    Object present = at.get();
    if (present != null) {
      return present;
    }
    Object value = function.get();
    if (value == null) {
      return null;
    }
    present = putIfAbsent(at, value);
    return present == null ? value : present;
  }

  /** Sets the value to a function of the present one; null stands for absent on both sides. */
  static Object compute(Cursor at, UnaryOperator<Object> function) {
    while (true) {
      Object present = at.get();
      Object value = function.apply(present);
      if (present == null) {
        if (value == null || putIfAbsent(at, value) == null) {
          return value;
        }
      } else if (value == null ? removeSame(at, present) : replaceSame(at, present, value)) {
        return value;
      }
    }
  }

  /** Replaces the value if it is this very object. */
  private static boolean replaceSame(Cursor at, Object expected, Object value) {
    boolean same = at.lock(false) && at.node().entryAcquire(at.slot()) == expected;
    if (same) {
      at.node().setEntry(at.slot(), value);
    }
    at.unlock();
    return same;
  }

  /** Removes the entry if its value is this very object. */
  static boolean removeSame(Cursor at, Object expected) {
    if (at.lock(false) && at.node().entryAcquire(at.slot()) == expected) {
      Removal.remove(at);
      at.trie().size().decrement();
      return true;
    }
    at.unlock();
    return false;
  }

  private static Object exchange(Cursor at, Object value) {
    BorderNode node = at.node();
    int slot = at.slot();
    Object previous = node.entryAcquire(slot);
    node.setEntry(slot, value);
    node.unlock();
    return previous;
  }
}
