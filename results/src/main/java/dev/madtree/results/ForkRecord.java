package dev.madtree.results;

import java.util.List;
import java.util.Objects;

/**
 * All that one fork left behind: the unit of the journal and of the statistics.
 *
 * @param cell what was measured
 * @param round the round of the campaign, from 0
 * @param attempt 0, or higher where a noisy fork was repeated
 * @param status how it ended
 * @param error what went wrong, empty if nothing did
 * @param samples its iterations, in order
 * @param serviceTimes its histograms
 * @param counters what was seen beside
 */
public record ForkRecord(
    CellKey cell,
    int round,
    int attempt,
    Status status,
    String error,
    List<Sample> samples,
    List<ServiceTimes> serviceTimes,
    ForkCounters counters) {

  /** Checks that nothing is null and makes the lists unmodifiable. */
  public ForkRecord {
    Objects.requireNonNull(cell, "cell is missing");
    Objects.requireNonNull(status, "status is missing");
    Objects.requireNonNull(error, "error is missing");
    Objects.requireNonNull(samples, "samples is missing");
    Objects.requireNonNull(serviceTimes, "serviceTimes is missing");
    Objects.requireNonNull(counters, "counters is missing");
    samples = List.copyOf(samples);
    serviceTimes = List.copyOf(serviceTimes);
  }
}
