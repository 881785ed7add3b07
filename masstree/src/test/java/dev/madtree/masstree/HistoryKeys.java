package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the few keys of a history: one to three layers by shared prefixes of 8 and 16 bytes, and
 * all lengths around one slice.
 */
final class HistoryKeys {

  private static final byte[] PREFIX = "prefix01prefix02".getBytes(US_ASCII);

  private HistoryKeys() {}

  /** So many different keys in order. */
  static byte[][] draw(SplittableRandom random, int count) {
    int shape = random.nextInt(6);
    byte[][] keys = new byte[count][];
    int drawn = 0;
    while (drawn < count) {
      int number = random.nextInt(4 * count);
      byte[] key =
          switch (shape) {
            case 0, 1 -> Key.bytes((long) number << 40);
            case 2 -> below(Key.SLICE, number);
            case 3 -> below(2 * Key.SLICE, number);
            case 4 -> below(Key.SLICE * random.nextInt(3), number);
            default -> sameSlice(random, number);
          };
      int at = indexOf(keys, drawn, key);
      if (at < 0) {
        System.arraycopy(keys, ~at, keys, ~at + 1, drawn++ + at + 1);
        keys[~at] = key;
      }
    }
    return keys;
  }

  private static byte[] below(int prefix, int number) {
    byte[] key = Arrays.copyOf(PREFIX, prefix + (number % 3 == 0 ? 10 : 2));
    key[prefix] = (byte) (number >>> 1);
    key[prefix + 1] = (byte) (number & 1);
    return key;
  }

  /** Keys that mostly share their slices and differ in length or behind the slice. */
  private static byte[] sameSlice(SplittableRandom random, int number) {
    byte[] key = new byte[random.nextInt(13)];
    if (key.length > 0) {
      key[0] = (byte) (number & 3);
    }
    if (key.length > Key.SLICE) {
      key[key.length - 1] = (byte) number;
    }
    return key;
  }

  /** The index of a key among keys in order, or a negative number. */
  static int indexOf(byte[][] keys, byte[] key) {
    return indexOf(keys, keys.length, key);
  }

  /**
   * The index of a key among the first keys, which are in order, or the complement of its place.
   */
  private static int indexOf(byte[][] keys, int count, byte[] key) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(keys[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return ~low;
  }
}
