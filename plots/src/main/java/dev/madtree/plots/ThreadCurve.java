package dev.madtree.plots;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One structure's figures over thread counts.
 *
 * @param structure whose they are
 * @param points threads ascending
 */
record ThreadCurve(Structure structure, List<Point> points) {

  /**
   * A figure at one thread count.
   *
   * @param threads how many
   * @param value the figure, NaN if there is none
   * @param low the lower end of its interval, NaN if there is none
   * @param high the upper end of its interval
   * @param failure the word that stands in its place, empty if there is a figure
   */
  record Point(int threads, double value, double low, double high, String failure) {
    double x() {
      return log2(threads);
    }

    boolean drawn() {
      return Double.isFinite(value);
    }

    boolean hasInterval() {
      return drawn() && Double.isFinite(low) && Double.isFinite(high);
    }

    double top() {
      return hasInterval() ? high : value;
    }
  }

  /** The throughput of a structure over its cells, in millions of operations a second. */
  static ThreadCurve throughput(Structure structure, List<Cell> cells) {
    return of(
        structure,
        cells,
        c -> new Point(c.key().threads(), c.mean() / 1e6, c.low() / 1e6, c.high() / 1e6, ""));
  }

  /** The speed-up of a structure over its cells. */
  static ThreadCurve speedUp(Structure structure, List<Cell> cells) {
    return of(
        structure,
        cells,
        c -> new Point(c.key().threads(), c.speedUp(), c.speedUpLow(), c.speedUpHigh(), ""));
  }

  private static ThreadCurve of(
      Structure structure, List<Cell> cells, Function<Cell, Point> measured) {
    return new ThreadCurve(
        structure,
        cells.stream()
            .filter(c -> c.structure().equals(structure))
            .sorted(Comparator.comparingInt(c -> c.key().threads()))
            .map(c -> c.measured() ? measured.apply(c) : missing(c))
            .toList());
  }

  private static Point missing(Cell cell) {
    return new Point(cell.key().threads(), Double.NaN, Double.NaN, Double.NaN, cell.failure());
  }

  /** The drawn point with the most threads. */
  Optional<Point> last() {
    return points.stream().filter(Point::drawn).reduce((first, second) -> second);
  }

  /** The highest that takes part in choosing a scale, 0 if nothing is drawn. */
  double top() {
    return points.stream()
        .filter(Point::drawn)
        .mapToDouble(p -> Math.min(p.top(), 2 * p.value()))
        .max()
        .orElse(0);
  }

  /**
   * A height at which words fit into the curve where a figure is missing: between its neighbours.
   */
  double valueInGap(int threads) {
    Point before = null;
    for (Point point : points) {
      if (!point.drawn()) {
        continue;
      }
      if (point.threads() > threads) {
        if (before == null) {
          return point.value();
        }
        double share = (log2(threads) - before.x()) / (point.x() - before.x());
        return before.value() + share * (point.value() - before.value());
      }
      before = point;
    }
    return before == null ? 0 : before.value();
  }

  double[] all(ToDoubleFunction<Point> figure) {
    return points.stream().mapToDouble(figure).toArray();
  }

  static double log2(double n) {
    return Math.log(n) / Math.log(2);
  }
}
