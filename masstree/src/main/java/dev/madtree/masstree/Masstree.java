package dev.madtree.masstree;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * A concurrent ordered map from byte strings to values: a Masstree, which is a trie of B+-trees.
 *
 * <p>Keys are byte strings of any length, the empty one included, in unsigned byte order. A {@code
 * long} key stands for its eight big-endian bytes and is the same entry; its order is unsigned.
 * Keys are copied where they are kept. Values are references and are never null.
 *
 * <p>Threads need no registration. Readers take no lock and are never blocked. Point, conditional
 * and navigation operations, and each element of a batch, are linearizable. Scans are weakly
 * consistent: keys come in strict order, an entry that is there throughout is passed exactly once,
 * and a value that is passed was current at some moment of the scan. What a thread did before a put
 * is visible to whoever gets the value. Functions and visitors run outside of every lock and may
 * use the map; a function may be called more than once where others write the same key.
 *
 * <p>A null key, value, function or range is a {@link NullPointerException}.
 *
 * <p>Source: Mao, Kohler, Morris, "Cache Craftiness for Fast Multicore Key-Value Storage", EuroSys
 * 2012.
 *
 * @param <V> the type of the values
 */
public final class Masstree<V> {

  private final Trie trie;

  /** Makes an empty map. */
  public Masstree() {
    this(Fanout.PRODUCTION);
  }

  Masstree(Fanout fanout) {
    trie = new Trie(fanout, false);
  }

  Trie trie() {
    return trie;
  }

  /** Returns the value of a key, or null if it is absent. Allocates nothing. */
  public V get(byte[] key) {
    return cast(Lookup.get(trie, key));
  }

  /** As {@link #get(byte[])}. */
  public V get(long key) {
    return cast(Lookup.get(trie, key));
  }

  /** Returns whether a key is there. */
  public boolean containsKey(byte[] key) {
    return Lookup.get(trie, key) != null;
  }

  /** As {@link #containsKey(byte[])}. */
  public boolean containsKey(long key) {
    return Lookup.get(trie, key) != null;
  }

  /** Sets the value of a key and returns the previous one, or null if it was absent. */
  public V put(byte[] key, V value) {
    return cast(Update.put(at(key), value));
  }

  /** As {@link #put(byte[], Object)}. */
  public V put(long key, V value) {
    return cast(TopLayer.put(trie, key, value));
  }

  /** Sets the value of an absent key and returns null; otherwise returns the present value. */
  public V putIfAbsent(byte[] key, V value) {
    return cast(Update.putIfAbsent(at(key), value));
  }

  /** As {@link #putIfAbsent(byte[], Object)}. */
  public V putIfAbsent(long key, V value) {
    return cast(Update.putIfAbsent(at(key), value));
  }

  /** Sets the value of a key that is there and returns the previous one; otherwise returns null. */
  public V replace(byte[] key, V value) {
    return cast(Update.replace(at(key), value));
  }

  /** As {@link #replace(byte[], Object)}. */
  public V replace(long key, V value) {
    return cast(Update.replace(at(key), value));
  }

  /** Sets the value of a key if it equals the expected one; returns whether. */
  public boolean replace(byte[] key, V expected, V update) {
    return Update.replace(at(key), expected, update);
  }

  /** As {@link #replace(byte[], Object, Object)}. */
  public boolean replace(long key, V expected, V update) {
    return Update.replace(at(key), expected, update);
  }

  /** Removes a key and returns its value, or null if it was absent. */
  public V remove(byte[] key) {
    return cast(Update.remove(at(key)));
  }

  /** As {@link #remove(byte[])}. */
  public V remove(long key) {
    return cast(TopLayer.remove(trie, key));
  }

  /** Removes a key if its value equals the expected one, which may be null; returns whether. */
  public boolean remove(byte[] key, Object expected) {
    return Update.remove(at(key), expected);
  }

  /** As {@link #remove(byte[], Object)}. */
  public boolean remove(long key, Object expected) {
    return Update.remove(at(key), expected);
  }

  /**
   * Sets the value of an absent key to what the function gives, unless that is null.
   *
   * @return the present or the new value, or null if there is neither
   */
  public V computeIfAbsent(byte[] key, Function<? super byte[], ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return cast(Update.computeIfAbsent(at(key), () -> function.apply(key)));
  }

  /** As {@link #computeIfAbsent(byte[], Function)}. */
  public V computeIfAbsent(long key, LongFunction<? extends V> function) {
    Objects.requireNonNull(function, "function");
    return cast(Update.computeIfAbsent(at(key), () -> function.apply(key)));
  }

  /**
   * Sets the value of a key that is there to what the function gives, or removes it if that is
   * null.
   *
   * @return the new value, or null if there is none
   */
  public V computeIfPresent(
      byte[] key, BiFunction<? super byte[], ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return cast(
        Update.compute(
            at(key), present -> present == null ? null : function.apply(key, cast(present))));
  }

  /** As {@link #computeIfPresent(byte[], BiFunction)}. */
  public V computeIfPresent(long key, BiFunction<? super Long, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return cast(
        Update.compute(
            at(key), present -> present == null ? null : function.apply(key, cast(present))));
  }

  /**
   * Sets the value of a key to what the function gives for the present one, null if absent, or
   * removes it if that is null.
   *
   * @return the new value, or null if there is none
   */
  public V compute(byte[] key, BiFunction<? super byte[], ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return cast(Update.compute(at(key), present -> function.apply(key, cast(present))));
  }

  /** As {@link #compute(byte[], BiFunction)}. */
  public V compute(long key, BiFunction<? super Long, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return cast(Update.compute(at(key), present -> function.apply(key, cast(present))));
  }

  /**
   * Sets the value of an absent key, or that of a present one to what the function gives for the
   * present value and this one; removes the key if that is null.
   *
   * @return the new value, or null if there is none
   */
  public V merge(byte[] key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    return merge(at(key), value, function);
  }

  /** As {@link #merge(byte[], Object, BiFunction)}. */
  public V merge(long key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    return merge(at(key), value, function);
  }

  private static <V> V merge(
      Cursor at, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(function, "function");
    return cast(
        Update.compute(
            at, present -> present == null ? value : function.apply(cast(present), value)));
  }

  /**
   * Sets {@code values[i]} to the value of {@code keys[i]}, null if it is absent. The lookups go
   * side by side, which is several times faster than one after the other where the map exceeds the
   * caches.
   *
   * @throws IllegalArgumentException if there are more keys than room for values
   */
  public void getAll(byte[][] keys, V[] values) {
    BatchLookup.getAll(trie, keys, values);
  }

  /** As {@link #getAll(byte[][], Object[])}. */
  public void getAll(long[] keys, V[] values) {
    BatchLookup.getAll(trie, keys, values);
  }

  /**
   * Puts {@code values[i]} for {@code keys[i]}, in this order, each atomically. Sorted keys are the
   * fast case.
   *
   * @throws IllegalArgumentException if there are more keys than values
   */
  public void putAll(byte[][] keys, V[] values) {
    requireAsMany(keys.length, values.length);
    Cursor at = keys.length == 0 ? null : at(keys[0]);
    for (int i = 0; i < keys.length; i++) {
      Update.put(at.moveTo(keys[i]), values[i]);
    }
  }

  /** As {@link #putAll(byte[][], Object[])}. */
  public void putAll(long[] keys, V[] values) {
    requireAsMany(keys.length, values.length);
    Cursor at = keys.length == 0 ? null : at(keys[0]);
    for (int i = 0; i < keys.length; i++) {
      Update.put(at.moveTo(keys[i]), values[i]);
    }
  }

  private static void requireAsMany(int keys, int values) {
    if (values < keys) {
      throw new IllegalArgumentException(
          keys + " keys, " + values + " values: there must be a value for every key");
    }
  }

  /** Returns the entry with the least key, or null if the map is empty. */
  public Entry<V> first() {
    return Navigation.entry(trie, KeyRange.all(), false);
  }

  /** Returns the entry with the greatest key, or null if the map is empty. */
  public Entry<V> last() {
    return Navigation.entry(trie, KeyRange.all(), true);
  }

  /** Returns the entry with the greatest key at or below a key, or null if there is none. */
  public Entry<V> floor(byte[] key) {
    return Navigation.entry(trie, KeyRange.atMost(key), true);
  }

  /** As {@link #floor(byte[])}. */
  public Entry<V> floor(long key) {
    return Navigation.entry(trie, KeyRange.atMost(key), true);
  }

  /** Returns the entry with the greatest key below a key, or null if there is none. */
  public Entry<V> lower(byte[] key) {
    return Navigation.entry(trie, KeyRange.lessThan(key), true);
  }

  /** As {@link #lower(byte[])}. */
  public Entry<V> lower(long key) {
    return Navigation.entry(trie, KeyRange.lessThan(key), true);
  }

  /** Returns the entry with the least key at or above a key, or null if there is none. */
  public Entry<V> ceiling(byte[] key) {
    return Navigation.entry(trie, KeyRange.atLeast(key), false);
  }

  /** As {@link #ceiling(byte[])}. */
  public Entry<V> ceiling(long key) {
    return Navigation.entry(trie, KeyRange.atLeast(key), false);
  }

  /** Returns the entry with the least key above a key, or null if there is none. */
  public Entry<V> higher(byte[] key) {
    return Navigation.entry(trie, KeyRange.greaterThan(key), false);
  }

  /** As {@link #higher(byte[])}. */
  public Entry<V> higher(long key) {
    return Navigation.entry(trie, KeyRange.greaterThan(key), false);
  }

  /** Removes and returns an entry that had the least key at some moment of the call, or null. */
  public Entry<V> pollFirst() {
    return Navigation.poll(trie, false);
  }

  /** Removes and returns an entry that had the greatest key at some moment of the call, or null. */
  public Entry<V> pollLast() {
    return Navigation.poll(trie, true);
  }

  /**
   * Passes the entries of a range in ascending order until the visitor says no.
   *
   * @return the number of entries passed
   */
  public long scan(KeyRange range, EntryVisitor<? super V> visitor) {
    return pass(new Scan(trie, range, false), visitor);
  }

  /** As {@link #scan}, in descending order. */
  public long scanDescending(KeyRange range, EntryVisitor<? super V> visitor) {
    return pass(new Scan(trie, range, true), visitor);
  }

  private static <V> long pass(Scan scan, EntryVisitor<? super V> visitor) {
    Objects.requireNonNull(visitor, "visitor");
    long passed = 0;
    while (scan.advance()) {
      passed++;
      if (!visitor.visit(scan.entryKey(), cast(scan.value()))) {
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
  public long scanValues(KeyRange range, long limit, Consumer<? super V> values) {
    Objects.requireNonNull(values, "values");
    Scan scan = new Scan(trie, range, false, false, null);
    long passed = 0;
    while (passed < limit && scan.advance()) {
      passed++;
      values.accept(cast(scan.value()));
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
   * or else stays as it was. With others writing to the map, it is as consistent as a scan.
   *
   * @return the number of entries written
   * @throws CheckpointException if the file cannot be written, or the codec cannot write a value
   */
  public long writeTo(Path file, ValueCodec<? super V> codec) throws IOException {
    return CheckpointFile.replace(file, out -> writeTo(out, codec));
  }

  /** As {@link #writeTo(Path, ValueCodec)}, to a stream, which is flushed and stays open. */
  public long writeTo(OutputStream out, ValueCodec<? super V> codec) throws IOException {
    return CheckpointWriter.write(trie, codec, out);
  }

  /**
   * Returns a new map with the entries of a checkpoint.
   *
   * @throws CheckpointException if the file is not a whole and undamaged checkpoint of a map with
   *     values that the codec reads
   */
  public static <V> Masstree<V> readFrom(Path file, ValueCodec<? extends V> codec)
      throws IOException {
    Masstree<V> restored = new Masstree<>();
    CheckpointReader.read(file, restored.trie, codec);
    return restored;
  }

  /**
   * As {@link #readFrom(Path, ValueCodec)}, from a stream, which stays open behind the checkpoint.
   */
  public static <V> Masstree<V> readFrom(InputStream in, ValueCodec<? extends V> codec)
      throws IOException {
    Masstree<V> restored = new Masstree<>();
    CheckpointReader.read(in, restored.trie, codec);
    return restored;
  }

  private Cursor at(byte[] key) {
    return new Cursor(trie, key);
  }

  private Cursor at(long key) {
    return new Cursor(trie, key);
  }

  @SuppressWarnings("unchecked") // A tree holds values of its own type only.
  private static <V> V cast(Object value) {
    return (V) value;
  }
}
