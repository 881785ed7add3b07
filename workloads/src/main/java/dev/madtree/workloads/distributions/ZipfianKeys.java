package dev.madtree.workloads.distributions;

import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;

/** Draws the loaded keys by Zipf's law; the popular ones are scattered over the key numbers. */
final class ZipfianKeys extends NumberGenerator {

  private final long records;
  private final Zipf zipf;
  private final Scattering scattering;

  ZipfianKeys(long records, double theta, SplittableRandom random) {
    this.records = records;
    this.zipf = new Zipf(theta, random);
    this.scattering = new Scattering(records);
  }

  @Override
  public Number nextValue() {
    return scattering.of(zipf.next(records) - 1);
  }

  @Override
  public double mean() {
    throw new UnsupportedOperationException("no mean is defined for scattered ranks");
  }
}
