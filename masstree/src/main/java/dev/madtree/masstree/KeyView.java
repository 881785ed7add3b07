package dev.madtree.masstree;

/**
 * A key as a scan passes it: valid only during the call that hands it out, and reused afterwards.
 *
 * <p>A visitor that wants to keep the key takes {@link #toByteArray()}.
 */
public interface KeyView {

  /** Returns the length of the key in bytes. */
  int length();

  /**
   * Returns the byte at an index.
   *
   * @throws IndexOutOfBoundsException if the index is negative or not below {@link #length()}
   */
  byte byteAt(int index);

  /**
   * Returns the eight bytes from an index on as a big-endian long, padded with zero bytes where the
   * key ends before.
   *
   * @throws IndexOutOfBoundsException if the index is negative or above {@link #length()}
   */
  long longAt(int index);

  /** Returns a copy of the key, which the caller may keep and change. */
  byte[] toByteArray();
}
