package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Random concurrent histories on the real tree are linearizable. {@code -Dhistories.count=N} sets
 * their number, without which they go on for a few seconds; {@code -Dhistories.seed=N} the first
 * seed, and {@code -Dhistories.hogs=N} the number of threads beside that only burn time.
 */
class HistoryTest {

  private static final long COUNT = Long.getLong("histories.count", 0);
  private static final long NANOS = 5_000_000_000L;
  private static final long SEED = Long.getLong("histories.seed", 2012);
  private static final int HOGS = Integer.getInteger("histories.hogs", 0);

  @Test
  void randomHistories_onRealThreads_areLinearizable() throws IOException {
    HistoryHunt hunt = new HistoryHunt();
    long began = System.nanoTime();
    Hogs hogs = new Hogs(HOGS);
    try {
      hunt.run(
          SEED, COUNT > 0 ? COUNT : Long.MAX_VALUE, COUNT > 0 ? Long.MAX_VALUE : began + NANOS);
    } catch (HistoryHunt.Violation violation) {
      Path file = Path.of("target", "history-" + SEED + ".txt");
      Files.createDirectories(file.getParent());
      Files.writeString(file, violation.getMessage());
      throw new AssertionError("see " + file.toAbsolutePath(), violation);
    } finally {
      hogs.close();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "HistoryTest seed %d: %d histories, %.0f a second, %d hogs%n",
        SEED,
        hunt.played(),
        hunt.played() / seconds,
        HOGS);
    assertTrue(hunt.played() >= Math.max(1, COUNT));
  }
}
