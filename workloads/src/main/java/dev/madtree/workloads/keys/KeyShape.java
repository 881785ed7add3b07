package dev.madtree.workloads.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What keys look like: an injective function from key numbers to byte strings.
 *
 * <p>A new one is a class with such a function and a constant here.
 */
public enum KeyShape {
  /** The keys of YCSB's own client. */
  YCSB("ycsb", "\"user\" and YCSB's hash of the number in decimal, up to 23 bytes", YcsbKeys::key),
  /** Eight bytes. */
  INT8("int8", "the scattered number in 8 big-endian bytes", Int8Keys::key),
  /** Decimal digits. */
  DECIMAL("decimal", "the scattered number in 1 to 10 decimal digits", DecimalKeys::key),
  /** A long shared prefix. */
  PREFIX("prefix", "24 bytes that all keys share, then 8 as in int8", PrefixKeys::key),
  /** Paths. */
  URL("url", "paths under host names written backwards, 30 to 80 bytes", UrlKeys::key),
  /** Addresses. */
  EMAIL("email", "names, a number and few domains, 21 to 43 bytes", EmailKeys::key),
  /** Long keys that differ from the first slice on. */
  BYTES64("bytes64", "64 bytes that differ from the first on", LongKeys::bytes64),
  /** As {@link #BYTES64}, twice as long. */
  BYTES128("bytes128", "128 bytes that differ from the first on", LongKeys::bytes128),
  /** Many short prefixes. */
  BUCKETS64("buckets64", "64 bytes, the first 24 one of 256 prefixes", LongKeys::buckets64),
  /** Few deep prefixes. */
  TRIE64("trie64", "64 bytes, the first 32 one of 16 prefixes", LongKeys::trie64),
  /** Neighbours under one prefix. */
  GROUPS64("groups64", "64 bytes, 500 neighbours under each prefix of 24", LongKeys::groups64);

  private final String label;
  private final String description;
  private final LongFunction<byte[]> function;

  KeyShape(String label, String description, LongFunction<byte[]> function) {
    this.label = label;
    this.description = description;
    this.function = function;
  }

  /** Returns the key shape of a label such as {@code ycsb}, if there is one. */
  public static Optional<KeyShape> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /** Returns all labels, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(KeyShape::label).toList();
  }

  /** Returns the name used in commands, records and charts. */
  public String label() {
    return label;
  }

  /** Returns the shape in words. */
  public String description() {
    return description;
  }

  /**
   * Returns the key of a number, in a new array.
   *
   * @param number from 0 to below 2^31
   */
  public byte[] key(long number) {
    return function.apply(number);
  }

  /**
   * Returns the keys of the numbers from 0 to below a count, each in an array of its own.
   *
   * @param count from 0 to below 2^31
   */
  public byte[][] keys(int count) {
    byte[][] keys = new byte[count][];
    Arrays.parallelSetAll(keys, this::key);
    return keys;
  }

  /** Returns the mean length of a key in bytes, over the first numbers up to a count. */
  public double meanBytes(long count) {
    int seen = (int) Math.min(count, 100_000);
    long bytes = 0;
    for (int i = 0; i < seen; i++) {
      bytes += key(i).length;
    }
    return seen == 0 ? 0 : (double) bytes / seen;
  }
}
