package dev.madtree.results;

/**
 * A line of {@code latency.csv}: one percentile of the merged times of a cell.
 *
 * @param cell what was measured
 * @param loop {@code closed} for service times, {@code open} for times from the intended start
 * @param targetOpsPerS the fixed rate of an open loop, NaN for a closed one
 * @param op which operation: {@code all}, {@code read}, …
 * @param percentile from 0 to 100, where 100 is the maximum
 * @param valueNs the time in nanoseconds
 * @param totalCount how many times were recorded
 */
public record LatencyRow(
    CellKey cell,
    String loop,
    double targetOpsPerS,
    String op,
    double percentile,
    long valueNs,
    long totalCount) {}
