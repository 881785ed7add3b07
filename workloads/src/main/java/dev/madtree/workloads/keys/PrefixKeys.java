package dev.madtree.workloads.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Keys that all begin with the same 24 bytes: three full slices without any information. */
final class PrefixKeys {

  private static final byte[] PREFIX =
      "tenant/0042/table/orders".getBytes(StandardCharsets.US_ASCII);

  private PrefixKeys() {}

  static byte[] key(long number) {
    return ByteBuffer.allocate(PREFIX.length + Long.BYTES)
        .put(PREFIX)
        .putLong(Int8Keys.scattered(number))
        .array();
  }
}
