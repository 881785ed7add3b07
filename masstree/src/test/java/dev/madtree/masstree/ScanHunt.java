package dev.madtree.masstree;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

/** Scans trees that others write to until a scan breaks a rule, or until there were enough. */
final class ScanHunt {

  private final UnaryOperator<Subject> around;
  private final LongAdder scans = new LongAdder();
  private final LongAdder overlapping = new LongAdder();

  /** A hunt on the tree itself. */
  ScanHunt() {
    this(UnaryOperator.identity());
  }

  /** A hunt on something around each tree. */
  ScanHunt(UnaryOperator<Subject> around) {
    this.around = around;
  }

  /** The scans that were played and found right. */
  long scans() {
    return scans.sum();
  }

  /** Those of them during which something was written. */
  long overlapping() {
    return overlapping.sum();
  }

  /**
   * Plays with the seeds from one on until there were so many scans or the time is over.
   *
   * @throws AssertionError at the first that is wrong
   */
  void run(long seed, long count, long deadlineNanos) {
    new PlayTeam(this::draw, seed, playsOf(count), deadlineNanos).run();
  }

  /**
   * The plays that a number of scans takes; without a limit of the one there is none of the other.
   */
  static long playsOf(long scans) {
    if (scans == Long.MAX_VALUE) {
      return scans;
    }
    return scans / ScanPlay.SCANS + (scans % ScanPlay.SCANS == 0 ? 0 : 1);
  }

  /**
   * Plays with the seeds from one on, each by a schedule, until a time is over.
   *
   * @throws AssertionError at the first scan that is wrong
   */
  void runScheduled(long seed, long deadlineNanos) {
    ScheduledPlays.run(this::draw, seed, deadlineNanos);
  }

  private Play draw(long number) {
    return new ScanPlay(number, Plays.threadsOf(number / Plays.BATCH), this);
  }

  Subject around(Subject tree) {
    return around.apply(tree);
  }

  void count(int played, int withWrites) {
    scans.add(played);
    overlapping.add(withWrites);
  }
}
