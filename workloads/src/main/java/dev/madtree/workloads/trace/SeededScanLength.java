package dev.madtree.workloads.trace;

import dev.madtree.workloads.distributions.Draws;
import java.util.Properties;
import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;
import site.ycsb.workloads.CoreWorkload;

/** YCSB's uniform choice of how many entries a scan wants, from a seed. */
final class SeededScanLength extends NumberGenerator {

  private final long least;
  private final long most;
  private final SplittableRandom random;

  private SeededScanLength(long least, long most, SplittableRandom random) {
    this.least = least;
    this.most = most;
    this.random = random;
  }

  static SeededScanLength of(Properties properties, SplittableRandom random) {
    long least =
        number(
            properties,
            CoreWorkload.MIN_SCAN_LENGTH_PROPERTY,
            CoreWorkload.MIN_SCAN_LENGTH_PROPERTY_DEFAULT);
    long most =
        number(
            properties,
            CoreWorkload.MAX_SCAN_LENGTH_PROPERTY,
            CoreWorkload.MAX_SCAN_LENGTH_PROPERTY_DEFAULT);
    return new SeededScanLength(least, Math.min(most, Short.MAX_VALUE), random);
  }

  private static long number(Properties properties, String property, String whenAbsent) {
    return Long.parseLong(properties.getProperty(property, whenAbsent));
  }

  @Override
  public Number nextValue() {
    return least + Draws.below(most - least + 1, random);
  }

  @Override
  public double mean() {
    return (least + most) / 2.0;
  }
}
