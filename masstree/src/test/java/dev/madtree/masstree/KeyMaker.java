package dev.madtree.masstree;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the keys that are hard on a trie: shared prefixes, zero bytes, all lengths around slices.
 */
final class KeyMaker {

  private final SplittableRandom random;
  private final int longest;
  private final int letters;
  private final byte[][] prefixes;

  KeyMaker(SplittableRandom random, int longest, int letters) {
    this.random = random;
    this.longest = longest;
    this.letters = letters;
    prefixes = new byte[8][];
    for (int i = 0; i < prefixes.length; i++) {
      prefixes[i] = new byte[random.nextInt(longest + 1)];
      fill(prefixes[i], 0);
    }
  }

  /** A key of 0 to {@code longest} bytes; half of them begin with one of a few prefixes. */
  byte[] next() {
    byte[] key = new byte[random.nextInt(longest + 1)];
    if (random.nextBoolean()) {
      byte[] prefix = prefixes[random.nextInt(prefixes.length)];
      int shared = Math.min(prefix.length, key.length);
      System.arraycopy(prefix, 0, key, 0, shared);
      fill(key, random.nextInt(4) == 0 ? Math.max(0, shared - 3) : shared);
    } else {
      fill(key, 0);
    }
    return key;
  }

  private void fill(byte[] key, int from) {
    for (int i = from; i < key.length; i++) {
      int letter = random.nextInt(letters + 2);
      key[i] = (byte) (letter == 0 ? 0 : letter == 1 ? 0xFF : 'a' + letter - 2);
    }
  }

  /** Shrinks a key for a message. */
  static String show(byte[] key) {
    return key.length + " bytes " + Arrays.toString(Arrays.copyOf(key, Math.min(48, key.length)));
  }
}
