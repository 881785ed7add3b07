package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;
import site.ycsb.Utils;
import site.ycsb.generator.NumberGenerator;
import site.ycsb.generator.ScrambledZipfianGenerator;

/**
 * Draws as YCSB's {@code ScrambledZipfianGenerator} does, from a seed.
 *
 * <p>The ranks come from 10^10 items whatever the number of records, by the approximation of Gray
 * and others ("Quickly generating billion-record synthetic databases", SIGMOD 1994), and are hashed
 * onto the records. The hottest key is therefore less hot than Zipf's law over the records has it.
 */
final class YcsbZipfianKeys extends NumberGenerator {

  private static final double THETA = ScrambledZipfianGenerator.USED_ZIPFIAN_CONSTANT;
  private static final double ZETA = ScrambledZipfianGenerator.ZETAN;
  private static final double ITEMS = ScrambledZipfianGenerator.ITEM_COUNT;
  private static final double ALPHA = 1 / (1 - THETA);
  private static final double ZETA_OF_TWO = 1 + StrictMath.pow(0.5, THETA);
  private static final double ETA =
      (1 - StrictMath.pow(2 / ITEMS, 1 - THETA)) / (1 - ZETA_OF_TWO / ZETA);

  private final long records;
  private final SplittableRandom random;

  YcsbZipfianKeys(long records, SplittableRandom random) {
    this.records = records;
    this.random = random;
  }

  @Override
  public Number nextValue() {
    return Utils.hash(rank()) % records;
  }

  private long rank() {
    double u = Draws.unit(random);
    double uz = u * ZETA;
    if (uz < 1) {
      return 0;
    }
    if (uz < ZETA_OF_TWO) {
      return 1;
    }
    return (long) (ITEMS * StrictMath.pow(ETA * u - ETA + 1, ALPHA));
  }

  @Override
  public double mean() {
    return (records - 1) / 2.0;
  }
}
