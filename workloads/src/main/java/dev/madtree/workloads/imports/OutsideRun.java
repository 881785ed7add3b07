package dev.madtree.workloads.imports;

import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import java.util.List;
import java.util.Objects;

/**
 * One process's figures from outside, as much as its file and its user tell.
 *
 * @param structure the name of what was measured, without a mark
 * @param driver the label of the driver that asks in the same way
 * @param conditions what is known; the workload at least
 * @param status whether its answers were right, as far as the file tells
 * @param from what the figures are from, for the record
 * @param samples the figures, the throughput first
 */
public record OutsideRun(
    String structure,
    String driver,
    KnownConditions conditions,
    Status status,
    String from,
    List<Sample> samples) {

  /** Checks that nothing is null and makes the list unmodifiable. */
  public OutsideRun {
    Objects.requireNonNull(structure, "structure is missing");
    Objects.requireNonNull(driver, "driver is missing");
    Objects.requireNonNull(conditions, "conditions is missing");
    Objects.requireNonNull(status, "status is missing");
    Objects.requireNonNull(from, "from is missing");
    samples = List.copyOf(samples);
  }
}
