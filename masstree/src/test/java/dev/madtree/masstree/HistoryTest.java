package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Random concurrent histories on the real tree are linearizable. {@code -Dhistories.count=N} sets
 * their number, {@code -Dhistories.seed=N} the first seed, and {@code -Dhistories.hogs=N} the
 * number of threads beside that only burn time. {@code -Dhistories.replay=FILE} plays the history
 * of a file so many times instead.
 */
class HistoryTest {

  private static final long COUNT = Long.getLong("histories.count", 10_000_000);
  private static final long SEED = Long.getLong("histories.seed", 2012);
  private static final int HOGS = Integer.getInteger("histories.hogs", 0);
  private static final String REPLAY = System.getProperty("histories.replay");

  @Test
  void randomHistories_onRealThreads_areLinearizable() throws IOException {
    HistoryHunt hunt = new HistoryHunt();
    long began = System.nanoTime();
    Hogs hogs = new Hogs(HOGS);
    try {
      if (REPLAY == null) {
        hunt.run(SEED, COUNT, Long.MAX_VALUE);
      } else {
        hunt.repeat(HistoryFile.read(Path.of(REPLAY)), COUNT);
      }
    } catch (HistoryHunt.Violation violation) {
      Path file = Path.of("target", "history-" + SEED + ".txt").toAbsolutePath();
      Files.createDirectories(file.getParent());
      Files.writeString(file, violation.getMessage());
      throw new AssertionError(
          "play it again with -Dtest=HistoryTest -Dhistories.replay=" + file, violation);
    } finally {
      hogs.close();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "HistoryTest %s: %d histories, %.0f a second, %d hogs (%s)%n",
        REPLAY == null ? "seed " + SEED : REPLAY,
        hunt.played(),
        hunt.played() / seconds,
        HOGS,
        hunt.shares());
    assertEquals(COUNT, hunt.played());
  }
}
