package dev.madtree.masstree;

import java.util.Arrays;
import java.util.List;

/** Plays a history on a tree of its own and decides whether it is linearizable. */
final class HistoryPlay implements Play {

  private final History history;
  private final HistoryHunt hunt;
  private Subject subject;

  HistoryPlay(History history, HistoryHunt hunt) {
    this.history = history;
    this.hunt = hunt;
  }

  @Override
  public void prepare() {
    subject = hunt.around(history.fill());
  }

  @Override
  public void play(int thread) {
    history.play(thread, subject);
  }

  @Override
  public void check() {
    List<Call> calls = history.calls();
    try {
      history.end = contents(history.keys, subject);
      TreeChecker.check(subject.trie());
    } catch (AssertionError | RuntimeException wrong) {
      throw new HistoryHunt.Violation(wrong.toString(), history, calls, wrong);
    }
    if (!Linearizability.holds(history.start, calls, history.end)) {
      throw new HistoryHunt.Violation("not linearizable", history, history.minimised(), null);
    }
    hunt.count(history.threads.length, overlap(calls));
  }

  @Override
  public String describe() {
    return HistoryFile.text(history, "not played to its end", history.calls());
  }

  /** Whether two calls of different threads overlapped: else there was nothing to find. */
  private static boolean overlap(List<Call> calls) {
    for (Call call : calls) {
      for (Call other : calls) {
        if (call.thread < other.thread
            && call.invoked <= other.returned
            && other.invoked <= call.returned) {
          return true;
        }
      }
    }
    return false;
  }

  /** The values of all keys, by gets, which a scan in either direction must agree with. */
  private static long[] contents(byte[][] keys, Subject subject) {
    long[] values = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      Long value = subject.get(keys[i]);
      values[i] = value == null ? Action.ABSENT : value;
    }
    agrees(values, keys, subject.scan(KeyRange.all(), Long.MAX_VALUE, false), "a scan");
    agrees(values, keys, subject.scan(KeyRange.all(), Long.MAX_VALUE, true), "a descending scan");
    return values;
  }

  private static void agrees(
      long[] values, byte[][] keys, List<Entry<Long>> content, String source) {
    long[] scanned = new long[keys.length];
    Arrays.fill(scanned, Action.ABSENT);
    for (Entry<Long> entry : content) {
      int key = HistoryKeys.indexOf(keys, entry.key());
      if (key < 0 || scanned[key] != Action.ABSENT) {
        throw new AssertionError(
            source + " passes a key that is foreign or twice: " + KeyMaker.show(entry.key()));
      }
      scanned[key] = entry.value();
    }
    if (!Arrays.equals(values, scanned)) {
      throw new AssertionError(
          "gets find " + Arrays.toString(values) + ", " + source + " " + Arrays.toString(scanned));
    }
  }
}
