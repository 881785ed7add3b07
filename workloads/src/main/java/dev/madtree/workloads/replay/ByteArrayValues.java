package dev.madtree.workloads.replay;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Values of any size from eight bytes on: the stamp in the first eight, zeros after it. */
final class ByteArrayValues implements Values<byte[]> {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final int size;

  ByteArrayValues(int size) {
    if (size < Long.BYTES) {
      throw new IllegalArgumentException("a value of " + size + " bytes cannot carry a stamp");
    }
    this.size = size;
  }

  @Override
  public byte[] of(long stamp) {
    byte[] value = new byte[size];
    LONGS.set(value, 0, stamp);
    return value;
  }

  @Override
  public long stamp(byte[] value) {
    return (long) LONGS.get(value, 0);
  }
}
