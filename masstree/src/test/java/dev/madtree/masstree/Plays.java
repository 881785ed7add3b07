package dev.madtree.masstree;

/** Plays by their numbers; they come in batches whose plays have the same number of threads. */
interface Plays {

  /** The number of plays in a batch: those whose numbers agree in all but the lowest bits. */
  int BATCH = 256;

  /** The most threads that a play has. */
  int MOST_THREADS = 4;

  /** Makes the play of a number. Nothing is shared between plays. */
  Play play(long number);

  /** The number of threads of the plays of a batch. */
  default int threads(long batch) {
    return threadsOf(batch);
  }

  /**
   * Mostly two threads, which a machine with two processors runs at once, and now and then three or
   * four, which it cannot.
   */
  static int threadsOf(long batch) {
    long dice = (batch * 0x9E3779B97F4A7C15L) >>> 59;
    return dice < 26 ? 2 : dice < 30 ? 3 : 4;
  }
}
