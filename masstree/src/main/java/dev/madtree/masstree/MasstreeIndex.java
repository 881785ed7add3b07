package dev.madtree.masstree;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * A concurrent ordered map from byte strings to longs, which stand in the nodes themselves: no
 * boxing, and with 8-byte keys no object for an entry.
 *
 * <p>Keys, order, threads and guarantees are those of {@link Masstree}; there are no functions. A
 * miss is told by the value that the index was made with. That very value may be stored too; {@link
 * #containsKey(byte[])} tells the two apart.
 */
public final class MasstreeIndex {

  private final Trie trie;
  private final long absent;

  /**
   * Makes an empty index.
   *
   * @param absent what a miss returns
   */
  public MasstreeIndex(long absent) {
    this(absent, Fanout.PRODUCTION);
  }

  MasstreeIndex(long absent, Fanout fanout) {
    this.absent = absent;
    trie = new Trie(fanout, true);
  }

  Trie trie() {
    return trie;
  }

  /** Returns the value of a key, or {@code absent}. Allocates nothing. */
  public long get(byte[] key) {
    return Lookup.getInline(trie, key, absent);
  }

  /** As {@link #get(byte[])}. */
  public long get(long key) {
    return Lookup.getInline(trie, key, absent);
  }

  /** Returns whether a key is there. */
  public boolean containsKey(byte[] key) {
    return Lookup.containsInline(trie, key);
  }

  /** As {@link #containsKey(byte[])}. */
  public boolean containsKey(long key) {
    return Lookup.containsInline(trie, key);
  }

  /** Sets the value of a key and returns the previous one, or {@code absent}. */
  public long put(byte[] key, long value) {
    return InlineUpdate.put(at(key), value, absent);
  }

  /** As {@link #put(byte[], long)}. */
  public long put(long key, long value) {
    return TopLayer.putInline(trie, key, value, absent);
  }

  /**
   * Sets the value of an absent key and returns {@code absent}; otherwise returns the present
   * value.
   */
  public long putIfAbsent(byte[] key, long value) {
    return InlineUpdate.putIfAbsent(at(key), value, absent);
  }

  /** As {@link #putIfAbsent(byte[], long)}. */
  public long putIfAbsent(long key, long value) {
    return InlineUpdate.putIfAbsent(at(key), value, absent);
  }

  /** Sets the value of a key if it is there and has the expected value; returns whether. */
  public boolean replace(byte[] key, long expected, long update) {
    return InlineUpdate.replace(at(key), expected, update);
  }

  /** As {@link #replace(byte[], long, long)}. */
  public boolean replace(long key, long expected, long update) {
    return InlineUpdate.replace(at(key), expected, update);
  }

  /** Adds to the value of a key, puts the delta if it is absent, and returns the new value. */
  public long addAndGet(byte[] key, long delta) {
    return InlineUpdate.addAndGet(at(key), delta);
  }

  /** As {@link #addAndGet(byte[], long)}. */
  public long addAndGet(long key, long delta) {
    return InlineUpdate.addAndGet(at(key), delta);
  }

  /** Removes a key and returns its value, or {@code absent}. */
  public long remove(byte[] key) {
    return InlineUpdate.remove(at(key), absent);
  }

  /** As {@link #remove(byte[])}. */
  public long remove(long key) {
    return TopLayer.removeInline(trie, key, absent);
  }

  /** Removes a key if it is there and has the expected value; returns whether. */
  public boolean remove(byte[] key, long expected) {
    return InlineUpdate.removeIf(at(key), expected);
  }

  /** As {@link #remove(byte[], long)}. */
  public boolean remove(long key, long expected) {
    return InlineUpdate.removeIf(at(key), expected);
  }

  /**
   * Sets {@code values[i]} to the value of {@code keys[i]}, {@code absent} if there is none. The
   * lookups go side by side, which is several times faster than one after the other where the index
   * exceeds the caches.
   *
   * @throws IllegalArgumentException if there are more keys than room for values
   */
  public void getAll(byte[][] keys, long[] values) {
    BatchLookup.getAll(trie, keys, values, absent);
  }

  /** As {@link #getAll(byte[][], long[])}. */
  public void getAll(long[] keys, long[] values) {
    BatchLookup.getAll(trie, keys, values, absent);
  }

  /**
   * Puts {@code values[i]} for {@code keys[i]}, in this order, each atomically. Sorted keys are the
   * fast case.
   *
   * @throws IllegalArgumentException if there are more keys than values
   */
  public void putAll(byte[][] keys, long[] values) {
    requireAsMany(keys.length, values.length);
    Cursor at = keys.length == 0 ? null : at(keys[0]);
    for (int i = 0; i < keys.length; i++) {
      InlineUpdate.put(at.moveTo(keys[i]), values[i], absent);
    }
  }

  /** As {@link #putAll(byte[][], long[])}. */
  public void putAll(long[] keys, long[] values) {
    requireAsMany(keys.length, values.length);
    Cursor at = keys.length == 0 ? null : at(keys[0]);
    for (int i = 0; i < keys.length; i++) {
      InlineUpdate.put(at.moveTo(keys[i]), values[i], absent);
    }
  }

  private static void requireAsMany(int keys, int values) {
    if (values < keys) {
      throw new IllegalArgumentException(
          keys + " keys, " + values + " values: there must be a value for every key");
    }
  }

  /** Returns the entry with the least key, or null if the index is empty. */
  public LongEntry first() {
    return Navigation.longEntry(trie, KeyRange.all(), false);
  }

  /** Returns the entry with the greatest key, or null if the index is empty. */
  public LongEntry last() {
    return Navigation.longEntry(trie, KeyRange.all(), true);
  }

  /** Returns the entry with the greatest key at or below a key, or null if there is none. */
  public LongEntry floor(byte[] key) {
    return Navigation.longEntry(trie, KeyRange.atMost(key), true);
  }

  /** As {@link #floor(byte[])}. */
  public LongEntry floor(long key) {
    return Navigation.longEntry(trie, KeyRange.atMost(key), true);
  }

  /** Returns the entry with the greatest key below a key, or null if there is none. */
  public LongEntry lower(byte[] key) {
    return Navigation.longEntry(trie, KeyRange.lessThan(key), true);
  }

  /** As {@link #lower(byte[])}. */
  public LongEntry lower(long key) {
    return Navigation.longEntry(trie, KeyRange.lessThan(key), true);
  }

  /** Returns the entry with the least key at or above a key, or null if there is none. */
  public LongEntry ceiling(byte[] key) {
    return Navigation.longEntry(trie, KeyRange.atLeast(key), false);
  }

  /** As {@link #ceiling(byte[])}. */
  public LongEntry ceiling(long key) {
    return Navigation.longEntry(trie, KeyRange.atLeast(key), false);
  }

  /** Returns the entry with the least key above a key, or null if there is none. */
  public LongEntry higher(byte[] key) {
    return Navigation.longEntry(trie, KeyRange.greaterThan(key), false);
  }

  /** As {@link #higher(byte[])}. */
  public LongEntry higher(long key) {
    return Navigation.longEntry(trie, KeyRange.greaterThan(key), false);
  }

  /** Removes and returns an entry that had the least key at some moment of the call, or null. */
  public LongEntry pollFirst() {
    return Navigation.pollLong(trie, false);
  }

  /** Removes and returns an entry that had the greatest key at some moment of the call, or null. */
  public LongEntry pollLast() {
    return Navigation.pollLong(trie, true);
  }

  /**
   * Passes the entries of a range in ascending order until the visitor says no.
   *
   * @return the number of entries passed
   */
  public long scan(KeyRange range, LongEntryVisitor visitor) {
    return pass(new Scan(trie, range, false), visitor);
  }

  /** As {@link #scan}, in descending order. */
  public long scanDescending(KeyRange range, LongEntryVisitor visitor) {
    return pass(new Scan(trie, range, true), visitor);
  }

  private static long pass(Scan scan, LongEntryVisitor visitor) {
    Objects.requireNonNull(visitor, "visitor");
    long passed = 0;
    while (scan.advance()) {
      passed++;
      if (!visitor.visit(scan.entryKey(), scan.inline())) {
        break;
      }
    }
    return passed;
  }

  /**
   * Passes the values of at most {@code limit} entries of a range in ascending order of their keys,
   * without putting the keys together.
   *
   * @return the number of values passed
   */
  public long scanValues(KeyRange range, long limit, LongConsumer values) {
    Objects.requireNonNull(values, "values");
    Scan scan = new Scan(trie, range, false, false, null);
    long passed = 0;
    while (passed < limit && scan.advance()) {
      passed++;
      values.accept(scan.inline());
    }
    return passed;
  }

  /** Removes the entries of a range, each atomically; returns how many this call removed. */
  public long removeRange(KeyRange range) {
    return RangeRemoval.remove(trie, range);
  }

  /** Returns the number of entries that a walk over a range passes. */
  public long countRange(KeyRange range) {
    return RangeRemoval.count(trie, range);
  }

  /** Returns the number of entries, from a counter: exact when nobody writes. */
  public long size() {
    return trie.size().sum();
  }

  /** Returns whether there is no entry. */
  public boolean isEmpty() {
    return Navigation.toFirst(trie, KeyRange.all(), false) == null;
  }

  /** Removes all entries, each atomically. */
  public void clear() {
    RangeRemoval.remove(trie, KeyRange.all());
  }

  /** Walks the tree and returns its shape. */
  public TreeStatistics statistics() {
    return StatisticsWalk.of(trie);
  }

  /**
   * Writes all entries to a file, which is replaced when the new one is complete and on the disk,
   * or else stays as it was. With others writing to the index, it is as consistent as a scan.
   *
   * @return the number of entries written
   * @throws CheckpointException if the file cannot be written
   */
  public long writeTo(Path file) throws IOException {
    return CheckpointFile.replace(file, this::writeTo);
  }

  /** As {@link #writeTo(Path)}, to a stream, which is flushed and stays open. */
  public long writeTo(OutputStream out) throws IOException {
    return CheckpointWriter.writeInline(trie, out);
  }

  /**
   * Returns a new index with the entries of a checkpoint.
   *
   * @param absent what a miss returns
   * @throws CheckpointException if the file is not a whole and undamaged checkpoint of an index
   */
  public static MasstreeIndex readFrom(Path file, long absent) throws IOException {
    MasstreeIndex restored = new MasstreeIndex(absent);
    CheckpointReader.readInline(file, restored.trie);
    return restored;
  }

  /** As {@link #readFrom(Path, long)}, from a stream, which stays open behind the checkpoint. */
  public static MasstreeIndex readFrom(InputStream in, long absent) throws IOException {
    MasstreeIndex restored = new MasstreeIndex(absent);
    CheckpointReader.readInline(in, restored.trie);
    return restored;
  }

  private Cursor at(byte[] key) {
    return new Cursor(trie, key);
  }

  private Cursor at(long key) {
    return new Cursor(trie, key);
  }
}
