package dev.madtree.masstree;

import java.util.Arrays;
import java.util.List;

/**
 * Plays random histories on real threads until one is not linearizable or leaves a tree behind that
 * breaks an invariant, or until there were enough.
 */
final class HistoryHunt {

  private static final int MOST_THREADS = 4;

  private long played;

  /** What a hunt found wrong; its message is the minimised history. */
  static final class Violation extends AssertionError {
    private static final long serialVersionUID = 1;

    Violation(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The number of histories played. */
  long played() {
    return played;
  }

  /**
   * Plays histories with the seeds from one on, until a time or a number of them is over.
   *
   * @throws Violation at the first that is wrong
   */
  void run(long seed, long count, long deadlineNanos) {
    try (HistoryTeam team = new HistoryTeam(MOST_THREADS)) {
      for (long i = 0; i < count && System.nanoTime() < deadlineNanos; i++) {
        play(team, new History(seed + i));
        played++;
      }
    }
  }

  private static void play(HistoryTeam team, History history) {
    try {
      Subject subject = history.fill();
      team.play(history, subject);
      history.end = contents(history.keys, subject);
      TreeChecker.check(subject.trie());
    } catch (AssertionError | RuntimeException wrong) {
      throw new Violation(wrong + "\n" + history.describe(history.calls()), wrong);
    }
    if (!Linearizability.holds(history.start, history.calls(), history.end)) {
      List<Call> few = history.minimised();
      throw new Violation("not linearizable\n" + history.describe(few), null);
    }
  }

  /** The values of all keys, by gets, which a scan in either direction must agree with. */
  private static long[] contents(byte[][] keys, Subject subject) {
    long[] values = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      Long value = subject.get(keys[i]);
      values[i] = value == null ? Action.ABSENT : value;
    }
    for (boolean descending : new boolean[] {false, true}) {
      long[] scanned = new long[keys.length];
      Arrays.fill(scanned, Action.ABSENT);
      for (Entry<Long> entry : subject.scan(KeyRange.all(), Long.MAX_VALUE, descending)) {
        scanned[HistoryKeys.indexOf(keys, entry.key())] = entry.value();
      }
      if (!Arrays.equals(values, scanned)) {
        throw new AssertionError(
            "gets find " + Arrays.toString(values) + ", a scan " + Arrays.toString(scanned));
      }
    }
    return values;
  }
}
