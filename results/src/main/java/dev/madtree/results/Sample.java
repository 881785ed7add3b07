package dev.madtree.results;

import java.util.Objects;

/**
 * One iteration's figure.
 *
 * @param phase whether it counts
 * @param iteration its number within the phase, from 0
 * @param startEpochMs when it began, in milliseconds since 1970
 * @param durationS how long it took, in seconds
 * @param metric what was measured: {@code throughput}, …
 * @param op of which operation: {@code all}, {@code read}, {@code update}, …
 * @param value the figure
 * @param unit its unit: {@code ops/s}, …
 */
public record Sample(
    Phase phase,
    int iteration,
    long startEpochMs,
    double durationS,
    String metric,
    String op,
    double value,
    String unit) {

  /** Checks that nothing is null. */
  public Sample {
    Objects.requireNonNull(phase, "phase is missing");
    Objects.requireNonNull(metric, "metric is missing");
    Objects.requireNonNull(op, "op is missing");
    Objects.requireNonNull(unit, "unit is missing");
  }
}
