package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Random concurrent histories on the real tree are linearizable. {@code -Dhistories.count=N} sets
 * their number, without which a busy machine plays fewer than it should in the time there is;
 * {@code -Dhistories.seed=N} the first seed, and {@code -Dhistories.hogs=N} the number of threads
 * beside that only burn time. {@code -Dhistories.replay=FILE} plays the history of a file so many
 * times instead.
 */
class HistoryTest {

  private static final Long ASKED = Long.getLong("histories.count");
  private static final long COUNT = ASKED == null ? 10_000_000 : ASKED;
  private static final long UNASKED_NANOS = 100_000_000_000L;
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
        hunt.run(SEED, COUNT, ASKED == null ? began + UNASKED_NANOS : Long.MAX_VALUE);
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
        "HistoryTest %s: %d histories of %d, %.0f a second, %d hogs (%s)%n",
        REPLAY == null ? "seed " + SEED : REPLAY,
        hunt.played(),
        COUNT,
        hunt.played() / seconds,
        HOGS,
        hunt.shares());
    assertTrue(hunt.played() == COUNT || (ASKED == null && hunt.played() > 0));
  }
}
