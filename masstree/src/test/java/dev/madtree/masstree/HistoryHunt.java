package dev.madtree.masstree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plays random histories on real threads until one is not linearizable or leaves a tree behind that
 * breaks an invariant, or until there were enough.
 */
final class HistoryHunt {

  private final UnaryOperator<Subject> around;
  private final LongAdder[] played = adders();
  private final LongAdder[] overlapping = adders();

  /** What a hunt found wrong; its message is the text of a file to play it again from. */
  static final class Violation extends AssertionError {
    private static final long serialVersionUID = 1;

    Violation(String wrong, History history, List<Call> few, Throwable cause) {
      super(HistoryFile.text(history, wrong, few), cause);
    }
  }

  /** A hunt on the tree itself. */
  HistoryHunt() {
    this(UnaryOperator.identity());
  }

  /** A hunt on something around each tree. */
  HistoryHunt(UnaryOperator<Subject> around) {
    this.around = around;
  }

  private static LongAdder[] adders() {
    LongAdder[] adders = new LongAdder[Plays.MOST_THREADS + 1];
    Arrays.setAll(adders, i -> new LongAdder());
    return adders;
  }

  /** The number of histories played and found right. */
  long played() {
    return Arrays.stream(played).mapToLong(LongAdder::sum).sum();
  }

  /** The histories of each number of threads, and the share of them in which calls overlapped. */
  String shares() {
    return IntStream.rangeClosed(2, Plays.MOST_THREADS)
        .mapToObj(
            threads ->
                String.format(
                    Locale.ROOT,
                    "%d of %d threads, %.1f %% with overlapping calls",
                    played[threads].sum(),
                    threads,
                    100.0 * overlapping[threads].sum() / Math.max(1, played[threads].sum())))
        .collect(Collectors.joining("; "));
  }

  /**
   * Plays histories with the seeds from one on, until a time or a number of them is over.
   *
   * @throws Violation at the first that is wrong
   */
  void run(long seed, long count, long deadlineNanos) {
    new PlayTeam(this::draw, seed, count, deadlineNanos).run();
  }

  /**
   * Plays histories with the seeds from one on, each by a schedule, until a time is over.
   *
   * @throws AssertionError at the first that is wrong
   */
  void runScheduled(long seed, long deadlineNanos) {
    ScheduledPlays.run(this::draw, seed, deadlineNanos);
  }

  private Play draw(long number) {
    return new HistoryPlay(new History(number, Plays.threadsOf(number / Plays.BATCH)), this);
  }

  /**
   * Plays one history again and again.
   *
   * @throws Violation as soon as it goes wrong
   */
  void repeat(History history, long count) {
    Plays same =
        new Plays() {
          @Override
          public Play play(long number) {
            return new HistoryPlay(history.again(), HistoryHunt.this);
          }

          @Override
          public int threads(long batch) {
            return history.threads.length;
          }
        };
    new PlayTeam(same, 0, count, Long.MAX_VALUE).run();
  }

  Subject around(Subject tree) {
    return around.apply(tree);
  }

  void count(int threads, boolean overlap) {
    played[threads].increment();
    if (overlap) {
      overlapping[threads].increment();
    }
  }
}
