package dev.madtree.competitors;

import dev.madtree.masstree.KeyView;
import java.util.Objects;

/** Shows a key that an index already holds as a byte array to a scan's visitor, without a copy. */
final class ByteArrayKeyView implements KeyView {

  private byte[] key = {};

  /** Shows another key from now on and returns this view. */
  ByteArrayKeyView over(byte[] next) {
    key = next;
    return this;
  }

  @Override
  public int length() {
    return key.length;
  }

  @Override
  public byte byteAt(int index) {
    return key[index];
  }

  @Override
  public long longAt(int index) {
    Objects.checkIndex(index, key.length + 1);
    long slice = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      int at = index + i;
      slice = (slice << 8) | (at < key.length ? key[at] & 0xFF : 0);
    }
    return slice;
  }

  @Override
  public byte[] toByteArray() {
    return key.clone();
  }
}
