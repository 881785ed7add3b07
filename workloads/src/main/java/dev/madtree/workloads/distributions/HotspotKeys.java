package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;

/** Draws a fifth of the loaded keys four times in five, with YCSB's default shares. */
final class HotspotKeys extends NumberGenerator {

  private static final double HOT_KEYS = 0.2;
  private static final double HOT_DRAWS = 0.8;

  private final long records;
  private final long hot;
  private final SplittableRandom random;

  HotspotKeys(long records, SplittableRandom random) {
    this.records = records;
    this.hot = Math.max(1, (long) (records * HOT_KEYS));
    this.random = random;
  }

  @Override
  public Number nextValue() {
    if (hot == records || Draws.unit(random) < HOT_DRAWS) {
      return Draws.below(hot, random);
    }
    return hot + Draws.below(records - hot, random);
  }

  @Override
  public double mean() {
    return HOT_DRAWS * (hot - 1) / 2.0 + (1 - HOT_DRAWS) * (hot + records - 1) / 2.0;
  }
}
