package dev.madtree.masstree;

import java.util.Arrays;
import java.util.Objects;

/** The key that a scan stands on, put together in one buffer that all its keys share. */
final class ScanKey implements KeyView {

  private byte[] buffer = new byte[64];
  private int length;

  /** Writes the slice of a layer, which is whole, behind the slices of the layers above. */
  void setSlice(int prefixLength, long slice) {
    reserve(prefixLength + Key.SLICE);
    Key.write(slice, Key.SLICE, buffer, prefixLength);
  }

  /** Writes an entry's slice and suffix behind the slices of the layers above. */
  void set(int prefixLength, long slice, int code, byte[] suffix) {
    if (suffix == null) {
      reserve(prefixLength + Key.SLICE);
      Key.write(slice, Key.SLICE, buffer, prefixLength);
      length = prefixLength + code;
      return;
    }
    length = prefixLength + Key.SLICE + suffix.length;
    reserve(length);
    Key.write(slice, Key.SLICE, buffer, prefixLength);
    System.arraycopy(suffix, 0, buffer, prefixLength + Key.SLICE, suffix.length);
  }

  private void reserve(int capacity) {
    if (capacity > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(capacity, buffer.length + (buffer.length >> 1)));
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public byte byteAt(int index) {
    return buffer[Objects.checkIndex(index, length)];
  }

  @Override
  public long longAt(int index) {
    Objects.checkIndex(index, length + 1);
    if (index + Key.SLICE <= length) {
      return Key.slice(buffer, index);
    }
    long slice = 0;
    for (int i = index; i < length; i++) {
      slice |= (buffer[i] & 0xFFL) << (56 - 8 * (i - index));
    }
    return slice;
  }

  @Override
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, length);
  }

  @Override
  public String toString() {
    return Arrays.toString(toByteArray());
  }
}
