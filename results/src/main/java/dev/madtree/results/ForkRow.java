package dev.madtree.results;

/**
 * A line of {@code forks.csv}: one forked JVM, however it ended.
 *
 * @param cell what was measured
 * @param round the round of the campaign, from 0
 * @param attempt 0, or higher where a noisy fork was repeated
 * @param status how it ended
 * @param error what went wrong, empty if nothing did
 * @param counters what was seen beside
 * @param noise how quiet the machine was
 */
public record ForkRow(
    CellKey cell,
    int round,
    int attempt,
    Status status,
    String error,
    ForkCounters counters,
    Noise noise) {}
