package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Border nodes that are full to the brim with keys that stay. One writer puts a key below all of
 * them and removes it again, another one above all: each put splits a node and each removal merges
 * it again, so that two steps apart there is another parent or another root. The trees have so few
 * nodes that everybody meets everybody.
 */
final class BrimHunt extends RoundHunt {

  private static final int WRITERS = 2;
  private static final int MOST_READERS = 2;
  private static final int WIDTH = Fanout.LEAST_BORDER;
  private static final int MOST_EXTRA = 3;

  /** With 4, 7, 10 and 13 nodes the interior node at an end is full as well. */
  private static final int[] NODES = {1, 1, 1, 1, 1, 2, 3, 4, 4, 5, 7, 10, 13};

  private static final int MOST_BATCH = 4;
  private static final byte[] PREFIX = "prefix01".getBytes(US_ASCII);
  private static final byte[] TAIL = "tail".getBytes(US_ASCII);

  /** The number of the first key that stays; what comes and goes is numbered below and above. */
  private static final int FIRST = 10;

  private final Subject subject;
  private final byte[] prefix;
  private final byte[] tail;
  private final int staying;

  BrimHunt(long seed) {
    super(seed, WRITERS + (int) Math.floorMod(seed, MOST_READERS + 1L));
    SplittableRandom random = new SplittableRandom(seed);
    Subject either = Subject.of(random.nextBoolean(), Fanout.SMALL);
    subject = random.nextInt(3) == 0 ? new EightByteSubject(either) : either;
    prefix = random.nextInt(3) == 0 ? PREFIX : new byte[0];
    tail = random.nextInt(3) == 0 ? TAIL : new byte[0];
    staying = WIDTH * NODES[random.nextInt(NODES.length)];
    boolean up = random.nextBoolean();
    // Keys in order fill one node after another, and so the interior nodes at the other end.
    for (int i = 0; i < staying; i++) {
      int number = FIRST + (up ? i : staying - 1 - i);
      subject.put(key(number), number);
    }
  }

  @Override
  void step(int thread, SplittableRandom random) {
    if (thread < WRITERS) {
      splitAndMerge(thread == 0, random);
    } else {
      look(random);
    }
  }

  @Override
  void check() {
    requireStaying(scan(false), false);
    TreeChecker checked = TreeChecker.check(subject.trie());
    require((long) staying, checked.entries(), "entries left");
    require(0L, (long) checked.emptyBorders(), "empty nodes left");
  }

  /** Puts a key or a few more at one end, and removes them. */
  private void splitAndMerge(boolean below, SplittableRandom random) {
    int extra = random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(MOST_EXTRA);
    for (int i = 0; i < extra; i++) {
      int number = below ? FIRST - 1 - i : FIRST + staying + i;
      require(null, subject.put(key(number), number), "put of an absent key");
    }
    if (random.nextInt(4) == 0) {
      long outermost = below ? FIRST - extra : FIRST + staying + extra - 1;
      Entry<Long> end = below ? subject.first() : subject.last();
      require(outermost, end.value(), "the outermost key");
    }
    for (int i = 0; i < extra; i++) {
      int number = below ? FIRST - 1 - i : FIRST + staying + i;
      require((long) number, subject.remove(key(number)), "remove of an own key");
    }
  }

  /** Asks for what stays, most often near the ends. */
  private void look(SplittableRandom random) {
    int near = random.nextInt(WIDTH);
    int number = FIRST + (random.nextBoolean() ? near : staying - 1 - near);
    switch (random.nextInt(16)) {
      case 0 -> {
        boolean descending = random.nextBoolean();
        requireStaying(scan(descending), descending);
      }
      case 1 -> requireStaying(subject.scanValues(KeyRange.all(), Long.MAX_VALUE), false);
      case 2 -> navigate(number);
      case 3, 4 -> write(number);
      case 5 -> putAll(random.nextInt(staying - MOST_BATCH));
      case 6, 7 -> {
        byte[][] batch = new byte[1 + random.nextInt(MOST_BATCH)][];
        Arrays.fill(batch, key(number));
        for (Long value : subject.getAll(batch)) {
          require((long) number, value, "one of a batch");
        }
      }
      default -> require((long) number, subject.get(key(number)), "get of a key that stays");
    }
  }

  private void navigate(int number) {
    require((long) number, subject.floor(key(number)).value(), "floor of a key that stays");
    require((long) number, subject.ceiling(key(number)).value(), "ceiling of a key that stays");
    if (number > FIRST) {
      require(number - 1L, subject.lower(key(number)).value(), "lower than a key that stays");
    }
    if (number < FIRST + staying - 1) {
      require(number + 1L, subject.higher(key(number)).value(), "higher than a key that stays");
    }
  }

  /** Writes what is there already, in every way. */
  private void write(int number) {
    byte[] key = key(number);
    long value = number;
    require(value, subject.put(key, value), "put of a key that stays");
    require(value, subject.putIfAbsent(key, 0), "putIfAbsent of a key that stays");
    require(value, subject.add(key, 0), "add to a key that stays");
    require(1L, subject.replace(key, value, value) ? 1L : 0, "replace of a key that stays");
  }

  /** Puts neighbours in order, so that each walk begins where the one before it ended. */
  private void putAll(int from) {
    byte[][] batch = new byte[MOST_BATCH][];
    long[] values = new long[MOST_BATCH];
    for (int i = 0; i < MOST_BATCH; i++) {
      values[i] = FIRST + from + i;
      batch[i] = key((int) values[i]);
    }
    subject.putAll(batch, values);
  }

  /** The values of all entries. */
  private List<Long> scan(boolean descending) {
    return subject.scan(KeyRange.all(), Long.MAX_VALUE, descending).stream()
        .map(Entry::value)
        .toList();
  }

  /** What stays is there once and in order; what comes and goes may be there too. */
  private void requireStaying(List<Long> seen, boolean descending) {
    long expected = descending ? FIRST + staying - 1 : FIRST;
    int found = 0;
    for (long value : seen) {
      if (value >= FIRST && value < FIRST + staying) {
        if (value != expected) {
          require(expected, value, "the next key of a scan");
        }
        expected += descending ? -1 : 1;
        found++;
      }
    }
    require((long) staying, (long) found, "keys of a scan");
  }

  private byte[] key(int number) {
    byte[] key = Arrays.copyOf(prefix, prefix.length + Key.SLICE + tail.length);
    key[prefix.length] = (byte) number;
    System.arraycopy(tail, 0, key, prefix.length + Key.SLICE, tail.length);
    return key;
  }
}
