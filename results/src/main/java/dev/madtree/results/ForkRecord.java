package dev.madtree.results;

import java.util.List;

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

  /** Makes the lists unmodifiable. */
  public ForkRecord {
    samples = List.copyOf(samples);
    serviceTimes = List.copyOf(serviceTimes);
  }
}
