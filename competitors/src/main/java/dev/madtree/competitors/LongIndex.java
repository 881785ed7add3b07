package dev.madtree.competitors;

/**
 * The common face of maps from longs to longs: what single operations are measured on, each
 * structure with keys and values as it likes them best.
 *
 * <p>Keys are not negative, so that signed and unsigned order agree. No value is {@link #ABSENT}.
 */
public interface LongIndex {

  /** What stands for no value. */
  long ABSENT = -1;

  /** Returns the value of a key, or {@link #ABSENT}. */
  long get(long key);

  /** Sets {@code values[i]} to the value of {@code keys[i]}, {@link #ABSENT} if there is none. */
  default void getAll(long[] keys, long[] values) {
    for (int i = 0; i < keys.length; i++) {
      values[i] = get(keys[i]);
    }
  }

  /** Sets the value of a key and returns the previous one, or {@link #ABSENT}. */
  long put(long key, long value);

  /** Removes a key and returns its value, or {@link #ABSENT}. */
  long remove(long key);

  /** Adds up the values of at most {@code limit} entries from a key on, in ascending order. */
  long sum(long from, int limit);

  /** Returns the number of entries: exact when nobody writes. */
  long size();
}
