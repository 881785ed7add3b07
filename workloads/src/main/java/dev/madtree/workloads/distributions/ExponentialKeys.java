package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;

/**
 * Draws by an exponential law over age, with YCSB's default shares: 95 % of the draws, before those
 * too old are drawn again, are among the youngest six sevenths of the loaded keys.
 */
final class ExponentialKeys extends NumberGenerator {

  private static final double PERCENTILE = 0.95;
  private static final double PART_OF_KEYS = 6 / 7.0;

  private final NumberGenerator inserted;
  private final SplittableRandom random;
  private final double meanAge;

  ExponentialKeys(long records, NumberGenerator inserted, SplittableRandom random) {
    this.inserted = inserted;
    this.random = random;
    this.meanAge = records * PART_OF_KEYS / -StrictMath.log(1 - PERCENTILE);
  }

  @Override
  public Number nextValue() {
    long last = inserted.lastValue().longValue();
    while (true) {
      // 1 minus the draw is never 0.
      double age = -StrictMath.log(1 - Draws.unit(random)) * meanAge;
      if (age < last + 1) {
        return last - (long) age;
      }
    }
  }

  @Override
  public double mean() {
    throw new UnsupportedOperationException("the mean moves with every insert");
  }
}
