package dev.madtree.results;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code summary.csv}: one figure of one cell over its forks. A figure that is missing is
 * NaN: every mean of a cell that has none, every interval over a single fork.
 *
 * @param cell what was measured
 * @param metric what: {@code throughput}, …
 * @param op of which operation: {@code all}, {@code read}, …
 * @param unit the unit of mean and interval
 * @param status OK if the mean stands; INVALID if any fork was; else how the last fork ended
 * @param forks how many forks the mean is over
 * @param mean the geometric mean of the fork means
 * @param ciLow the lower end of its 95 % interval
 * @param ciHigh the upper end of its 95 % interval
 * @param cvBetweenPct the coefficient of variation between fork means, in percent
 * @param vsBaseline the ratio of the mean to the baseline's, over the rounds both have
 * @param vsLow the lower end of the ratio's 95 % interval
 * @param vsHigh the upper end of the ratio's 95 % interval
 * @param p the ratio's p value, adjusted over the cells of the metric
 * @param mannWhitneyP the exact p value of the rank test, a cross-check only
 * @param verdict what the comparison says
 * @param moreRounds about how many more rounds would settle an unclear verdict, NaN if unknown or
 *     if it is not unclear
 * @param noise the worst noise of the forks in the mean
 * @param ceilingPct the mean in percent of that of {@link #CEILING} under the same conditions, NaN
 *     if that was not measured or the metric is not throughput
 */
public record SummaryRow(
    CellKey cell,
    String metric,
    String op,
    String unit,
    Status status,
    int forks,
    double mean,
    double ciLow,
    double ciHigh,
    double cvBetweenPct,
    double vsBaseline,
    double vsLow,
    double vsHigh,
    double p,
    double mannWhitneyP,
    Verdict verdict,
    double moreRounds,
    Noise noise,
    double ceilingPct) {
  /**
   * The structures that ratios are against: the first of them that was measured under the same
   * conditions. The second has keys and values of its own type, and so has what stands beside it.
   */
  public static final List<String> BASELINES = List.of("skiplist", "skiplist-native");

  /** The structure that does nothing: what the harness itself can do at most. */
  public static final String CEILING = "noop";

  /**
   * Tells which structure ratios are against.
   *
   * @param structures what was measured under the same conditions
   * @return the baseline, empty if it is not among them
   */
  public static Optional<String> baselineAmong(Collection<String> structures) {
    return BASELINES.stream().filter(structures::contains).findFirst();
  }

  /**
   * Tells whether there is a mean to draw.
   *
   * @return true if the cell has one
   */
  public boolean hasMean() {
    return !Double.isNaN(mean);
  }
}
