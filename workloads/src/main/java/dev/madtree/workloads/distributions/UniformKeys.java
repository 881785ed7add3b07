package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;

/** Draws every loaded key equally often. */
final class UniformKeys extends NumberGenerator {

  private final long records;
  private final SplittableRandom random;

  UniformKeys(long records, SplittableRandom random) {
    this.records = records;
    this.random = random;
  }

  @Override
  public Number nextValue() {
    return Draws.below(records, random);
  }

  @Override
  public double mean() {
    return (records - 1) / 2.0;
  }
}
