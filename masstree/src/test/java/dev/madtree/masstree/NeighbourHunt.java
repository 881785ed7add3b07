package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

/**
 * Two keys side by side in two border nodes, of which one is there at every moment: whoever looks
 * for the nearest from either side finds one of them, and never what lies behind.
 */
final class NeighbourHunt extends RoundHunt {

  private static final int THREADS = 3;
  private static final int LEFT = Fanout.LEAST_BORDER - 1;
  private static final int RIGHT = LEFT + 1;

  private final Subject subject;

  NeighbourHunt(long seed) {
    super(seed, THREADS);
    subject = Subject.of(new SplittableRandom(seed).nextBoolean(), Fanout.SMALL);
    // Ascending keys fill one node after another.
    for (int i = 0; i < 3 * Fanout.LEAST_BORDER; i++) {
      subject.put(key(2 * i), i);
    }
    subject.remove(key(2 * RIGHT));
  }

  @Override
  void step(int thread, SplittableRandom random) {
    if (thread == 0) {
      subject.put(key(2 * RIGHT), RIGHT);
      subject.remove(key(2 * LEFT));
      subject.put(key(2 * LEFT), LEFT);
      subject.remove(key(2 * RIGHT));
    } else if (random.nextBoolean()) {
      requireOneOfBoth(subject.floor(key(2 * RIGHT + 1)), "floor");
    } else {
      requireOneOfBoth(subject.ceiling(key(2 * LEFT - 1)), "ceiling");
    }
  }

  private static void requireOneOfBoth(Entry<Long> found, String how) {
    assertTrue(
        found.value() == LEFT || found.value() == RIGHT,
        () -> how + " finds key " + found.value() + ", nearer was " + LEFT + " or " + RIGHT);
  }

  private static byte[] key(int number) {
    return Key.bytes((long) number << 40);
  }

  @Override
  void check() {
    TreeChecker.check(subject.trie());
  }
}
