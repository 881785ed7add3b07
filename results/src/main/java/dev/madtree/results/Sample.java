package dev.madtree.results;

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
    String unit) {}
