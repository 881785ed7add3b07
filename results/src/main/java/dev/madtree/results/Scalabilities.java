package dev.madtree.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Makes the lines of {@code scalability.csv}: speed-ups over the fewest threads. */
final class Scalabilities {
  private final int cores;

  /** One thread count of a structure with its throughputs by round, of which there are some. */
  private record Point(CellKey cell, SortedMap<Integer, Double> byRound) {
    double throughput() {
      return Statistics.mean(byRound.values().stream().mapToDouble(x -> x).toArray()).estimate();
    }
  }

  Scalabilities(int cores) {
    this.cores = cores;
  }

  /** The lines of all structures that were measured with two thread counts or more. */
  List<ScalabilityRow> rows(List<CellForks> cells) {
    Map<CellKey, List<Point>> curves = new LinkedHashMap<>();
    for (CellForks cell : cells) {
      SortedMap<Integer, Double> byRound = Figure.THROUGHPUT.meansByRound(cell);
      if (!byRound.isEmpty()) {
        curves
            .computeIfAbsent(cell.cell().scaling(), curve -> new ArrayList<>())
            .add(new Point(cell.cell(), byRound));
      }
    }
    List<ScalabilityRow> rows = new ArrayList<>();
    curves.values().forEach(points -> rows.addAll(curve(points)));
    return rows;
  }

  /** Cells come in ascending order of threads. */
  private List<ScalabilityRow> curve(List<Point> points) {
    Point base = points.get(0);
    ScalabilityLaw law = law(points);
    List<ScalabilityRow> rows = new ArrayList<>();
    for (Point point : points.subList(1, points.size())) {
      Comparison speedup = Figure.paired(point.byRound(), base.byRound());
      rows.add(
          new ScalabilityRow(
              point.cell(),
              base.cell().threads(),
              speedup.pairs(),
              speedup.ratio(),
              speedup.low(),
              speedup.high(),
              law.sigma(),
              law.kappa()));
    }
    return rows;
  }

  /** Beyond the cores threads take turns, which is another law. */
  private ScalabilityLaw law(List<Point> points) {
    List<Point> inside = points.stream().filter(p -> p.cell().threads() <= cores).toList();
    return inside.size() < ScalabilityLaw.FEWEST_POINTS
        ? new ScalabilityLaw(Double.NaN, Double.NaN, Double.NaN)
        : ScalabilityLaw.fit(
            inside.stream().mapToDouble(point -> point.cell().threads()).toArray(),
            inside.stream().mapToDouble(Point::throughput).toArray());
  }
}
