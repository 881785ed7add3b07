package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Each figure was worked out apart, from the formulas. */
class StatisticsTest {
  private static final double NAN = Double.NaN;

  @Test
  void mean_threeForks_isGeometricWithStudentsInterval() {
    // logs 0, 1, 2: mean 1, deviation 1, t(2) = 4.302653, half width 2.484138
    Interval mean = Statistics.mean(new double[] {1, Math.E, Math.E * Math.E});
    assertEquals(Math.E, mean.estimate(), 1e-12);
    assertEquals(Math.exp(1 - 2.484137717), mean.low(), 1e-8);
    assertEquals(Math.exp(1 + 2.484137717), mean.high(), 1e-6);
  }

  @Test
  void mean_fewForks_hasNoInterval() {
    assertEquals(new Interval(NAN, NAN, NAN), Statistics.mean(new double[0]));
    Interval one = Statistics.mean(new double[] {8});
    assertEquals(8, one.estimate(), 1e-12);
    assertEquals(NAN, one.low());
    assertEquals(NAN, Statistics.variationPct(new double[] {8}));
  }

  @Test
  void mean_withZero_isArithmetic() {
    Interval mean = Statistics.mean(new double[] {0, 2});
    assertEquals(1, mean.estimate());
    assertEquals(1 - 12.7062047, mean.low(), 1e-6);
  }

  @Test
  void variationPct_isDeviationOverMean() {
    assertEquals(50, Statistics.variationPct(new double[] {1, 2, 3}), 1e-12);
  }

  @Test
  void paired_commonDrift_isTakenOut() {
    Comparison c = Statistics.paired(new double[] {200, 400, 800}, new double[] {100, 200, 400});
    assertEquals(2, c.ratio(), 1e-12);
    assertEquals(2, c.low(), 1e-12);
    assertEquals(0, c.p());
    assertEquals(3, c.pairs());
  }

  @Test
  void paired_knownRatios_givesKnownP() {
    // log ratios 1, 2, 3: mean 2, error 1/sqrt 3, t = 3.4641 with 2 degrees: p = 0.0741799
    double[] subject = {Math.exp(1), Math.exp(2), Math.exp(3)};
    Comparison c = Statistics.paired(subject, new double[] {1, 1, 1});
    assertEquals(0.0741799, c.p(), 1e-6);
    assertEquals(1, c.logSd(), 1e-12);
  }

  @Test
  void paired_nothingToPair_isMissing() {
    assertEquals(NAN, Statistics.paired(new double[0], new double[0]).ratio());
    Comparison one = Statistics.paired(new double[] {3}, new double[] {2});
    assertEquals(1.5, one.ratio(), 1e-12);
    assertEquals(NAN, one.low());
    assertEquals(NAN, one.p());
    assertThrows(
        IllegalArgumentException.class,
        () -> Statistics.paired(new double[] {1}, new double[] {1, 2}));
  }

  @Test
  void welch_unequalSpread_usesWelchsFreedom() {
    // logs 0, 2 and 3, 3.5, 4: difference -2.5, error sqrt(1 + 0.25/3), freedom 1.16955: p =
    // 0.2210917
    double[] a = {1, Math.exp(2)};
    double[] b = {Math.exp(3), Math.exp(3.5), Math.exp(4)};
    Comparison c = Statistics.welch(a, b);
    assertEquals(Math.exp(-2.5), c.ratio(), 1e-12);
    assertEquals(0.2210917, c.p(), 1e-6);
    assertEquals(1, Statistics.welch(a, a).p(), 1e-12);
    assertEquals(NAN, Statistics.welch(new double[] {1}, b).p());
  }

  @Test
  void benjaminiHochberg_agreesWithThePaper() {
    double[] adjusted = Statistics.benjaminiHochberg(new double[] {0.04, NAN, 0.01, 0.03, 0.005});
    assertArrayEquals(new double[] {0.04, NAN, 0.02, 0.04, 0.02}, adjusted, 1e-15);
    assertEquals(0, Statistics.benjaminiHochberg(new double[0]).length);
  }

  @Test
  void mannWhitneyP_fiveAgainstFive_cannotGoBelowItsFloor() {
    double[] low = {1, 2, 3, 4, 5};
    double[] high = {6, 7, 8, 9, 10};
    assertEquals(2.0 / 252, Statistics.mannWhitneyP(low, high), 1e-12);
    assertEquals(NAN, Statistics.mannWhitneyP(low, new double[0]));
  }

  @Test
  void verdict_followsTheBand() {
    assertEquals(Verdict.FASTER, verdict(1.5, 1.4, 1.6, 0.001));
    assertEquals(Verdict.SLOWER, verdict(0.5, 0.4, 0.6, 0.001));
    assertEquals(Verdict.SAME, verdict(1.005, 0.99, 1.015, 0.2));
    assertEquals(Verdict.SAME, verdict(1.01, 1.005, 1.015, 0.001));
    assertEquals(Verdict.SMALL, verdict(1.015, 1.005, 1.025, 0.001));
    assertEquals(Verdict.UNCLEAR, verdict(1.1, 0.9, 1.3, 0.2));
    assertEquals(Verdict.UNCLEAR, verdict(1.1, NAN, NAN, NAN));
    assertEquals(Verdict.NONE, verdict(NAN, NAN, NAN, NAN));
    assertEquals(
        Verdict.SLOWER,
        Statistics.verdict(new Comparison(1.5, 1.4, 1.6, 0, 5, 0.1), 0.001, 0.02, false));
  }

  private static Verdict verdict(double ratio, double low, double high, double p) {
    return Statistics.verdict(new Comparison(ratio, low, high, p, 5, 0.1), p, 0.02, true);
  }

  @Test
  void moreRounds_bringsTheIntervalToTheBand() {
    // deviation 0.02: t(5) * 0.02 / sqrt 6 = 0.0210 > log 1.02 = 0.0198 > t(6) * 0.02 / sqrt 7
    Comparison c = new Comparison(1.01, 0.98, 1.04, 0.5, 4, 0.02);
    assertEquals(3, Statistics.moreRounds(c, 0.02));
    Comparison one = new Comparison(1.01, NAN, NAN, NAN, 1, NAN);
    assertEquals(NAN, Statistics.moreRounds(one, 0.02));
  }
}
