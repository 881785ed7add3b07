package dev.madtree.masstree;

/** Plays one {@link Play} after another, each by a {@link Schedule} of its own. */
final class ScheduledPlays {

  private ScheduledPlays() {}

  /**
   * Plays with the numbers from one on until a time is over.
   *
   * @throws AssertionError if a play went wrong, a call threw or did not end
   */
  static void run(Plays plays, long first, long deadlineNanos) {
    Pauses.rest(true);
    try {
      for (long number = first; System.nanoTime() < deadlineNanos; number++) {
        Play play = plays.play(number);
        play.prepare();
        try {
          Schedule.run(number, plays.threads(number / Plays.BATCH), play::play);
        } catch (Throwable thrown) {
          throw new AssertionError("a call failed: " + thrown + "\n" + play.describe(), thrown);
        }
        play.check();
      }
    } finally {
      Pauses.rest(false);
    }
  }
}
