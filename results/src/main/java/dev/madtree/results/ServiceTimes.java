package dev.madtree.results;

/**
 * The service or response times of one operation in one fork.
 *
 * @param loop {@code closed} for service times, {@code open} for times from the intended start
 * @param targetOpsPerS the fixed rate of an open loop, NaN for a closed one
 * @param op which operation: {@code all}, {@code read}, {@code update}, …
 * @param histogram an HdrHistogram of nanoseconds, compressed and in Base64
 */
public record ServiceTimes(String loop, double targetOpsPerS, String op, String histogram) {}
