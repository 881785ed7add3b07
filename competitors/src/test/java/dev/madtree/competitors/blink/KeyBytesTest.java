package dev.madtree.competitors.blink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.RandomKeys;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

  @Test
  void head_anyOffset_isThePaddedSlice() {
    byte[] key = new byte[20];
    new SplittableRandom(1).nextBytes(key);
    for (int length = 0; length <= key.length; length++) {
      byte[] cut = Arrays.copyOf(key, length);
      for (int from = 0; from < 30; from++) {
        long expected = 0;
        for (int i = from; i < from + 8; i++) {
          expected = (expected << 8) | (i < length ? cut[i] & 0xFF : 0);
        }
        assertEquals(expected ^ Long.MIN_VALUE, KeyBytes.head(cut, from), length + "@" + from);
      }
    }
  }

  @Test
  void separator_randomPairs_partsThem() {
    RandomKeys keys = new RandomKeys(new SplittableRandom(2));
    for (int i = 0; i < 10_000; i++) {
      byte[] one = keys.next();
      byte[] other = keys.next();
      int order = KeyBytes.compare(one, other);
      if (order != 0) {
        byte[] below = order < 0 ? one : other;
        byte[] above = order < 0 ? other : one;
        byte[] separator = KeyBytes.separator(below, above);
        assertTrue(KeyBytes.compare(below, separator) < 0);
        assertTrue(KeyBytes.compare(separator, above) <= 0);
      }
    }
  }
}
