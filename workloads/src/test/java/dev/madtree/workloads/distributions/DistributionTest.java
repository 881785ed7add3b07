package dev.madtree.workloads.distributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** So many draws that 2 % are more than three standard deviations of the rarer mass. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 1000", "0.5, 100000", "0.5, 10000000",
    "0.99, 1000", "0.99, 100000", "0.99, 10000000",
    "1.2, 1000", "1.2, 100000", "1.2, 10000000"
  })
  void zipf_topKeyAndTopPercent_haveTheMassOfTheLaw(double theta, int ranks) {
    double zeta = 0;
    double zetaOfPercent = 0;
    for (int k = ranks; k >= 1; k--) {
      double weight = Math.pow(k, -theta);
      zeta += weight;
      zetaOfPercent += k <= ranks / 100 ? weight : 0;
    }
    long seed = 11;
    long draws = Math.max(1_000_000, Math.round(25_000 * zeta));
    Zipf zipf = new Zipf(theta, new SplittableRandom(seed));
    long first = 0;
    long percent = 0;
    for (long i = 0; i < draws; i++) {
      long rank = zipf.next(ranks);
      first += rank == 1 ? 1 : 0;
      percent += rank <= ranks / 100 ? 1 : 0;
    }
    String what = theta + " over " + ranks + ", seed " + seed + ", draws " + draws;
    assertEquals(1 / zeta, (double) first / draws, 0.02 / zeta, "top key of " + what);
    double massOfPercent = zetaOfPercent / zeta;
    assertEquals(massOfPercent, (double) percent / draws, 0.02 * massOfPercent, "1 % of " + what);
    System.out.printf(
        Locale.ROOT,
        "zipfian(%s): top key %+.2f %%, top percent %+.2f %%%n",
        what,
        100 * (first * zeta / draws - 1),
        100 * (percent / (draws * massOfPercent) - 1));
  }

  /** Ranks far down the tail, where buckets are wide: by powers of two, and within one of them. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.99, 1, 1.2, 3})
  void zipf_tail_hasTheWeightsOfTheLaw(double theta) {
    int ranks = 1 << 20;
    int slices = 64;
    double[] expected = new double[20 + slices + 1];
    for (int k = 1; k <= ranks; k++) {
      expected[slice(k, slices)] += Math.pow(k, -theta);
    }
    double zeta = Arrays.stream(expected).sum();
    long[] counts = new long[expected.length];
    Zipf zipf = new Zipf(theta, new SplittableRandom(5));
    for (int i = 0; i < 10 * DRAWS; i++) {
      counts[slice((int) zipf.next(ranks), slices)]++;
    }
    double chiSquared = 0;
    int degrees = -1;
    for (int i = 0; i < counts.length; i++) {
      double mean = 10 * DRAWS * expected[i] / zeta;
      if (mean > 5) {
        chiSquared += Math.pow(counts[i] - mean, 2) / mean;
        degrees++;
      }
    }
    // About p = 0.001 by Wilson and Hilferty; the seed is fixed.
    double bound =
        degrees * Math.pow(1 - 2.0 / (9 * degrees) + 3.1 * Math.sqrt(2.0 / (9 * degrees)), 3);
    assertTrue(chiSquared < bound, "chi-squared is " + chiSquared + " with " + degrees);
  }

  /** The power of two, and slices of the ranks from 2^19 on. */
  private static int slice(int rank, int slices) {
    int power = 31 - Integer.numberOfLeadingZeros(rank);
    return power < 19
        ? power
        : 19 + Math.min(slices - 1, (rank - (1 << 19)) / ((1 << 19) / slices));
  }

  @Test
  void zipf_numberOfRanksThatGrows_keepsTheLawOfEachNumber() {
    int ranks = 1000;
    int grown = 2000;
    Zipf zipf = new Zipf(0.99, new SplittableRandom(3));
    for (int n = ranks; n < grown; n++) {
      assertTrue(zipf.next(n) <= n);
    }
    long[] counts = new long[grown];
    for (int i = 0; i < DRAWS; i++) {
      counts[(int) zipf.next(grown) - 1]++;
    }
    double zeta = 0;
    for (int k = 1; k <= grown; k++) {
      zeta += Math.pow(k, -0.99);
    }
    double chiSquared = 0;
    for (int k = 1; k <= grown; k++) {
      double expected = DRAWS * Math.pow(k, -0.99) / zeta;
      chiSquared += Math.pow(counts[k - 1] - expected, 2) / expected;
    }
    // 1999 degrees of freedom, p = 0.001.
    assertTrue(chiSquared < 2200, "chi-squared is " + chiSquared);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64, 65, 129})
  void zipf_fewRanks_areAllDrawn(int ranks) {
    Zipf zipf = new Zipf(0.99, new SplittableRandom(3));
    boolean[] drawn = new boolean[ranks];
    for (int i = 0; i < 20_000; i++) {
      drawn[(int) zipf.next(ranks) - 1] = true;
    }
    for (int rank = 0; rank < ranks; rank++) {
      assertTrue(drawn[rank], "rank " + (rank + 1) + " of " + ranks);
    }
  }

  @Test
  void hotspot_aFifthOfTheKeys_getsFourFifthsOfTheDraws() {
    long[] counts = drawn(create(Distribution.HOTSPOT, 1000), 1000);
    double hot = Arrays.stream(counts, 0, 200).sum();
    assertEquals(0.8, hot / DRAWS, 0.005);
    assertTrue(Arrays.stream(counts).allMatch(count -> count > 0));
  }

  @Test
  void exponential_agesOfDraws_fallByTheLaw() {
    int records = 1000;
    long[] counts = drawn(create(Distribution.EXPONENTIAL, records), records + 1);
    double meanAge = records * (6 / 7.0) / -Math.log(0.05);
    double all = 1 - Math.exp(-(records + 1) / meanAge);
    double youngest = Arrays.stream(counts, records + 1 - 100, records + 1).sum();
    assertEquals((1 - Math.exp(-100 / meanAge)) / all, youngest / DRAWS, 0.005);
  }

  @Test
  void sequential_draws_goRoundFromAnyPlace() {
    NumberGenerator keys = create(Distribution.SEQUENTIAL, 10);
    int first = keys.nextValue().intValue();
    for (int i = 1; i < 25; i++) {
      assertEquals((first + i) % 10, keys.nextValue().intValue());
    }
  }

  @Test
  void named_exponents_areReadAndChecked() {
    assertEquals("zipfian(0.5)", Distribution.named("zipfian(0.50)").orElseThrow().label());
    assertEquals(Distribution.ZIPFIAN, Distribution.named("zipfian(0.99)").orElseThrow());
    assertEquals("zipfian(1.0)", Distribution.named("zipfian(1)").orElseThrow().label());
    assertTrue(Distribution.named("zipf").isEmpty());
    for (String wrong : new String[] {"zipfian(11)", "zipfian(0)", "zipfian(x)", "zipfian(NaN)"}) {
      assertThrows(IllegalArgumentException.class, () -> Distribution.named(wrong), wrong);
    }
  }
}
