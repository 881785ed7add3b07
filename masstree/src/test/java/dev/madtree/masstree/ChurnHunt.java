package dev.madtree.masstree;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Keys that stay, each beside a gap that a writer fills and clears again and again, so that the
 * node in which such a key lies splits and merges under those who look for it. The trees are small
 * and drawn anew every moment: their depth, their height, the mode, the orders, how many write.
 */
final class ChurnHunt extends RoundHunt {

  private static final int GAP = 40;
  private static final int THREADS = 4;
  private static final int MOST_BATCH = 4;
  private static final int LOOKS = 4;

  private final Subject subject;
  private final byte[] prefix;
  private final int staying;
  private final int writers;
  private final int fill;

  /** The gap that each writer is at, where the readers look. */
  private final int[] gaps;

  ChurnHunt(long seed) {
    super(seed, THREADS);
    SplittableRandom random = new SplittableRandom(seed);
    subject = Subject.of(random.nextBoolean(), Fanout.SMALL);
    prefix = new byte[random.nextInt(3) == 0 ? Key.SLICE + 2 : 3];
    Arrays.fill(prefix, (byte) 'c');
    staying = new int[] {3, 6, 16, 40}[random.nextInt(4)];
    writers = 1 + random.nextInt(2);
    fill = 10 + random.nextInt(GAP - 12);
    gaps = new int[writers];
    for (int i = 0; i < staying; i++) {
      subject.put(key(i, 0), i);
      // A few more that stay, so that the nodes in the gaps have company.
      subject.put(key(i, GAP - 1), i);
    }
  }

  @Override
  void step(int thread, SplittableRandom random) {
    if (thread < writers) {
      churn(thread, random);
    } else {
      look(gaps[thread % writers], random);
    }
  }

  @Override
  void check() {
    long entries = TreeChecker.check(subject.trie()).entries();
    require(2L * staying, entries, "entries left");
  }

  /** Fills a gap and clears it some times, before this thread goes on to another. */
  private void churn(int thread, SplittableRandom random) {
    // Often near the other writer: their nodes then have one parent, and it splits under one of
    // them.
    int near = gaps[(thread + 1) % writers] + random.nextInt(3) - 1;
    int gap = random.nextBoolean() ? Math.floorMod(near, staying) : random.nextInt(staying);
    gaps[thread] = gap;
    boolean up = random.nextBoolean();
    boolean clearUp = random.nextBoolean();
    for (int times = random.nextInt(12); times >= 0; times--) {
      for (int i = 0; i < fill; i++) {
        int place = 1 + (up ? i : fill - 1 - i);
        if (place % writers == thread) {
          require(null, subject.put(key(gap, place), place), "put of an absent key");
        }
      }
      for (int i = 0; i < fill; i++) {
        int place = 1 + (clearUp ? i : fill - 1 - i);
        if (place % writers == thread) {
          require((long) place, subject.remove(key(gap, place)), "remove of an own key");
        }
      }
    }
  }

  /** Gets what stays on both sides of a gap, and one beyond; what comes and goes has its value. */
  private void look(int gap, SplittableRandom random) {
    require((long) gap, subject.get(key(gap, 0)), "get before a gap");
    require((long) gap, subject.get(key(gap, GAP - 1)), "get behind a gap");
    int beyond = Math.min(gap + 1, staying - 1);
    require((long) beyond, subject.get(key(beyond, 0)), "get beyond a gap");
    for (int i = 0; i < LOOKS; i++) {
      long place = 1 + random.nextInt(fill);
      Long found = subject.get(key(gap, (int) place));
      if (found != null) {
        require(place, found, "get in a gap");
      }
    }
    byte[][] batch = new byte[1 + random.nextInt(MOST_BATCH)][];
    Arrays.setAll(batch, i -> key(gap, GAP - 1));
    for (Long value : subject.getAll(batch)) {
      require((long) gap, value, "one of a batch behind a gap");
    }
  }

  private byte[] key(int gap, int place) {
    byte[] key = Arrays.copyOf(prefix, prefix.length + 3);
    key[prefix.length] = (byte) gap;
    key[prefix.length + 1] = (byte) place;
    return key;
  }
}
