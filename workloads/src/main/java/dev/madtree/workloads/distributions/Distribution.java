package dev.madtree.workloads.distributions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import site.ycsb.generator.NumberGenerator;

/**
 * Which keys are asked for.
 *
 * <p>A new one is a {@link NumberGenerator} in a file of its own and a constant here.
 */
public enum Distribution {
  /** Every loaded key equally often. */
  UNIFORM(
      "uniform",
      "every loaded key equally often",
      (records, inserted, random) -> new UniformKeys(records, random)),
  /** Zipf's law with exponent 0.99 over the loaded keys, exactly. */
  ZIPFIAN(
      "zipfian",
      "Zipf's law over the loaded keys, exponent 0.99, popular keys scattered",
      (records, inserted, random) -> new ZipfianKeys(records, 0.99, random)),
  /** What YCSB itself calls zipfian. */
  ZIPFIAN_YCSB(
      "zipfian-ycsb",
      "YCSB's scrambled zipfian: 10^10 ranks hashed onto the loaded keys",
      (records, inserted, random) -> new YcsbZipfianKeys(records, random)),
  /** The youngest keys most often. */
  LATEST(
      "latest",
      "Zipf's law over age: the key inserted last is the most popular",
      (records, inserted, random) -> new LatestKeys(inserted, random));

  /** Makes the generator of one thread. */
  @FunctionalInterface
  interface Factory {
    NumberGenerator create(long records, NumberGenerator inserted, SplittableRandom random);
  }

  private final String label;
  private final String description;
  private final Factory factory;

  Distribution(String label, String description, Factory factory) {
    this.label = label;
    this.description = description;
    this.factory = factory;
  }

  /** Returns the distribution of a label such as {@code uniform}, if there is one. */
  public static Optional<Distribution> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /** Returns all labels, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Distribution::label).toList();
  }

  /** Returns the name used in commands, records and charts. */
  public String label() {
    return label;
  }

  /** Returns the law in words. */
  public String description() {
    return description;
  }

  /**
   * Returns a generator of key numbers for one thread.
   *
   * @param records the number of keys loaded; they are numbered from 0
   * @param inserted the thread's counter of keys, whose last value is the highest number inserted
   * @param random where all chance comes from
   */
  public NumberGenerator create(long records, NumberGenerator inserted, SplittableRandom random) {
    return factory.create(records, inserted, random);
  }
}
