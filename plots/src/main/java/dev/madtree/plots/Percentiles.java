package dev.madtree.plots;

import dev.madtree.results.CellKey;
import java.util.List;

/**
 * The distribution of the times of one kind of operation in one cell, over all its forks.
 *
 * @param key what was measured
 * @param loop {@code closed} for service times, {@code open} for times from the intended start
 * @param targetOpsPerSecond the fixed rate of an open loop, NaN for a closed one
 * @param operation which kind, {@link #ALL} for all together
 * @param points in ascending order
 * @param totalCount how many operations were timed
 */
record Percentiles(
    CellKey key,
    String loop,
    double targetOpsPerSecond,
    String operation,
    List<Point> points,
    long totalCount) {

  /** The operation that stands for all kinds together. */
  static final String ALL = "all";

  /** Below this many operations beyond a percentile its value says nothing. */
  private static final double FEWEST_BEYOND = 10;

  /**
   * One point of the curve.
   *
   * @param percentile from 0 to 100
   * @param nanoseconds the time that this share of the operations did not exceed
   */
  record Point(double percentile, double nanoseconds) {}

  Percentiles {
    points = List.copyOf(points);
  }

  /** The points with at least ten operations beyond them, the maximum left out. */
  List<Point> reliable() {
    return points.stream()
        .filter(p -> p.percentile() < 100)
        .filter(p -> totalCount * (1 - p.percentile() / 100) >= FEWEST_BEYOND)
        .toList();
  }

  /** The longest time, NaN if it was not kept. */
  double maximum() {
    return at(100);
  }

  /** The time at a percentile, NaN if it was not kept. */
  double at(double percentile) {
    return points.stream()
        .filter(p -> p.percentile() == percentile)
        .mapToDouble(Point::nanoseconds)
        .findFirst()
        .orElse(Double.NaN);
  }
}
