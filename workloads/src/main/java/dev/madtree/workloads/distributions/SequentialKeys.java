package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;

/** Takes the loaded keys one after another, round and round, from a place drawn once. */
final class SequentialKeys extends NumberGenerator {

  private final long records;
  private long next;

  SequentialKeys(long records, SplittableRandom random) {
    this.records = records;
    this.next = Draws.below(records, random);
  }

  @Override
  public Number nextValue() {
    long present = next;
    next = present + 1 == records ? 0 : present + 1;
    return present;
  }

  @Override
  public double mean() {
    return (records - 1) / 2.0;
  }
}
