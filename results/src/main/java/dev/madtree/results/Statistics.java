package dev.madtree.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * The statistics of a campaign. The unit is the fork: iterations of one JVM share its layout and
 * its compiled code and say little about the next. Figures are compared by ratio, so everything is
 * done on logarithms, with Student's t.
 */
public final class Statistics {
  /** The share below which a difference does not matter, unless asked for otherwise. */
  public static final double DEFAULT_BAND = 0.02;

  /** Below this p, adjusted over the cells, a difference is sure. */
  public static final double SIGNIFICANCE = 0.05;

  private static final double UPPER_TAIL = 0.025;
  private static final int MOST_ROUNDS = 10_000;

  private Statistics() {}

  /**
   * Returns the geometric mean of fork means with its 95 % interval, by Student's t on their logs.
   * Where a figure is zero or below, which has no log, both are of the figures themselves.
   *
   * @param forkMeans one figure a fork
   * @return the mean; without an interval for one fork, all NaN for none
   */
  public static Interval mean(double[] forkMeans) {
    if (forkMeans.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    if (!allPositive(forkMeans)) {
      double half = halfWidth(deviation(forkMeans), forkMeans.length);
      double mean = average(forkMeans);
      return new Interval(mean, mean - half, mean + half);
    }
    double[] logs = logs(forkMeans);
    double half = halfWidth(deviation(logs), logs.length);
    double mean = average(logs);
    return new Interval(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
  }

  /**
   * Returns the coefficient of variation between forks.
   *
   * @param forkMeans one figure a fork
   * @return the standard deviation over the mean in percent, NaN for fewer than two forks
   */
  public static double variationPct(double[] forkMeans) {
    return 100 * deviation(forkMeans) / average(forkMeans);
  }

  /**
   * Compares two structures inside a campaign: paired t on the log ratios of each round, which
   * takes out what the machine did to both.
   *
   * @param subject a figure a round
   * @param baseline the other's figures, in the same order of rounds
   * @return the ratio of subject to baseline
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Comparison paired(double[] subject, double[] baseline) {
    if (subject.length != baseline.length) {
      throw new IllegalArgumentException(
          subject.length + " rounds against " + baseline.length + ", expected as many");
    }
    if (!allPositive(subject) || !allPositive(baseline)) {
      return nothing(subject.length);
    }
    double[] ratios = new double[subject.length];
    Arrays.setAll(ratios, i -> Math.log(subject[i] / baseline[i]));
    double sd = deviation(ratios);
    int n = ratios.length;
    return comparison(average(ratios), sd / Math.sqrt(n), n - 1, n, sd);
  }

  /**
   * Compares a structure between campaigns: Welch's t on the logs of fork means.
   *
   * @param subject one figure a fork
   * @param baseline the other's figures
   * @return the ratio of subject to baseline
   */
  public static Comparison welch(double[] subject, double[] baseline) {
    int pairs = Math.min(subject.length, baseline.length);
    if (!allPositive(subject) || !allPositive(baseline)) {
      return nothing(pairs);
    }
    double[] a = logs(subject);
    double[] b = logs(baseline);
    double va = square(deviation(a)) / a.length;
    double vb = square(deviation(b)) / b.length;
    double freedom = square(va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
    double sd = Math.sqrt(square(deviation(a)) + square(deviation(b)));
    double certain = va + vb == 0 ? pairs - 1 : freedom;
    return comparison(average(a) - average(b), Math.sqrt(va + vb), certain, pairs, sd);
  }

  private static Comparison nothing(int pairs) {
    return new Comparison(Double.NaN, Double.NaN, Double.NaN, Double.NaN, pairs, Double.NaN);
  }

  private static Comparison comparison(
      double logRatio, double error, double freedom, int pairs, double logSd) {
    double ratio = Math.exp(logRatio);
    if (Double.isNaN(error) || !(freedom > 0)) {
      return new Comparison(ratio, Double.NaN, Double.NaN, Double.NaN, pairs, Double.NaN);
    }
    if (error == 0) {
      return new Comparison(ratio, ratio, ratio, logRatio == 0 ? 1 : 0, pairs, 0);
    }
    TDistribution t = TDistribution.of(freedom);
    double half = t.inverseSurvivalProbability(UPPER_TAIL) * error;
    double p = Math.min(1, 2 * t.survivalProbability(Math.abs(logRatio) / error));
    return new Comparison(
        ratio, Math.exp(logRatio - half), Math.exp(logRatio + half), p, pairs, logSd);
  }

  /**
   * Adjusts p values for the number of comparisons, by Benjamini and Hochberg's procedure (1995).
   *
   * @param p the p values, NaN where there was no comparison
   * @return the adjusted values in the same order, NaN where there was no comparison
   */
  public static double[] benjaminiHochberg(double[] p) {
    Integer[] descending =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .toArray(Integer[]::new);
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double least = 1;
    for (int k = 0; k < descending.length; k++) {
      int rank = descending.length - k;
      least = Math.min(least, p[descending[k]] * descending.length / rank);
      adjusted[descending[k]] = least;
    }
    return adjusted;
  }

  /**
   * Returns the p value of Mann and Whitney's rank test, exact where there are no ties.
   *
   * @param subject one figure a fork
   * @param baseline the other's figures
   * @return the two-sided p value, NaN if a side is empty
   */
  public static double mannWhitneyP(double[] subject, double[] baseline) {
    return subject.length == 0 || baseline.length == 0
        ? Double.NaN
        : MannWhitneyUTest.withDefaults().test(subject, baseline).getPValue();
  }

  /**
   * Says what a comparison means.
   *
   * @param comparison the comparison
   * @param adjustedP its p value, adjusted over the cells
   * @param band the share below which a difference does not matter, such as 0.02
   * @param moreIsBetter whether a larger figure is the better one
   * @return the verdict, {@link Verdict#NONE} if there is no ratio
   */
  public static Verdict verdict(
      Comparison comparison, double adjustedP, double band, boolean moreIsBetter) {
    if (Double.isNaN(comparison.ratio())) {
      return Verdict.NONE;
    }
    if (Double.isNaN(comparison.low())) {
      return Verdict.UNCLEAR;
    }
    if (comparison.low() >= 1 - band && comparison.high() <= 1 + band) {
      return Verdict.SAME;
    }
    if (!(adjustedP < SIGNIFICANCE)) {
      return Verdict.UNCLEAR;
    }
    if (Math.abs(comparison.ratio() - 1) < band) {
      return Verdict.SMALL;
    }
    return comparison.ratio() > 1 == moreIsBetter ? Verdict.FASTER : Verdict.SLOWER;
  }

  /**
   * Returns about how many more rounds would bring the interval of a ratio down to the band on
   * either side, if the forks go on to spread as they do.
   *
   * @param comparison the comparison
   * @param band the share that should be told, such as 0.02
   * @return the number, at least 1; NaN where a single pair shows no spread
   */
  public static double moreRounds(Comparison comparison, double band) {
    if (Double.isNaN(comparison.logSd())) {
      return Double.NaN;
    }
    int rounds = comparison.pairs() + 1;
    while (rounds < MOST_ROUNDS && halfWidth(comparison.logSd(), rounds) > Math.log1p(band)) {
      rounds++;
    }
    return rounds - comparison.pairs();
  }

  private static double halfWidth(double deviation, int n) {
    return n < 2
        ? Double.NaN
        : TDistribution.of(n - 1).inverseSurvivalProbability(UPPER_TAIL) * deviation / Math.sqrt(n);
  }

  private static boolean allPositive(double[] values) {
    return values.length > 0 && Arrays.stream(values).allMatch(value -> value > 0);
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The standard deviation over n - 1, NaN for fewer than two values. */
  private static double deviation(double[] values) {
    double mean = average(values);
    double squares = Arrays.stream(values).map(value -> square(value - mean)).sum();
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }

  private static double square(double value) {
    return value * value;
  }
}
