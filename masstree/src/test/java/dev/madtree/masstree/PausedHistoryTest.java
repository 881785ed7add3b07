package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Histories and navigation on a copy of the tree that pauses at random before shared accesses, so
 * that threads meet where they otherwise hardly ever do. {@code -Dpaused.seconds=N} sets how long
 * histories are played, and scans, and what a {@link Schedule} leads, {@code -Drace.seconds=N} half
 * of how long navigation is, and {@code -Dpaused.seed=N} the seed.
 */
class PausedHistoryTest {

  private static final Path BASE = Path.of(System.getProperty("basedir", ""));
  private static final Path SOURCES = BASE.resolve("src/main/java");

  /** The fewest places to pause at: far fewer means that the accesses are written otherwise. */
  private static final int FEWEST_ACCESSES = 30;

  @Test
  void histories_onACopyThatPauses_areLinearizable() throws Exception {
    assumeTrue(Files.isDirectory(SOURCES), "no sources at " + SOURCES.toAbsolutePath());
    assumeTrue(ToolProvider.getSystemJavaCompiler() != null, "no Java compiler, run with a JDK");
    try (PausedTree copy = PausedTree.compile(SOURCES, BASE.resolve("target/paused-tree"))) {
      assertTrue(copy.accesses() >= FEWEST_ACCESSES, copy.accesses() + " places to pause at");
      Callable<?> hunt =
          (Callable<?>) copy.loadClass(PausedHunt.class.getName()).getConstructor().newInstance();
      assertEquals(copy, hunt.getClass().getClassLoader());
      System.out.printf(
          "PausedHistoryTest: %d places to pause at, %s%n", copy.accesses(), hunt.call());
    }
  }
}
