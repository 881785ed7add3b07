package dev.madtree.plots;

import dev.madtree.results.CellKey;
import dev.madtree.results.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small campaign that nobody measured, with wins, losses, doubts and failures. */
final class MadeUpCampaign {
  private static final long SEED = 7;
  private static final Map<String, Double> SPEED =
      Map.of(
          "masstree",
          2.9,
          "skiplist",
          1.25,
          "blink",
          2.0,
          "mvstore",
          0.9,
          "treemap-lock",
          1.5,
          "noop",
          40.0);

  private MadeUpCampaign() {}

  static Campaign make(List<String> workloads, List<String> distributions, List<Integer> threads) {
    Random random = new Random(SEED);
    List<Cell> cells = new ArrayList<>();
    List<Percentiles> percentiles = new ArrayList<>();
    for (String workload : workloads) {
      for (String distribution : distributions) {
        for (int n : threads) {
          double base = Double.NaN;
          for (String structure :
              List.of("skiplist", "masstree", "blink", "mvstore", "treemap-lock", "noop")) {
            CellKey key = key(structure, workload, distribution, n);
            double mean = mean(structure, workload, distribution, n, random);
            base = structure.equals("skiplist") ? mean : base;
            cells.add(cell(key, mean, base, random));
            percentiles.add(percentiles(key, mean));
          }
        }
      }
    }
    return new Campaign(
        "20260101T000000Z_made-up_0000000",
        2,
        "2 cores of a made-up processor, Linux, OpenJDK 17.0.15",
        5,
        cells,
        percentiles);
  }

  static Campaign usual() {
    return make(
        List.of("a", "c", "e"), List.of("uniform", "zipfian", "latest"), List.of(1, 2, 4, 8));
  }

  private static double mean(
      String structure, String workload, String distribution, int threads, Random random) {
    double scale = 1e6 * SPEED.get(structure) * (distribution.equals("zipfian") ? 1.3 : 1);
    scale *= workload.equals("e") ? (structure.equals("masstree") ? 0.09 : 0.22) : 1;
    double growth =
        structure.equals("treemap-lock") ? Math.pow(threads, -0.4) : Math.min(threads, 1.9);
    return scale * growth * (1 + 0.05 * random.nextGaussian());
  }

  private static Cell cell(CellKey key, double mean, double base, Random random) {
    String failure =
        key.structure().equals("mvstore") && key.threads() == 4
            ? "out of memory"
            : key.structure().equals("blink") && key.workload().equals("c") && key.threads() == 8
                ? "invalid"
                : "";
    double half = 0.02 + 0.04 * random.nextDouble();
    List<Double> forks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      forks.add(mean * (1 + half * 0.8 * random.nextGaussian()));
    }
    if (!failure.isEmpty()) {
      double none = Double.NaN;
      return new Cell(
          key, 0, none, none, none, failure, "", List.of(), none, none, none, Verdict.NONE, none);
    }
    double ratio = mean / base;
    boolean unclear = Math.abs(Math.log(ratio)) < half;
    return new Cell(
        key,
        5,
        mean,
        mean * (1 - half),
        mean * (1 + 1.1 * half),
        "",
        "",
        forks,
        ratio,
        ratio * (1 - half),
        ratio * (1 + half),
        key.structure().equals("skiplist")
            ? Verdict.NONE
            : unclear ? Verdict.UNCLEAR : ratio > 1 ? Verdict.FASTER : Verdict.SLOWER,
        unclear ? 12 : Double.NaN);
  }

  private static Percentiles percentiles(CellKey key, double mean) {
    double base = 1e9 / mean * key.threads();
    List<Percentiles.Point> points = new ArrayList<>();
    for (double p : new double[] {0, 10, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 99.999, 100}) {
      double nines = p == 100 ? 6 : -Math.log10(1 - p / 100);
      points.add(
          new Percentiles.Point(
              p, base * (0.5 + nines * 0.6) + base * Math.pow(8, Math.min(nines, 5.2) - 1.6)));
    }
    return new Percentiles(key, "closed", Double.NaN, Percentiles.ALL, points, 12_000_000);
  }

  static CellKey key(String structure, String workload, String distribution, int threads) {
    return new CellKey(
        "20260101T000000Z_made-up_0000000",
        "abcdef0123",
        "0000000",
        structure,
        "replay",
        workload,
        distribution,
        "ycsb",
        23.1,
        8,
        1_000_000,
        threads,
        "17.0.15",
        "g1",
        2048,
        "t0",
        structure + workload + distribution + threads);
  }
}
