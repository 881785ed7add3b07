package dev.madtree.masstree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The keys that a team of threads writes, each owned by one thread, and the values that tell from
 * which key they come.
 *
 * <p>A third is drawn as for the model test. A third are small groups under long prefixes, whose
 * layers appear and collapse; the members of a group have different owners. A third lies in blocks
 * that one thread has for itself, side by side below one prefix.
 */
final class KeySpace {

  private static final int LONGEST = 40;
  private static final int GROUP = 8;

  private final byte[] region;
  private final int threads;
  private final byte[][] keys;

  /**
   * @param region the bytes that all keys begin with
   * @param count the number of keys, a multiple of the number of threads
   */
  KeySpace(SplittableRandom random, byte[] region, int count, int threads) {
    this.region = region;
    this.threads = threads;
    TreeSet<byte[]> distinct = new TreeSet<>(Arrays::compareUnsigned);
    KeyMaker maker = new KeyMaker(random, LONGEST, 3);
    while (distinct.size() < count / 3) {
      distinct.add(join(region, maker.next()));
    }
    while (distinct.size() < count * 2 / 3) {
      byte[] prefix = new byte[7 + random.nextInt(20)];
      Arrays.fill(prefix, (byte) 'p');
      prefix[random.nextInt(prefix.length)] = (byte) random.nextInt(256);
      for (int i = 0; i < GROUP && distinct.size() < count * 2 / 3; i++) {
        distinct.add(join(region, prefix, new byte[random.nextInt(4)], new byte[] {(byte) i}));
      }
    }
    keys = Arrays.copyOf(distinct.toArray(new byte[0][]), count);
    for (int i = distinct.size(); i < count; i++) {
      keys[i] = join(block(i % threads), new byte[] {(byte) (i >>> 8), (byte) i});
    }
  }

  /** The prefix of the keys that lie together and belong to one thread. */
  byte[] block(int thread) {
    return join(region, new byte[] {-2, -2, -2, -2, -2, -2, -2, -2, (byte) thread});
  }

  int size() {
    return keys.length;
  }

  int threads() {
    return threads;
  }

  /** Whether a key lies among those of the space. */
  boolean contains(byte[] key) {
    return Arrays.mismatch(region, key) == region.length || Arrays.equals(region, key);
  }

  byte[] key(int index) {
    return keys[index];
  }

  /** The index of a random key of a thread. */
  int pick(SplittableRandom random, int thread) {
    return thread + threads * random.nextInt(keys.length / threads);
  }

  /** A value that tells its key and is unlike the other values with other stamps. */
  long value(int index, long stamp) {
    return stamp * keys.length + index;
  }

  /** The key from which a value comes. */
  byte[] keyOf(long value) {
    return keys[(int) (value % keys.length)];
  }

  /** The thread that put a value. */
  int ownerOf(long value) {
    return (int) (value % keys.length) % threads;
  }

  static byte[] join(byte[]... parts) {
    byte[] joined = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
