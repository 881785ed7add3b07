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
  private final List<CellForks> cells;
  private final int cores;
  private final double band;
  private final Map<CellKey, Set<String>> contestants;

  /** One line in the making: the fork means by round, and the comparison once it is made. */
  private record Line(CellForks cell, SortedMap<Integer, Double> byRound, Comparison comparison) {}

  Summaries(List<CellForks> cells, int cores, double band) {
    this.cells = cells;
    this.cores = cores;
    this.band = band;
    this.contestants =
        cells.stream()
            .map(CellForks::cell)
            .collect(
                Collectors.groupingBy(
                    CellKey::contest, Collectors.mapping(CellKey::structure, Collectors.toSet())));
  }

  List<SummaryRow> rows() {
    Set<Figure> figures = new LinkedHashSet<>();
    figures.add(Figure.THROUGHPUT);
    for (CellForks cell : cells) {
      cell.measured().forEach(fork -> figures.addAll(Figure.measured(fork)));
    }
    List<SummaryRow> rows = new ArrayList<>();
    figures.forEach(figure -> rows.addAll(rows(figure)));
    return rows;
  }

  private List<SummaryRow> rows(Figure figure) {
    Map<CellKey, SortedMap<Integer, Double>> means = new HashMap<>();
    cells.forEach(cell -> means.put(cell.cell(), figure.meansByRound(cell)));
    Map<CellKey, SortedMap<Integer, Double>> baselines =
        means.entrySet().stream()
            .filter(entry -> isBaseline(entry.getKey()))
            .collect(Collectors.toMap(e -> e.getKey().contest(), Map.Entry::getValue, (a, b) -> a));

    List<Line> lines = new ArrayList<>();
    for (CellForks cell : cells) {
      SortedMap<Integer, Double> byRound = means.get(cell.cell());
      if (!byRound.isEmpty() || figure.equals(Figure.THROUGHPUT)) {
        lines.add(new Line(cell, byRound, compare(cell.cell(), byRound, baselines)));
      }
    }
    Map<CellKey, Double> ceilings = ceilings(figure, means);
    double[] adjusted =
        Statistics.benjaminiHochberg(
            lines.stream().mapToDouble(line -> line.comparison().p()).toArray());
    List<SummaryRow> rows = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      double rankP = mannWhitneyP(lines.get(i), baselines);
      rows.add(row(figure, lines.get(i), adjusted[i], rankP, ceilings));
    }
    return rows;
  }

  /** What the harness reached where nothing was behind it, by what is measured beside it. */
  private static Map<CellKey, Double> ceilings(
      Figure figure, Map<CellKey, SortedMap<Integer, Double>> means) {
    if (!figure.metric().equals(Figure.THROUGHPUT.metric())) {
      return Map.of();
    }
    return means.entrySet().stream()
        .filter(entry -> entry.getKey().structure().equals(SummaryRow.CEILING))
        .filter(entry -> !entry.getValue().isEmpty())
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().contest(),
                entry -> Statistics.mean(values(entry.getValue())).estimate(),
                (a, b) -> a));
  }

  private boolean isBaseline(CellKey cell) {
    Set<String> present = contestants.getOrDefault(cell.contest(), Set.of());
    return SummaryRow.baselineAmong(present).filter(cell.structure()::equals).isPresent();
  }

  private SortedMap<Integer, Double> rivals(
      CellKey cell, Map<CellKey, SortedMap<Integer, Double>> baselines) {
    // Nothing competes with the ceiling: how far it is above a structure, ceiling_pct says.
    return isBaseline(cell) || cell.structure().equals(SummaryRow.CEILING)
        ? new TreeMap<>()
        : baselines.getOrDefault(cell.contest(), new TreeMap<>());
  }

  private Comparison compare(
      CellKey cell,
      SortedMap<Integer, Double> subject,
      Map<CellKey, SortedMap<Integer, Double>> baselines) {
    SortedMap<Integer, Double> rival = rivals(cell, baselines);
    return Figure.paired(subject, rival);
  }

  private double mannWhitneyP(Line line, Map<CellKey, SortedMap<Integer, Double>> baselines) {
    return Statistics.mannWhitneyP(
        values(line.byRound()), values(rivals(line.cell().cell(), baselines)));
  }

  private static double[] values(SortedMap<Integer, Double> byRound) {
    return byRound.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private SummaryRow row(
      Figure figure, Line line, double p, double rankP, Map<CellKey, Double> ceilings) {
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
        noise(line.cell()),
        100 * mean.estimate() / ceilings.getOrDefault(line.cell().cell().contest(), Double.NaN));
  }

  private Noise noise(CellForks cell) {
    return cell.measured().stream()
        .map(fork -> NoiseRule.judge(fork.counters(), cell.cell().threads(), cores).noise())
        .reduce(Noise.UNKNOWN, NoiseRule::worse);
  }
}
