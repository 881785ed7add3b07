package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;

/**
 * Draws ranks by Zipf's law, exactly and without a table, by rejection-inversion.
 *
 * <p>Source: W. Hörmann and G. Derflinger, "Rejection-inversion to generate variates from monotone
 * discrete distributions", ACM TOMACS 6(3), 1996. {@link StrictMath} makes the stream the same on
 * every JDK and processor.
 */
final class Zipf {

  private final double oneMinusTheta;
  private final double theta;
  private final SplittableRandom random;
  private final double squeeze;
  private final double areaFromFirst;
  private long ranks;
  private double areaToLast;

  /**
   * Makes a sampler.
   *
   * @param theta the exponent, positive and not 1
   */
  Zipf(double theta, SplittableRandom random) {
    this.theta = theta;
    this.oneMinusTheta = 1 - theta;
    this.random = random;
    this.areaFromFirst = area(1.5) - 1;
    this.squeeze = 2 - areaInverse(area(2.5) - weight(2));
  }

  /** Returns a rank from 1 to {@code n}, where rank k has a weight of 1 / k^theta. */
  long next(long n) {
    if (n != ranks) {
      ranks = n;
      areaToLast = area(n + 0.5);
    }
    while (true) {
      double u = areaToLast + Draws.unit(random) * (areaFromFirst - areaToLast);
      double x = areaInverse(u);
      long k = Math.min(n, Math.max(1, (long) (x + 0.5)));
      if (k - x <= squeeze || u >= area(k + 0.5) - weight(k)) {
        return k;
      }
    }
  }

  /** The weight of a rank, for any real number. */
  private double weight(double x) {
    return StrictMath.pow(x, -theta);
  }

  /** The integral of {@link #weight} from 1. */
  private double area(double x) {
    return (StrictMath.pow(x, oneMinusTheta) - 1) / oneMinusTheta;
  }

  private double areaInverse(double area) {
    return StrictMath.pow(1 + area * oneMinusTheta, 1 / oneMinusTheta);
  }
}
