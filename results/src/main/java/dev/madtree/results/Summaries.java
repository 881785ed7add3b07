package dev.madtree.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the lines of {@code summary.csv}: means of fork means, and ratios to the baseline. */
final class Summaries {
  /** The structure that ratios are against. */
  static final String BASELINE = "skiplist";

  /** The figure that a cell stands under in the summary if no fork left any. */
  private static final Figure THROUGHPUT = new Figure("throughput", "all", "ops/s");

  private final List<CellForks> cells;
  private final int cores;
  private final double band;

  /** What was measured of a cell. */
  private record Figure(String metric, String op, String unit) {
    static Figure of(Sample sample) {
      return new Figure(sample.metric(), sample.op(), sample.unit());
    }

    /** Rates are better if larger; times, bytes and anything else per operation if smaller. */
    boolean moreIsBetter() {
      return unit.endsWith("/s");
    }
  }

  /** One line in the making: the fork means by round, and the comparison once it is made. */
  private record Line(CellForks cell, SortedMap<Integer, Double> byRound, Comparison comparison) {}

  Summaries(List<CellForks> cells, int cores, double band) {
    this.cells = cells;
    this.cores = cores;
    this.band = band;
  }

  List<SummaryRow> rows() {
    Set<Figure> figures = new LinkedHashSet<>();
    figures.add(THROUGHPUT);
    for (CellForks cell : cells) {
      cell.measured().forEach(fork -> counted(fork).forEach(s -> figures.add(Figure.of(s))));
    }
    List<SummaryRow> rows = new ArrayList<>();
    figures.forEach(figure -> rows.addAll(rows(figure)));
    return rows;
  }

  private static List<Sample> counted(ForkRecord fork) {
    return fork.samples().stream().filter(sample -> sample.phase() == Phase.MEASURE).toList();
  }

  private List<SummaryRow> rows(Figure figure) {
    Map<CellKey, SortedMap<Integer, Double>> means = new HashMap<>();
    cells.forEach(cell -> means.put(cell.cell(), meansByRound(cell, figure)));
    Map<CellKey, SortedMap<Integer, Double>> baselines =
        means.entrySet().stream()
            .filter(entry -> entry.getKey().structure().equals(BASELINE))
            .collect(Collectors.toMap(e -> contest(e.getKey()), Map.Entry::getValue, (a, b) -> a));

    List<Line> lines = new ArrayList<>();
    for (CellForks cell : cells) {
      SortedMap<Integer, Double> byRound = means.get(cell.cell());
      if (!byRound.isEmpty() || figure.equals(THROUGHPUT)) {
        lines.add(new Line(cell, byRound, compare(cell.cell(), byRound, baselines)));
      }
    }
    double[] adjusted =
        Statistics.benjaminiHochberg(
            lines.stream().mapToDouble(line -> line.comparison().p()).toArray());
    List<SummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      double rankP = mannWhitneyP(lines.get(i), baselines);
      rows.add(row(figure, lines.get(i), adjusted[i], rankP));
    }
    return rows;
  }

  private static SortedMap<Integer, Double> meansByRound(CellForks cell, Figure figure) {
    SortedMap<Integer, Double> means = new TreeMap<>();
    cell.counted()
        .forEach(
            (round, fork) ->
                counted(fork).stream()
                    .filter(sample -> Figure.of(sample).equals(figure))
                    .mapToDouble(Sample::value)
                    .average()
                    .ifPresent(mean -> means.put(round, mean)));
    return means;
  }

  /** The cell as the structures that compete in it share it. */
  private static CellKey contest(CellKey cell) {
    return new CellKey(
        cell.campaignId(),
        cell.envId(),
        cell.gitRev(),
        "",
        cell.driver(),
        cell.workload(),
        cell.distribution(),
        cell.keyShape(),
        cell.keyBytes(),
        cell.valueBytes(),
        cell.records(),
        cell.threads(),
        cell.jvm(),
        cell.gc(),
        cell.heapMb(),
        cell.traceHash(),
        "");
  }

  private static SortedMap<Integer, Double> rivals(
      CellKey cell, Map<CellKey, SortedMap<Integer, Double>> baselines) {
    return cell.structure().equals(BASELINE)
        ? new TreeMap<>()
        : baselines.getOrDefault(contest(cell), new TreeMap<>());
  }

  private static Comparison compare(
      CellKey cell,
      SortedMap<Integer, Double> subject,
      Map<CellKey, SortedMap<Integer, Double>> baselines) {
    SortedMap<Integer, Double> rival = rivals(cell, baselines);
    List<Integer> shared = subject.keySet().stream().filter(rival::containsKey).toList();
    return Statistics.paired(
        shared.stream().mapToDouble(subject::get).toArray(),
        shared.stream().mapToDouble(rival::get).toArray());
  }

  private static double mannWhitneyP(
      Line line, Map<CellKey, SortedMap<Integer, Double>> baselines) {
    return Statistics.mannWhitneyP(
        values(line.byRound()), values(rivals(line.cell().cell(), baselines)));
  }

  private static double[] values(SortedMap<Integer, Double> byRound) {
    return byRound.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private SummaryRow row(Figure figure, Line line, double p, double rankP) {
    double[] forkMeans = values(line.byRound());
    Interval mean = Statistics.mean(forkMeans);
    Comparison comparison = line.comparison();
    Verdict verdict = Statistics.verdict(comparison, p, band, figure.moreIsBetter());
    return new SummaryRow(
        line.cell().cell(),
        figure.metric(),
        figure.op(),
        figure.unit(),
        line.cell().status(),
        forkMeans.length,
        mean.estimate(),
        mean.low(),
        mean.high(),
        Statistics.variationPct(forkMeans),
        comparison.ratio(),
        comparison.low(),
        comparison.high(),
        p,
        rankP,
        verdict,
        verdict == Verdict.UNCLEAR ? Statistics.moreRounds(comparison, band) : Double.NaN,
        noise(line.cell()));
  }

  private Noise noise(CellForks cell) {
    return cell.measured().stream()
        .map(fork -> NoiseRule.judge(fork.counters(), cell.cell().threads(), cores).noise())
        .reduce(Noise.UNKNOWN, NoiseRule::worse);
  }
}
