package dev.madtree.plots;

import dev.madtree.results.CellKey;
import dev.madtree.results.Verdict;
import java.util.List;

/**
 * One cell of a campaign as charts need it: its mean with its interval, or why there is none.
 *
 * @param key what was measured
 * @param forks how many forks the mean is taken over, 0 if there is none
 * @param mean operations a second, NaN if there is none
 * @param low the lower end of the 95 % interval over forks, NaN with fewer than two forks
 * @param high its upper end
 * @param failure the word that stands where its mark would be, empty if it was measured
 * @param notice what is odd although it was measured, empty if nothing is
 * @param forkMeans the means of its forks, in the order of their rounds
 * @param ratio against the skip list under the same conditions, NaN if there is none
 * @param ratioLow the lower end of the ratio's interval
 * @param ratioHigh its upper end
 * @param verdict what the interval says
 * @param speedUp throughput over that with the fewest threads, 1 for those, NaN if not known
 * @param speedUpLow the lower end of its interval, NaN if there is none
 * @param speedUpHigh its upper end
 * @param moreRounds about how many more rounds would settle an unclear verdict, NaN if not known
 * @param ceilingPct the mean in percent of what the harness does with a structure that does
 *     nothing, NaN if that was not measured
 */
record Cell(
    CellKey key,
    int forks,
    double mean,
    double low,
    double high,
    String failure,
    String notice,
    List<Double> forkMeans,
    double ratio,
    double ratioLow,
    double ratioHigh,
    Verdict verdict,
    double speedUp,
    double speedUpLow,
    double speedUpHigh,
    double moreRounds,
    double ceilingPct) {
  /** Above this share of the harness's own ceiling a figure is the harness's more than its own. */
  static final double NEAR_CEILING_PCT = 70;

  private static final double WIDEST = 2;

  Cell {
    forkMeans = List.copyOf(forkMeans);
  }

  /** "YCSB A, zipfian, 2 threads". */
  String place() {
    return Words.workloadShort(key.workload())
        + ", "
        + key.distribution()
        + ", "
        + Words.threads(key.threads());
  }

  Structure structure() {
    return Structure.of(key.structure());
  }

  boolean measured() {
    return failure.isEmpty() && Double.isFinite(mean);
  }

  boolean hasInterval() {
    return measured() && Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether the harness itself takes most of the time that was measured. */
  boolean nearCeiling() {
    return measured() && !structure().isCeiling() && ceilingPct > NEAR_CEILING_PCT;
  }

  boolean hasRatio() {
    return measured() && Double.isFinite(ratio);
  }

  boolean hasRatioInterval() {
    return hasRatio() && Double.isFinite(ratioLow) && Double.isFinite(ratioHigh);
  }

  /** The end of what is drawn: the interval's, or the mean's without one. */
  double top() {
    return hasInterval() ? high : mean;
  }

  /**
   * As much of it as takes part in choosing a scale: an interval over two forks may be thousands of
   * times as wide as the figures are apart, and would flatten them all.
   */
  double scaleTop() {
    return Math.min(top(), WIDEST * mean);
  }

  /** Whether its whisker may leave the plot. */
  boolean wide() {
    return hasInterval() && high > WIDEST * mean;
  }

  double bottom() {
    return hasInterval() ? low : mean;
  }

  /** "4.21 M ops/s (4.02 to 4.40)", or the word for its failure. */
  String spoken() {
    if (!measured()) {
      return failure;
    }
    return hasInterval()
        ? Words.throughput(mean) + " (" + Words.rate(low) + " to " + Words.rate(high) + ")"
        : Words.throughput(mean) + " (one fork, no interval)";
  }
}
