package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A few keys under one prefix, each of one thread, that come and go: their layers are made and
 * collapse all the time, and each thread must find its own keys as it left them.
 */
final class LayerHunt extends RoundHunt {

  private static final byte[] PREFIX = "prefix01prefix02".getBytes(US_ASCII);
  private static final int THREADS = 3;
  private static final int MOST_KEYS = 2;

  private final Subject subject;
  private final int shared;
  private final int keys;
  private final Long[][] left = new Long[THREADS][MOST_KEYS];

  LayerHunt(long seed) {
    super(seed, THREADS);
    SplittableRandom random = new SplittableRandom(seed);
    subject = Subject.of(random.nextBoolean(), Fanout.SMALL);
    shared = random.nextBoolean() ? Key.SLICE : 2 * Key.SLICE;
    keys = random.nextInt(3) == 0 ? MOST_KEYS : 1;
    if (random.nextBoolean()) {
      subject.put(new byte[0], 0);
    }
  }

  @Override
  void step(int thread, SplittableRandom random) {
    int number = random.nextInt(keys);
    byte[] key = key(thread, number);
    Long before = left[thread][number];
    if (before == null || random.nextInt(4) == 0) {
      long value = random.nextInt(1_000);
      require(before, subject.put(key, value), "put of an own key");
      left[thread][number] = value;
    } else {
      require(before, subject.remove(key), "remove of an own key");
      left[thread][number] = null;
    }
    require(left[thread][number], subject.get(key), "get of an own key");
  }

  private byte[] key(int thread, int number) {
    byte[] key = Arrays.copyOf(PREFIX, shared + 2 + 9 * (thread % 2));
    key[shared] = (byte) thread;
    key[shared + 1] = (byte) number;
    return key;
  }

  @Override
  void check() {
    for (int thread = 0; thread < THREADS; thread++) {
      for (int number = 0; number < keys; number++) {
        Long found = subject.get(key(thread, number));
        require(left[thread][number], found, "own key at the end");
      }
    }
    TreeChecker.check(subject.trie());
  }
}
