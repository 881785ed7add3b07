package dev.madtree.masstree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The hunts that are played on a paused copy of the tree, by the copy of this class that was loaded
 * with it. Returns what was done.
 */
public final class PausedHunt implements Callable<String> {

  private static final long SECONDS = Long.getLong("paused.seconds", 3);
  private static final List<String> SCHEDULED =
      List.of(
          "scheduled-brim",
          "scheduled-churn",
          "scheduled-layers",
          "scheduled-neighbours",
          "scheduled-histories",
          "scheduled-scans");
  private static final long SEED = Long.getLong("paused.seed", 2012);

  /** How much longer than it was meant to take a hunt may last on a busy machine. */
  private static final long PATIENCE_S = 60;

  /** Makes the hunts. */
  public PausedHunt() {}

  @Override
  public String call() throws Exception {
    Pauses.seed(SEED);
    HistoryHunt hunt = new HistoryHunt();
    long deadline = System.nanoTime() + SECONDS * 1_000_000_000L;
    guarded(SECONDS, () -> hunt.run(SEED, Long.MAX_VALUE, deadline));
    ScanHunt scans = new ScanHunt();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    guarded(SECONDS, () -> scans.run(SEED, Long.MAX_VALUE, end));
    long pauses = Pauses.taken();
    for (String hunter : SCHEDULED) {
      long last = System.nanoTime() + SECONDS * 1_000_000_000L / SCHEDULED.size();
      guarded(SECONDS, () -> Hunter.hunt(hunter, SEED, last));
    }
    NavigationRaceTest race = new NavigationRaceTest();
    guarded(
        2 * NavigationRaceTest.SECONDS, race::keysThatStay_whileNodesSplitAndMerge_areAlwaysFound);
    return String.format(
        Locale.ROOT,
        "seed %d: %d histories (%s), %d scans (writes during %d), %d pauses",
        SEED,
        hunt.played(),
        hunt.shares(),
        scans.scans(),
        scans.overlapping(),
        pauses);
  }

  private interface Hunt {
    void run() throws Exception;
  }

  /** Runs a hunt and, if it does not end, shows where its threads are and makes them fail. */
  private static void guarded(long seconds, Hunt hunt) throws Exception {
    Thread guard = new Thread(() -> abandonAfter(seconds + PATIENCE_S), "guard");
    guard.setDaemon(true);
    guard.start();
    try {
      hunt.run();
    } finally {
      guard.interrupt();
      guard.join();
    }
  }

  private static void abandonAfter(long seconds) {
    try {
      Thread.sleep(seconds * 1000);
    } catch (InterruptedException ended) {
      return;
    }
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      System.out.println(thread.getKey());
      for (StackTraceElement frame : thread.getValue()) {
        System.out.println("  at " + frame);
      }
    }
    Pauses.abandon();
  }
}
