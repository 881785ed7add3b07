package dev.madtree.workloads.replay;

/**
 * Makes values that carry a stamp, and reads it back: who wrote the value, and when.
 *
 * @param <V> the type of the values
 */
interface Values<V> {

  /** Returns a new value that carries the stamp. */
  V of(long stamp);

  /** Returns the stamp that a value carries. */
  long stamp(V value);

  /** Returns how values of a size are made: boxed longs of 8 bytes, byte arrays otherwise. */
  static Values<?> ofSize(int bytes) {
    return bytes == Long.BYTES ? new LongValues() : new ByteArrayValues(bytes);
  }
}
