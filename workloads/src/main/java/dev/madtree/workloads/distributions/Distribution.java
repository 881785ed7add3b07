package dev.madtree.workloads.distributions;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import site.ycsb.generator.NumberGenerator;

/**
 * Which keys are asked for.
 *
 * <p>A new one is a {@link NumberGenerator} in a file of its own and a constant here.
 */
public final class Distribution {

  private static final double USUAL_THETA = 0.99;
  private static final double LARGEST_THETA = 10;
  private static final Pattern ZIPFIAN_OF = Pattern.compile("zipfian\\((.*)\\)");

  /** Every loaded key equally often. */
  public static final Distribution UNIFORM =
      new Distribution(
          "uniform",
          "every loaded key equally often",
          (records, inserted, random) -> new UniformKeys(records, random));

  /** Zipf's law with exponent 0.99 over the loaded keys, exactly. */
  public static final Distribution ZIPFIAN =
      new Distribution(
          "zipfian",
          "Zipf's law over the loaded keys, exponent 0.99 or as in zipfian(1.2), popular keys"
              + " scattered",
          (records, inserted, random) -> new ZipfianKeys(records, USUAL_THETA, random));

  /** What YCSB itself calls zipfian. */
  public static final Distribution ZIPFIAN_YCSB =
      new Distribution(
          "zipfian-ycsb",
          "YCSB's scrambled zipfian: 10^10 ranks hashed onto the loaded keys",
          (records, inserted, random) -> new YcsbZipfianKeys(records, random));

  /** The youngest keys most often. */
  public static final Distribution LATEST =
      new Distribution(
          "latest",
          "Zipf's law over age: the key inserted last is the most popular",
          (records, inserted, random) -> new LatestKeys(inserted, random));

  /** A few keys most of the time. */
  public static final Distribution HOTSPOT =
      new Distribution(
          "hotspot",
          "a fifth of the loaded keys in four of five draws",
          (records, inserted, random) -> new HotspotKeys(records, random));

  /** The younger the likelier, without a steep head. */
  public static final Distribution EXPONENTIAL =
      new Distribution(
          "exponential",
          "an exponential law over age: 95 % of the draws among the youngest six sevenths",
          ExponentialKeys::new);

  /** One after another. */
  public static final Distribution SEQUENTIAL =
      new Distribution(
          "sequential",
          "the loaded keys one after another, each thread from a place of its own",
          (records, inserted, random) -> new SequentialKeys(records, random));

  private static final List<Distribution> ALL =
      List.of(UNIFORM, ZIPFIAN, ZIPFIAN_YCSB, LATEST, HOTSPOT, EXPONENTIAL, SEQUENTIAL);

  /** Makes the generator of one thread. */
  @FunctionalInterface
  private interface Factory {
    NumberGenerator create(long records, NumberGenerator inserted, SplittableRandom random);
  }

  private final String label;
  private final String description;
  private final Factory factory;

  private Distribution(String label, String description, Factory factory) {
    this.label = label;
    this.description = description;
    this.factory = factory;
  }

  /**
   * Returns Zipf's law over the loaded keys, exactly, with an exponent.
   *
   * @param theta above 0, at most 10
   * @throws IllegalArgumentException if the exponent is none of these
   */
  public static Distribution zipfian(double theta) {
    if (!(theta > 0 && theta <= LARGEST_THETA)) {
      throw new IllegalArgumentException(
          "expected an exponent above 0 and up to 10 in zipfian(...), found " + theta);
    }
    return theta == USUAL_THETA
        ? ZIPFIAN
        : new Distribution(
            "zipfian(" + theta + ")",
            "Zipf's law over the loaded keys, exponent " + theta + ", popular keys scattered",
            (records, inserted, random) -> new ZipfianKeys(records, theta, random));
  }

  /**
   * Returns the distribution of a label such as {@code uniform} or {@code zipfian(0.5)}, if there
   * is one.
   *
   * @throws IllegalArgumentException if the exponent of a {@code zipfian(...)} is none
   */
  public static Optional<Distribution> named(String label) {
    Matcher withExponent = ZIPFIAN_OF.matcher(label);
    if (withExponent.matches()) {
      return Optional.of(zipfian(exponent(withExponent.group(1))));
    }
    return ALL.stream().filter(each -> each.label.equals(label)).findFirst();
  }

  private static double exponent(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected a number in zipfian(...), found \"" + text + "\"", e);
    }
  }

  /** Returns all of them, in order; {@link #ZIPFIAN} stands for every exponent. */
  public static List<Distribution> all() {
    return ALL;
  }

  /** Returns all labels, in order. */
  public static List<String> labels() {
    return ALL.stream().map(Distribution::label).toList();
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that && label.equals(that.label);
  }

  @Override
  public int hashCode() {
    return label.hashCode();
  }

  @Override
  public String toString() {
    return label;
  }
}
