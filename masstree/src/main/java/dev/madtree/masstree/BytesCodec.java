package dev.madtree.masstree;

import java.util.Arrays;
import java.util.Comparator;

/** The codec of byte arrays: the bytes themselves, copied so that a key never changes. */
enum BytesCodec implements KeyCodec<byte[]> {
  INSTANCE;

  @Override
  public byte[] encode(byte[] key) {
    return key.clone();
  }

  @Override
  public byte[] decode(byte[] bytes) {
    return bytes.clone();
  }

  @Override
  public Comparator<byte[]> comparator() {
    return UnsignedOrder.INSTANCE;
  }

  private enum UnsignedOrder implements Comparator<byte[]> {
    INSTANCE;

    @Override
    public int compare(byte[] a, byte[] b) {
      return Arrays.compareUnsigned(a, b);
    }
  }
}
