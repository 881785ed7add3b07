package dev.madtree.results;

import java.util.Objects;

/**
 * The service or response times of one operation in one fork.
 *
 * @param loop {@code closed} for service times, {@code open} for times from the intended start
 * @param targetOpsPerS the fixed rate of an open loop, NaN for a closed one
 * @param op which operation: {@code all}, {@code read}, {@code update}, …
 * @param histogram an HdrHistogram of nanoseconds, compressed and in Base64
 */
public record ServiceTimes(String loop, double targetOpsPerS, String op, String histogram) {

  /** Checks that nothing is null. */
  public ServiceTimes {
    Objects.requireNonNull(loop, "loop is missing");
    Objects.requireNonNull(op, "op is missing");
    Objects.requireNonNull(histogram, "histogram is missing");
  }
}
