package dev.madtree.results;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was measured of a cell: a metric of an operation, in a unit. */
record Figure(String metric, String op, String unit) {
  /** The figure that a cell stands under in the summary if no fork left any. */
  static final Figure THROUGHPUT = new Figure("throughput", "all", "ops/s");

  private static Figure of(Sample sample) {
    return new Figure(sample.metric(), sample.op(), sample.unit());
  }

  /** The figures of a fork's measured iterations, with repetitions. */
  static List<Figure> measured(ForkRecord fork) {
    return fork.samples().stream()
        .filter(sample -> sample.phase() == Phase.MEASURE)
        .map(Figure::of)
        .toList();
  }

  /** Rates are better if larger; times, bytes and anything else per operation if smaller. */
  boolean moreIsBetter() {
    return unit.endsWith("/s");
  }

  /** The mean over the measured iterations of each fork that counts, by round. */
  SortedMap<Integer, Double> meansByRound(CellForks cell) {
    SortedMap<Integer, Double> means = new TreeMap<>();
    cell.counted()
        .forEach(
            (round, fork) ->
                fork.samples().stream()
                    .filter(sample -> sample.phase() == Phase.MEASURE && of(sample).equals(this))
                    .mapToDouble(Sample::value)
                    .average()
                    .ifPresent(mean -> means.put(round, mean)));
    return means;
  }

  /** Compares two cells over the rounds that both have. */
  static Comparison paired(
      SortedMap<Integer, Double> subject, SortedMap<Integer, Double> baseline) {
    List<Integer> shared = subject.keySet().stream().filter(baseline::containsKey).toList();
    return Statistics.paired(
        shared.stream().mapToDouble(subject::get).toArray(),
        shared.stream().mapToDouble(baseline::get).toArray());
  }
}
