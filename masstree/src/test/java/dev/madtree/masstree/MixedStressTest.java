package dev.madtree.masstree;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Eight threads and every operation at once lose and double nothing. {@code -Dstress.seconds=N}
 * sets the time of all cases together, {@code -Dstress.seed=N} the seed.
 */
class MixedStressTest {

  private static final long SECONDS = Long.getLong("stress.seconds", 5);
  private static final long SEED = Long.getLong("stress.seed", 2012);
  private static final int CASES = 4;

  /** So long at most the threads play without a check. */
  private static final long ROUND_NANOS = 60_000_000_000L;

  @ParameterizedTest(name = "small width {0}, inline {1}")
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void everyOperation_amongThreads_losesAndDoublesNothing(boolean small, boolean inline)
      throws Exception {
    MixedStress stress = new MixedStress(small, inline, SEED);
    long deadline = System.nanoTime() + SECONDS * 1_000_000_000L / CASES;
    long operations = 0;
    long entries = 0;
    while (System.nanoTime() < deadline) {
      operations += stress.play(Math.min(deadline, System.nanoTime() + ROUND_NANOS));
      entries = stress.check();
    }
    System.out.printf(
        Locale.ROOT,
        "MixedStressTest seed %d, small %b, inline %b: %d operations, %d polled, %d entries left%n",
        SEED,
        small,
        inline,
        operations,
        stress.polled(),
        entries);
  }
}
