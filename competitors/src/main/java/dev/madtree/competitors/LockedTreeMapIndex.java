package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** The JDK's TreeMap behind one lock: the floor under every concurrent tree. */
final class LockedTreeMapIndex<V> implements OrderedIndex<V> {

  // The visitor runs outside of the lock, so a scan copies a batch of entries at a time.
  /** How many entries a scan copies under the lock at a time. */
  static final int BATCH = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<byte[], V> map = new TreeMap<>(Arrays::compareUnsigned);

  @Override
  public V get(byte[] key) {
    Objects.requireNonNull(key, "key");
    lock.lock();
    try {
      return map.get(key);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public V put(byte[] key, V value) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    lock.lock();
    try {
      return map.put(key, value);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public V putIfAbsent(byte[] key, V value) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    lock.lock();
    try {
      return map.putIfAbsent(key, value);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean replace(byte[] key, V expected, V update) {
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(update, "update");
    while (true) {
      V present = get(key);
      if (present == null || !expected.equals(present)) {
        return false;
      }
      if (replaceSame(key, present, update)) {
        return true;
      }
    }
  }

  @Override
  public V remove(byte[] key) {
    Objects.requireNonNull(key, "key");
    lock.lock();
    try {
      return map.remove(key);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return pass(range, limit, visitor, false);
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return pass(range, limit, visitor, true);
  }

  @Override
  public long size() {
    lock.lock();
    try {
      return map.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean replaceSame(byte[] key, V expected, V update) {
    lock.lock();
    try {
      boolean same = map.get(key) == expected;
      if (same) {
        map.put(key, update);
      }
      return same;
    } finally {
      lock.unlock();
    }
  }

  private long pass(
      KeyRange range, long limit, EntryVisitor<? super V> visitor, boolean descending) {
    ByteArrayKeyView view = new ByteArrayKeyView();
    Object[] batch = new Object[2 * (int) Math.min(BATCH, Math.max(0, limit))];
    long passed = 0;
    byte[] last = null;
    while (passed < limit) {
      int filled = fill(batch, (int) Math.min(BATCH, limit - passed), range, last, descending);
      for (int i = 0; i < filled; i++) {
        last = (byte[]) batch[2 * i];
        passed++;
        if (!visitor.visit(view.over(last), cast(batch[2 * i + 1]))) {
          return passed;
        }
      }
      if (filled < BATCH) {
        break;
      }
    }
    return passed;
  }

  /** Copies the next entries of a range behind the last key passed; returns how many. */
  private int fill(Object[] batch, int most, KeyRange range, byte[] last, boolean descending) {
    lock.lock();
    try {
      NavigableMap<byte[], V> rest = RangeViews.within(map, range, last, descending);
      int filled = 0;
      for (Map.Entry<byte[], V> entry : rest.entrySet()) {
        if (filled == most) {
          break;
        }
        batch[2 * filled] = entry.getKey();
        batch[2 * filled + 1] = entry.getValue();
        filled++;
      }
      return filled;
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("unchecked") // The odd places of a batch hold this map's values.
  private V cast(Object value) {
    return (V) value;
  }
}
