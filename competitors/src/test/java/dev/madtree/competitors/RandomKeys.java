package dev.madtree.competitors;

import java.util.SplittableRandom;

/** Keys that meet every hard case: shared prefixes, zero and high bytes, prefixes of each other. */
public final class RandomKeys {

  private static final byte[] ALPHABET = {0, 'a', 'b', (byte) 0x7F, (byte) 0x80, (byte) 0xFF};

  private final SplittableRandom random;
  private final byte[] stem = new byte[40];

  /** Keys that the random numbers given decide. */
  public RandomKeys(SplittableRandom random) {
    this.random = random;
    for (int i = 0; i < stem.length; i++) {
      stem[i] = ALPHABET[random.nextInt(ALPHABET.length)];
    }
  }

  /** Returns a key of 0 to 40 bytes, often sharing a stem with others, often a repeated one. */
  public byte[] next() {
    int shared = random.nextInt(4) == 0 ? 0 : random.nextInt(stem.length + 1);
    int length = Math.min(stem.length, shared + random.nextInt(4));
    byte[] key = new byte[length];
    for (int i = 0; i < length; i++) {
      key[i] = i < shared ? stem[i] : ALPHABET[random.nextInt(ALPHABET.length)];
    }
    return key;
  }
}
