package dev.madtree.workloads.driver;

import java.util.Locale;

/**
 * One point of the plan: a structure under one set of conditions.
 *
 * @param structure the label of what is measured
 * @param driver what asks
 * @param workload the label of the workload
 * @param distribution the label of the distribution
 * @param keyShape the label of the key shape
 * @param valueBytes the size of a value
 * @param records how many entries are loaded
 * @param threads how many threads ask
 * @param gc the label of the collector
 */
public record PlannedCell(
    String structure,
    Driver driver,
    String workload,
    String distribution,
    String keyShape,
    int valueBytes,
    long records,
    int threads,
    String gc) {

  /** Returns the cell in a few words. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "%s by %s under %s %s, %d × %s, %d %s",
        structure,
        driver.label(),
        workload,
        distribution,
        records,
        keyShape,
        threads,
        threads == 1 ? "thread" : "threads");
  }
}
