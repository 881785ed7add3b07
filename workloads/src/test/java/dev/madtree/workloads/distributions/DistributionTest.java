package dev.madtree.workloads.distributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import site.ycsb.generator.CounterGenerator;
import site.ycsb.generator.NumberGenerator;
import site.ycsb.generator.ScrambledZipfianGenerator;

class DistributionTest {

  private static final int DRAWS = 400_000;

  private static long[] drawn(NumberGenerator generator, int records) {
    long[] counts = new long[records];
    for (int i = 0; i < DRAWS; i++) {
      counts[generator.nextValue().intValue()]++;
    }
    return counts;
  }

  private static NumberGenerator create(Distribution distribution, int records) {
    CounterGenerator inserted = new CounterGenerator(records);
    inserted.nextValue();
    return distribution.create(records, inserted, new SplittableRandom(7));
  }

  @Test
  void uniform_drawsEveryKeyEquallyOften() {
    long[] counts = drawn(create(Distribution.UNIFORM, 100), 100);
    double chiSquared = 0;
    for (long count : counts) {
      chiSquared += Math.pow(count - DRAWS / 100.0, 2) / (DRAWS / 100.0);
    }
    // 99 degrees of freedom, p = 0.001.
    assertTrue(chiSquared < 148.2, "chi-squared is " + chiSquared);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.99, 1.2})
  void zipf_ranks_haveTheWeightsOfTheLaw(double theta) {
    int ranks = 1000;
    Zipf zipf = new Zipf(theta, new SplittableRandom(3));
    long[] counts = new long[ranks];
    for (int i = 0; i < DRAWS; i++) {
      counts[(int) zipf.next(ranks) - 1]++;
    }
    double zeta = 0;
    for (int k = 1; k <= ranks; k++) {
      zeta += Math.pow(k, -theta);
    }
    double chiSquared = 0;
    for (int k = 1; k <= ranks; k++) {
      double expected = DRAWS * Math.pow(k, -theta) / zeta;
      chiSquared += Math.pow(counts[k - 1] - expected, 2) / expected;
    }
    // 999 degrees of freedom, p = 0.001.
    assertTrue(chiSquared < 1142, "chi-squared is " + chiSquared);
  }

  @Test
  void zipfian_hottestKey_hasTheShareOfTheLaw() {
    int records = 10_000;
    long[] counts = drawn(create(Distribution.ZIPFIAN, records), records);
    double zeta = 0;
    for (int k = 1; k <= records; k++) {
      zeta += Math.pow(k, -0.99);
    }
    long hottest = Arrays.stream(counts).max().orElseThrow();
    assertEquals(1 / zeta, (double) hottest / DRAWS, 0.02 / zeta);
  }

  @Test
  void zipfianYcsb_hottestKeys_haveTheSharesOfYcsbsOwnGenerator() {
    int records = 10_000;
    long[] ours = drawn(create(Distribution.ZIPFIAN_YCSB, records), records);
    long[] theirs = drawn(new ScrambledZipfianGenerator(records), records);
    for (int key = 0; key < records; key++) {
      if (theirs[key] > 2000) {
        assertEquals(1, (double) ours[key] / theirs[key], 0.15, "key " + key);
      }
    }
  }

  @Test
  void latest_youngestKey_isTheHottest() {
    long[] counts = drawn(create(Distribution.LATEST, 1000), 1001);
    assertTrue(counts[1000] > counts[999] && counts[999] > counts[998]);
    assertTrue(counts[1000] > 20 * counts[500]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 64, 1000, 65_537})
  void scattering_isAPermutation(int n) {
    Scattering scattering = new Scattering(n);
    boolean[] hit = new boolean[n];
    for (int i = 0; i < n; i++) {
      int place = (int) scattering.of(i);
      assertFalse(hit[place], "place " + place + " is hit twice");
      hit[place] = true;
    }
  }
}
