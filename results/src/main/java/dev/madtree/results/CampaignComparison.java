package dev.madtree.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two campaigns beside each other, cell by cell, by Welch's t on the logs of fork means. What the
 * structures that were not changed did is looked at first.
 *
 * @param sameEnvironment whether both ran on the same machine, system and JVM; if not, a ratio
 *     compares machines
 * @param control what the machine did in between
 * @param cells the cells that both have a mean for
 * @param onlyBefore cells without a mean in the later campaign
 * @param onlyAfter cells without a mean in the earlier one
 */
public record CampaignComparison(
    boolean sameEnvironment,
    Control control,
    List<ComparedCell> cells,
    List<CellKey> onlyBefore,
    List<CellKey> onlyAfter) {

  /** A cell that both campaigns have a mean for, with its fork means. */
  private record Pair(CellKey before, CellKey after, double[] first, double[] second) {}

  /** Makes the lists unmodifiable. */
  public CampaignComparison {
    cells = List.copyOf(cells);
    onlyBefore = List.copyOf(onlyBefore);
    onlyAfter = List.copyOf(onlyAfter);
  }

  /**
   * Compares two campaigns. Cells are matched by their {@code cell_id}.
   *
   * @param before the earlier campaign
   * @param after the later campaign
   * @param controls the structures that were not changed in between
   * @param band the share below which a difference does not matter, such as 0.02
   * @return the comparison, in the order of the later campaign's cells
   */
  public static CampaignComparison of(
      CampaignRecords before, CampaignRecords after, Set<String> controls, double band) {
    Map<String, CellForks> earlier = byId(before);
    Map<String, CellForks> later = byId(after);
    List<Pair> pairs = new ArrayList<>();
    List<CellKey> onlyAfter = new ArrayList<>();
    later.forEach(
        (id, cell) -> {
          if (earlier.containsKey(id)) {
            CellForks other = earlier.get(id);
            pairs.add(new Pair(other.cell(), cell.cell(), throughput(other), throughput(cell)));
          } else {
            onlyAfter.add(cell.cell());
          }
        });
    List<CellKey> onlyBefore =
        earlier.entrySet().stream()
            .filter(entry -> !later.containsKey(entry.getKey()))
            .map(entry -> entry.getValue().cell())
            .toList();
    List<Comparison> drifts =
        pairs.stream()
            .filter(pair -> controls.contains(pair.after().structure()))
            .map(pair -> Statistics.welch(pair.second(), pair.first()))
            .toList();
    Control control = Control.of(drifts, band);
    return new CampaignComparison(
        before.environment().envId().equals(after.environment().envId()),
        control,
        compare(pairs, controls, control, band),
        onlyBefore,
        onlyAfter);
  }

  /**
   * Tells whether anything that was changed is surely slower.
   *
   * @return true if a cell that is no control is SLOWER
   */
  public boolean hasRegression() {
    return cells.stream().anyMatch(cell -> !cell.control() && cell.verdict() == Verdict.SLOWER);
  }

  private static List<ComparedCell> compare(
      List<Pair> pairs, Set<String> controls, Control control, double band) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Pair pair : pairs) {
      double[] adjusted = pair.second().clone();
      for (int i = 0; i < adjusted.length; i++) {
        adjusted[i] /= control.divisor();
      }
      comparisons.add(Statistics.welch(adjusted, pair.first()));
    }
    double[] p =
        Statistics.benjaminiHochberg(comparisons.stream().mapToDouble(Comparison::p).toArray());
    List<ComparedCell> cells = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Pair pair = pairs.get(i);
      Verdict verdict = Statistics.verdict(comparisons.get(i), p[i], band, true);
      cells.add(
          new ComparedCell(
              pair.before(),
              pair.after(),
              controls.contains(pair.after().structure()),
              Statistics.mean(pair.first()),
              Statistics.mean(pair.second()),
              comparisons.get(i),
              p[i],
              control.state() == Control.State.WITHHELD ? Verdict.UNCLEAR : verdict));
    }
    return cells;
  }

  private static double[] throughput(CellForks cell) {
    return Figure.THROUGHPUT.meansByRound(cell).values().stream().mapToDouble(x -> x).toArray();
  }

  /** The cells of a campaign that have a mean, from its tables. */
  private static Map<String, CellForks> byId(CampaignRecords records) {
    record Fork(CellKey cell, int round, int attempt) {}
    Map<Fork, List<Sample>> samples = new HashMap<>();
    for (SampleRow row : records.samples()) {
      samples
          .computeIfAbsent(new Fork(row.cell(), row.round(), row.attempt()), f -> new ArrayList<>())
          .add(row.sample());
    }
    List<ForkRecord> forks = new ArrayList<>();
    for (ForkRow row : records.forks()) {
      List<Sample> own =
          samples.getOrDefault(new Fork(row.cell(), row.round(), row.attempt()), List.of());
      forks.add(
          new ForkRecord(
              row.cell(),
              row.round(),
              row.attempt(),
              row.status(),
              row.error(),
              own,
              List.of(),
              row.counters()));
    }
    Map<String, CellForks> cells = new LinkedHashMap<>();
    for (CellForks cell : CellForks.group(forks)) {
      if (!Figure.THROUGHPUT.meansByRound(cell).isEmpty()) {
        cells.put(cell.cell().cellId(), cell);
      }
    }
    return cells;
  }
}
