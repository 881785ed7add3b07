package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;

/** Draws by Zipf's law over age: the key inserted last is the most popular. */
final class LatestKeys extends NumberGenerator {

  private final NumberGenerator inserted;
  private final Zipf zipf;

  LatestKeys(NumberGenerator inserted, SplittableRandom random) {
    this.inserted = inserted;
    this.zipf = new Zipf(0.99, random);
  }

  @Override
  public Number nextValue() {
    long last = inserted.lastValue().longValue();
    return last - (zipf.next(last + 1) - 1);
  }

  @Override
  public double mean() {
    throw new UnsupportedOperationException("the mean moves with every insert");
  }
}
