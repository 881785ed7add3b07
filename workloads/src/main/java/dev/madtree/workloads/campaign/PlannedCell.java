package dev.madtree.workloads.campaign;

import dev.madtree.workloads.mttest.MttestWorkload;
import java.util.Locale;
import java.util.Optional;

/**
 * One point of the plan: a structure under one set of conditions.
 *
 * @param structure the label of what is measured
 * @param workload the label of the mix
 * @param distribution the label of the distribution
 * @param keyShape the label of the key shape
 * @param valueBytes the size of a value
 * @param records how many entries are loaded
 * @param threads how many threads ask
 * @param gc the label of the collector
 */
public record PlannedCell(
    String structure,
    String workload,
    String distribution,
    String keyShape,
    int valueBytes,
    long records,
    int threads,
    String gc) {

  private static final String REPLAY = "replay";
  private static final int VALUE_BYTES_OF_TESTS = 10;

  /**
   * Returns the cell of a test of the original's, which brings its own keys and values.
   *
   * @param records the operations of each client's loop
   */
  static PlannedCell of(
      MttestWorkload test, String structure, long records, int threads, String gc) {
    return new PlannedCell(
        structure,
        test.label(),
        MttestWorkload.DRIVER,
        test.keyShape(),
        VALUE_BYTES_OF_TESTS,
        records,
        threads,
        gc);
  }

  /** Returns the test that is run, unless a trace is replayed. */
  Optional<MttestWorkload> test() {
    return MttestWorkload.named(workload);
  }

  /** Returns the label of the driver. */
  public String driver() {
    return test().isPresent() ? MttestWorkload.DRIVER : REPLAY;
  }

  /** Returns the cell in a few words. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "%s under %s %s, %d × %s, %d %s",
        structure,
        workload,
        distribution,
        records,
        keyShape,
        threads,
        threads == 1 ? "thread" : "threads");
  }
}
