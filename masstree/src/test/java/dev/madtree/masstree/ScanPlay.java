package dev.madtree.masstree;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Threads that put and remove, each its own keys, and threads that scan meanwhile, on a small tree
 * drawn from a seed: one to three layers, small or production width, either mode.
 */
final class ScanPlay implements Play {

  /** The scans of all threads of a play. */
  static final int SCANS = 6;

  private static final int FEWEST_WRITES = 16;
  private static final int MORE_WRITES = 48;

  private final long seed;
  private final ScanHunt hunt;
  private final boolean inline;
  private final Fanout fanout;
  private final byte[][] keys;
  private final long[] start;
  private final long[] end;
  private final WriterLog[] writers;
  private final ScanLog[][] scanners;
  private Subject subject;

  ScanPlay(long seed, int threads, ScanHunt hunt) {
    this.seed = seed;
    this.hunt = hunt;
    SplittableRandom random = new SplittableRandom(seed);
    inline = random.nextInt(3) == 0;
    fanout = random.nextInt(3) == 0 ? Fanout.PRODUCTION : Fanout.SMALL;
    keys = HistoryKeys.draw(random, 4 + random.nextInt(random.nextBoolean() ? 12 : 60));
    start = new long[keys.length];
    int density = random.nextInt(5);
    for (int i = 0; i < keys.length; i++) {
      start[i] = random.nextInt(4) < density ? i : Action.ABSENT;
    }
    end = start.clone();
    writers = new WriterLog[threads == 3 ? 1 + random.nextInt(2) : threads / 2];
    for (int i = 0; i < writers.length; i++) {
      int length = FEWEST_WRITES + random.nextInt(MORE_WRITES);
      writers[i] = new WriterLog(random, hot(random, i), end, length);
    }
    scanners = new ScanLog[threads - writers.length][];
    for (int i = 0; i < scanners.length; i++) {
      scanners[i] = new ScanLog[SCANS / scanners.length];
      for (int j = 0; j < scanners[i].length; j++) {
        scanners[i][j] = new ScanLog(random, keys);
      }
    }
  }

  /** A run of neighbours among a writer's keys, so that nodes and layers fill and empty. */
  private int[] hot(SplittableRandom random, int writer) {
    int own = (keys.length - writer + writers.length - 1) / writers.length;
    int[] hot = new int[1 + random.nextInt(own)];
    int first = random.nextInt(own - hot.length + 1);
    Arrays.setAll(hot, i -> writer + (first + i) * writers.length);
    return hot;
  }

  @Override
  public void prepare() {
    subject = hunt.around(Subject.of(inline, fanout));
    for (int i = 0; i < keys.length; i++) {
      subject.put(keys[i], i);
    }
    for (int i = 0; i < keys.length; i++) {
      if (start[i] == Action.ABSENT) {
        subject.remove(keys[i]);
      }
    }
  }

  @Override
  public void play(int thread) {
    if (thread < writers.length) {
      writers[thread].play(keys, subject);
      return;
    }
    for (ScanLog scan : scanners[thread - writers.length]) {
      scan.play(keys, subject);
      Pauses.stepEnded();
    }
  }

  @Override
  public void check() {
    int overlapping = 0;
    try {
      TreeChecker.check(subject.trie());
      for (int i = 0; i < keys.length; i++) {
        Long left = subject.get(keys[i]);
        if ((left == null ? Action.ABSENT : left) != end[i]) {
          throw new AssertionError("key " + i + " is left with " + left + ", not " + end[i]);
        }
      }
      for (ScanLog[] scans : scanners) {
        for (ScanLog scan : scans) {
          scan.check(keys, start, writers);
          overlapping += scan.meets(writers) ? 1 : 0;
        }
      }
    } catch (AssertionError | RuntimeException wrong) {
      throw new AssertionError(wrong + "\n" + describe(), wrong);
    }
    hunt.count(SCANS, overlapping);
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder();
    text.append("play ").append(seed).append(", ").append(fanout);
    text.append(inline ? ", inline\n" : ", by reference\n");
    for (int i = 0; i < keys.length; i++) {
      text.append("key ").append(i).append(": ").append(KeyMaker.show(keys[i]));
      text.append(", before ").append(start[i]).append('\n');
    }
    List.of(writers).forEach(writer -> text.append("writer\n").append(writer));
    for (ScanLog[] scans : scanners) {
      text.append("scanner\n");
      List.of(scans).forEach(text::append);
    }
    return text.toString();
  }
}
