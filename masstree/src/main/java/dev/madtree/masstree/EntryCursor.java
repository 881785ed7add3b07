package dev.madtree.masstree;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Walks the entries of a range in either direction, fetching them from the tree in small batches
 * that grow while the walk goes on.
 *
 * <p>A batch begins behind the last key of the batch before it, wherever the tree then has its next
 * entry. So a cursor is weakly consistent: keys strictly ascend (descend), an entry present
 * throughout is passed once, and a value was current when its batch was fetched. Removing entries,
 * the current one included, disturbs nothing.
 *
 * <p>A cursor belongs to one thread.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class EntryCursor<K, V> {

  private static final int FIRST_BATCH = 16;
  private static final int LARGEST_BATCH = 64;

  private final CodedTree<K, V> entries;
  private final boolean descending;

  /** What no batch has covered yet; null once there is nothing left to fetch. */
  private KeyRange rest;

  private Object[] keys;
  private Object[] values;

  /** Number of entries in the batch, and the index of the current one. */
  private int filled;

  private int current = -1;

  EntryCursor(CodedTree<K, V> entries, KeyRange range, boolean descending) {
    this.entries = entries;
    this.rest = range;
    this.descending = descending;
  }

  /** A cursor over the entries of another's batch from an index on, and no others. */
  private EntryCursor(EntryCursor<K, V> whole, int from, int to) {
    this.entries = whole.entries;
    this.descending = whole.descending;
    this.keys = Arrays.copyOfRange(whole.keys, from, to);
    this.values = Arrays.copyOfRange(whole.values, from, to);
    this.filled = to - from;
  }

  /** Returns whether there is another entry; if so, {@link #next} finds it whatever happens. */
  boolean hasNext() {
    return current + 1 < filled || fetch(nextBatch());
  }

  /**
   * Moves to the next entry.
   *
   * @throws NoSuchElementException if there is none
   */
  void next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    current++;
  }

  /** The current entry's key. */
  @SuppressWarnings("unchecked") // Batches hold what the codec decoded.
  K key() {
    return (K) keys[current];
  }

  /** The current entry's value. */
  @SuppressWarnings("unchecked") // Batches hold what the tree passed.
  V value() {
    return (V) values[current];
  }

  /** Returns how many entries are left, or {@link Long#MAX_VALUE} if the tree has to be asked. */
  long estimateRemaining() {
    return rest == null ? remaining() : Long.MAX_VALUE;
  }

  private int remaining() {
    return filled - current - 1;
  }

  /**
   * Splits off the next entries: a cursor over up to so many of them, or over half of those left if
   * all are fetched. Returns null if there is none to split off.
   */
  EntryCursor<K, V> split(int size) {
    if (rest == null) {
      return splitAt(current + 1 + remaining() / 2);
    }
    if (remaining() == 0 && !fetch(size)) {
      return null;
    }
    return splitAt(filled);
  }

  private EntryCursor<K, V> splitAt(int end) {
    if (end == current + 1) {
      return null;
    }
    EntryCursor<K, V> start = new EntryCursor<>(this, current + 1, end);
    current = end - 1;
    return start;
  }

  private int nextBatch() {
    return keys == null ? FIRST_BATCH : Math.min(LARGEST_BATCH, 4 * keys.length);
  }

  /** Replaces a batch that is passed by the next one. Returns whether that has any entry. */
  private boolean fetch(int size) {
    if (rest == null) {
      return false;
    }
    Object[] nextKeys = new Object[size];
    Object[] nextValues = new Object[size];
    EntryVisitor<V> visitor = new Batch<>(entries, nextKeys, nextValues);
    long fetched =
        descending
            ? entries.tree().scanDescending(rest, visitor)
            : entries.tree().scan(rest, visitor);
    KeyRange after = fetched < size ? null : behind(entries.encode(nextKeys[size - 1]));
    if (fetched > 0) {
      keys = nextKeys;
      values = nextValues;
      filled = (int) fetched;
      current = -1;
    }
    rest = after;
    return fetched > 0;
  }

  private KeyRange behind(byte[] key) {
    return descending
        ? KeyRange.of(rest.lower(), rest.lowerInclusive(), key, false)
        : KeyRange.of(key, false, rest.upper(), rest.upperInclusive());
  }

  /** Takes entries of a scan into arrays until these are full. */
  private static final class Batch<K, V> implements EntryVisitor<V> {

    private final CodedTree<K, V> entries;
    private final Object[] keys;
    private final Object[] values;
    private int size;

    Batch(CodedTree<K, V> entries, Object[] keys, Object[] values) {
      this.entries = entries;
      this.keys = keys;
      this.values = values;
    }

    @Override
    public boolean visit(KeyView key, V value) {
      keys[size] = entries.decode(key);
      values[size] = value;
      size++;
      return size < keys.length;
    }
  }
}
