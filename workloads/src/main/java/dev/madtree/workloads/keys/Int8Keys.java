package dev.madtree.workloads.keys;

import java.nio.ByteBuffer;

/** Eight big-endian bytes of a number scattered over all of them. */
final class Int8Keys {

  private Int8Keys() {}

  static byte[] key(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(scattered(number)).array();
  }

  /** A bijection of 64 bits, the finalizer of SplitMix64: different numbers stay different. */
  static long scattered(long number) {
    long x = number + 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
