package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;

/**
 * The common face of everything that is measured: a concurrent map from byte strings, in unsigned
 * byte order, to values.
 *
 * <p>Point operations are linearizable, scans weakly consistent. Keys handed in are not changed by
 * anybody afterwards, so an index may keep them. A null key or value is a {@link
 * NullPointerException}.
 *
 * @param <V> the type of the values
 */
public interface OrderedIndex<V> {

  /** Returns the value of a key, or null if it is absent. */
  V get(byte[] key);

  /** Sets the value of a key and returns the previous one, or null if it was absent. */
  V put(byte[] key, V value);

  /** Sets the value of a key that is absent; returns null then, and the present value otherwise. */
  V putIfAbsent(byte[] key, V value);

  /** Sets the value of a key if it has the expected one, by {@code equals}; returns whether. */
  boolean replace(byte[] key, V expected, V update);

  /** Removes a key and returns its value, or null if it was absent. */
  V remove(byte[] key);

  /**
   * Passes at most {@code limit} entries of the range in ascending order, until the visitor says
   * no.
   *
   * @return the number of entries passed
   */
  long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor);

  /** As {@link #scan}, in descending order. */
  long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor);

  /** Sets {@code values[i]} to the value of {@code keys[i]}, null if absent. */
  default void getAll(byte[][] keys, V[] values) {
    for (int i = 0; i < keys.length; i++) {
      values[i] = get(keys[i]);
    }
  }

  /** Returns the number of entries: exact when nobody writes. It may walk the whole index. */
  long size();
}
