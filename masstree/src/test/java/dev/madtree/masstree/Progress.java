package dev.madtree.masstree;

import java.util.Locale;

/** Says once a minute how far a long test is and about how long it will take yet. */
final class Progress {

  private static final double SECOND_NANOS = 1e9;
  private static final long EVERY_NANOS = 60_000_000_000L;
  private static final double MINUTE_S = 60;

  /** A rate below it is told with its tenths, as some things take seconds each. */
  private static final double SLOW = 10;

  private final String what;
  private final long all;
  private final long deadlineNanos;
  private final long began = System.nanoTime();
  private long said = began;

  /** A test that ends when all of something is done. */
  Progress(String what, long all) {
    this(what, all, Long.MAX_VALUE);
  }

  /** A test that ends when all is done or at a time of {@link System#nanoTime}. */
  Progress(String what, long all, long deadlineNanos) {
    this.what = what;
    this.all = all;
    this.deadlineNanos = deadlineNanos;
  }

  /** Takes note of how much is done, at any time. */
  void at(long done) {
    long now = System.nanoTime();
    if (now - said >= EVERY_NANOS) {
      said = now;
      System.out.println(line(done, now - began, deadlineNanos - now));
    }
  }

  /** Returns what is said after some time if so much is done and the test may last so long yet. */
  String line(long done, long nanos, long leftNanos) {
    double rate = done / (nanos / SECOND_NANOS);
    double left = Math.max(0, Math.min((all - done) / rate, leftNanos / SECOND_NANOS));
    return String.format(
        Locale.ROOT,
        "%d%s %s, " + (rate < SLOW ? "%.1f" : "%.0f") + " a second, %.1f min left",
        done,
        all == Long.MAX_VALUE ? "" : " of " + all,
        what,
        rate,
        left / MINUTE_S);
  }
}
