package dev.madtree.workloads.keys;

import java.nio.ByteBuffer;

/**
 * Keys of many slices: some share none, some share a few prefixes of whole slices, as the
 * benchmarks of a Masstree in Rust have them.
 */
final class LongKeys {

  private static final int SHORT = 64;
  private static final int LONG = 128;
  private static final int BUCKETS = 256;
  private static final int BUCKET_BYTES = 24;
  private static final int TRIES = 16;
  private static final int TRIE_BYTES = 32;
  private static final int GROUP = 500;

  private LongKeys() {}

  static byte[] bytes64(long number) {
    return filled(ByteBuffer.allocate(SHORT), number);
  }

  static byte[] bytes128(long number) {
    return filled(ByteBuffer.allocate(LONG), number);
  }

  static byte[] buckets64(long number) {
    return filled(prefixed(number % BUCKETS, BUCKET_BYTES), number);
  }

  static byte[] trie64(long number) {
    return filled(prefixed(number % TRIES, TRIE_BYTES), number);
  }

  /** Numbers follow each other in the order of the keys within a group. */
  static byte[] groups64(long number) {
    ByteBuffer key = prefixed(number / GROUP, BUCKET_BYTES);
    return filled(key.putLong(number % GROUP), number);
  }

  /** A key that begins with so many bytes of a bucket. */
  private static ByteBuffer prefixed(long bucket, int bytes) {
    ByteBuffer key = ByteBuffer.allocate(SHORT);
    for (long slice = 0; key.position() < bytes; slice++) {
      key.putLong(Int8Keys.scattered(-1 - bucket * SHORT - slice));
    }
    return key;
  }

  /** Fills the rest with slices of the number; the first of them keeps keys apart. */
  private static byte[] filled(ByteBuffer key, long number) {
    for (long slice = number; key.hasRemaining(); slice += 1L << Integer.SIZE) {
      key.putLong(Int8Keys.scattered(slice));
    }
    return key.array();
  }
}
