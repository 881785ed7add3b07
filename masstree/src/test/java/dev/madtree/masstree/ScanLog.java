package dev.madtree.masstree;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One scan: what was asked, what it passed, and when it began and ended. */
final class ScanLog {

  private enum Kind {
    ASCENDING,
    DESCENDING,
    VALUES
  }

  private static final Kind[] KINDS = Kind.values();
  private static final int MOST_LIMIT = 12;

  private final KeyRange range;
  private final long limit;
  private final Kind kind;
  private long begin;
  private long end;

  /** The indexes of the keys passed, and their values. */
  private int[] keys;

  private long[] values;

  /** Draws a scan over some keys, which are in order. */
  ScanLog(SplittableRandom random, byte[][] all) {
    int one = random.nextInt(all.length);
    int other = random.nextInt(all.length);
    range = range(random, all[one], all[Math.min(one, other)], all[Math.max(one, other)]);
    limit = random.nextBoolean() ? Long.MAX_VALUE : 1 + random.nextInt(MOST_LIMIT);
    kind = KINDS[random.nextInt(KINDS.length)];
  }

  private static KeyRange range(SplittableRandom random, byte[] key, byte[] low, byte[] high) {
    return switch (random.nextInt(12)) {
      case 0 -> KeyRange.atLeast(key);
      case 1 -> KeyRange.greaterThan(key);
      case 2 -> KeyRange.atMost(key);
      case 3 -> KeyRange.lessThan(key);
      case 4 -> KeyRange.closed(low, high);
      case 5 -> KeyRange.closedOpen(low, high);
      case 6 -> KeyRange.openClosed(low, high);
      case 7 -> KeyRange.open(low, high);
      case 8, 9 -> KeyRange.prefix(Arrays.copyOf(key, random.nextInt(key.length + 1)));
      default -> KeyRange.all();
    };
  }

  void play(byte[][] all, Subject subject) {
    if (kind == Kind.VALUES) {
      begin = System.nanoTime();
      List<Long> seen = subject.scanValues(range, limit);
      end = System.nanoTime();
      values = seen.stream().mapToLong(value -> value).toArray();
      keys = Arrays.stream(values).mapToInt(value -> (int) (value % all.length)).toArray();
      return;
    }
    begin = System.nanoTime();
    List<Entry<Long>> seen = subject.scan(range, limit, kind == Kind.DESCENDING);
    end = System.nanoTime();
    keys = new int[seen.size()];
    values = new long[seen.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = HistoryKeys.indexOf(all, seen.get(i).key());
      values[i] = seen.get(i).value();
    }
  }

  /** Whether a write of any of the logs overlapped the scan. */
  boolean meets(WriterLog[] writers) {
    for (WriterLog writer : writers) {
      if (writer.writesWithin(begin, end)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Checks the scan against all writes.
   *
   * @param start the values before all writes
   * @throws AssertionError at the first key that breaks a rule
   */
  void check(byte[][] all, long[] start, WriterLog[] writers) {
    long[] seen = new long[all.length];
    Arrays.fill(seen, Action.ABSENT);
    keysAreInOrderAndRange(all, seen);
    boolean[] mayBeAbsent = new boolean[all.length];
    boolean[] mayBeSeen = new boolean[all.length];
    whatIsCurrentDuringTheScan(start, writers, seen, mayBeAbsent, mayBeSeen);
    boolean cut = keys.length == limit;
    for (int key = 0; key < all.length; key++) {
      if (seen[key] != Action.ABSENT) {
        require(mayBeSeen[key], "a value was current at some moment of the scan", key);
      } else if (!mayBeAbsent[key] && range.contains(all[key])) {
        int last = cut ? keys[keys.length - 1] : -1;
        boolean beyond = cut && (kind == Kind.DESCENDING ? key < last : key > last);
        require(beyond, "an entry that is there throughout is passed", key);
      }
    }
  }

  private void keysAreInOrderAndRange(byte[][] all, long[] seen) {
    require(keys.length <= limit, "no more entries than the limit", -1);
    for (int i = 0; i < keys.length; i++) {
      int key = keys[i];
      require(key >= 0, "every key passed is one of those written", key);
      require(range.contains(all[key]), "keys lie in the range", key);
      boolean inOrder = i == 0 || (kind == Kind.DESCENDING ? key < keys[i - 1] : key > keys[i - 1]);
      require(inOrder, "keys come in strict order", key);
      require(values[i] % all.length == key, "a value stands with its key", key);
      seen[key] = values[i];
    }
  }

  /** A value is current at the earliest when its write begins, at the latest when the next ends. */
  private void whatIsCurrentDuringTheScan(
      long[] start, WriterLog[] writers, long[] seen, boolean[] mayBeAbsent, boolean[] mayBeSeen) {
    long[] value = start.clone();
    long[] since = new long[start.length];
    Arrays.fill(since, Long.MIN_VALUE);
    for (WriterLog writer : writers) {
      for (int i = 0; i < writer.keys.length; i++) {
        int key = writer.keys[i];
        if (since[key] <= end && writer.returned[i] >= begin) {
          mayBeAbsent[key] |= value[key] == Action.ABSENT;
          mayBeSeen[key] |= value[key] == seen[key];
        }
        value[key] = writer.values[i];
        since[key] = writer.invoked[i];
      }
    }
    for (int key = 0; key < value.length; key++) {
      if (since[key] <= end) {
        mayBeAbsent[key] |= value[key] == Action.ABSENT;
        mayBeSeen[key] |= value[key] == seen[key];
      }
    }
  }

  private void require(boolean holds, String rule, int key) {
    if (!holds) {
      throw new AssertionError(rule + ", key " + key + " breaks that: " + this);
    }
  }

  @Override
  public String toString() {
    return kind
        + " scan of "
        + range
        + ", at most "
        + limit
        + ", passes keys "
        + Arrays.toString(keys)
        + " values "
        + Arrays.toString(values)
        + " ["
        + begin
        + ", "
        + end
        + "]\n";
  }
}
