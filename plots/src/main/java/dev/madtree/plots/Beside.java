package dev.madtree.plots;

import dev.madtree.results.CampaignRecords;
import dev.madtree.results.CellKey;
import dev.madtree.results.ForkRow;
import dev.madtree.results.Noise;
import dev.madtree.results.Status;
import dev.madtree.results.SummaryRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was seen beside the throughput: allocation, other drivers, noise, failures. */
final class Beside {
  private static final int LONGEST_ERROR = 160;

  private Beside() {}

  /** The median of what operations allocate, by structure and workload. */
  static Optional<DataTable> allocation(Campaign campaign, CampaignRecords records) {
    Set<CellKey> shown = campaign.cells().stream().map(Cell::key).collect(Collectors.toSet());
    Map<String, Map<String, List<Double>>> found =
        new TreeMap<>(
            Comparator.comparingInt((String s) -> Structure.of(s).order())
                .thenComparing(Comparator.naturalOrder()));
    for (ForkRow fork : records.forks()) {
      double bytes = fork.counters().allocBytesPerOp();
      if (fork.status() == Status.OK && shown.contains(fork.cell()) && Double.isFinite(bytes)) {
        found
            .computeIfAbsent(fork.cell().structure(), s -> new TreeMap<>())
            .computeIfAbsent(fork.cell().workload(), w -> new ArrayList<>())
            .add(bytes);
      }
    }
    List<String> workloads =
        found.values().stream().flatMap(m -> m.keySet().stream()).distinct().sorted().toList();
    List<String> columns = new ArrayList<>(List.of("Structure"));
    workloads.forEach(w -> columns.add(Words.workloadShort(w)));
    List<List<String>> rows = new ArrayList<>();
    found.forEach(
        (structure, byWorkload) -> {
          List<String> row = new ArrayList<>(List.of(Structure.of(structure).name()));
          for (String workload : workloads) {
            List<Double> bytes = byWorkload.getOrDefault(workload, List.of());
            row.add(bytes.isEmpty() ? "–" : Words.decimal(median(bytes), 1));
          }
          rows.add(row);
        });
    return rows.isEmpty() ? Optional.empty() : Optional.of(new DataTable(columns, rows));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** How near each structure comes, at most, to what the harness does with nothing to call. */
  static Optional<DataTable> ceiling(Campaign campaign) {
    List<List<String>> rows = new ArrayList<>();
    List<Boolean> near = new ArrayList<>();
    for (Structure structure : Campaign.structures(campaign.everyDriver())) {
      campaign.everyDriver().stream()
          .filter(c -> c.structure().equals(structure) && !structure.isCeiling())
          .filter(c -> Double.isFinite(c.ceilingPct()))
          .max(Comparator.comparingDouble(Cell::ceilingPct))
          .ifPresent(
              c -> {
                String driver = c.key().driver();
                rows.add(List.of(structure.name(), CellTables.ceiling(c), c.place(), driver));
                near.add(c.nearCeiling());
              });
    }
    List<String> columns = List.of("Structure", "Highest share", "In cell", "Driver");
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(DataTable.muting(columns, rows, near, CellTables.NEAR_CEILING));
  }

  /** Every fork that ended without a figure, and why. */
  static Optional<DataTable> failures(CampaignRecords records) {
    List<List<String>> rows = new ArrayList<>();
    for (ForkRow fork : records.forks()) {
      if (fork.status() != Status.OK) {
        String error = fork.error();
        rows.add(
            List.of(
                Structure.of(fork.cell().structure()).name(),
                Words.workloadShort(fork.cell().workload())
                    + ", "
                    + fork.cell().distribution()
                    + ", "
                    + Words.threads(fork.cell().threads()),
                Integer.toString(fork.round() + 1),
                RecordedCampaign.word(fork.status()),
                error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + "…"));
      }
    }
    List<String> columns = List.of("Structure", "Cell", "Round", "How it ended", "Error");
    return rows.isEmpty() ? Optional.empty() : Optional.of(new DataTable(columns, rows));
  }

  /** The cells whose forks did not have the machine to themselves. */
  static Optional<DataTable> noisy(CampaignRecords records) {
    List<List<String>> rows = new ArrayList<>();
    for (SummaryRow row : records.summaries()) {
      boolean noisy = row.noise() == Noise.SUSPECT || row.noise() == Noise.BAD;
      if (noisy && row.metric().equals("throughput") && row.op().equals(Percentiles.ALL)) {
        rows.add(
            List.of(
                Structure.of(row.cell().structure()).name(),
                Words.workloadShort(row.cell().workload())
                    + ", "
                    + row.cell().distribution()
                    + ", "
                    + Words.threads(row.cell().threads()),
                row.noise() == Noise.BAD ? "bad" : "suspect",
                Double.isFinite(row.cvBetweenPct())
                    ? Words.decimal(row.cvBetweenPct(), 1) + " %"
                    : "–"));
      }
    }
    List<String> columns = List.of("Structure", "Cell", "Noise", "Variation between forks");
    return rows.isEmpty() ? Optional.empty() : Optional.of(new DataTable(columns, rows));
  }

  /** How many forks there are, how quiet they were, how far they lie apart. */
  static List<String> confidence(Campaign campaign, CampaignRecords records) {
    List<String> sentences = new ArrayList<>();
    Map<Noise, Long> counts = new TreeMap<>();
    records.forks().forEach(f -> counts.merge(f.noise(), 1L, Long::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((noise, n) -> parts.add(n + " " + quiet(noise)));
    sentences.add(
        Words.count(records.forks().size(), "fork")
            + " in "
            + Words.count(campaign.everyDriver().size(), "cell")
            + (parts.isEmpty() ? "." : ": " + Words.list(parts) + "."));
    double[] spread =
        records.summaries().stream()
            .filter(s -> s.metric().equals("throughput") && s.op().equals(Percentiles.ALL))
            .mapToDouble(SummaryRow::cvBetweenPct)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (spread.length > 0) {
      sentences.add(
          "The coefficient of variation between forks is "
              + Words.decimal(median(Arrays.stream(spread).boxed().toList()), 1)
              + " % in the median cell and "
              + Words.decimal(spread[spread.length - 1], 1)
              + " % in the worst.");
    }
    sentences.add(
        "A point stands for the forks, not for the iterations within them: intervals are Student’s"
            + " t on the logarithms of fork means, ratios are paired by round, and the verdicts"
            + " are corrected for the number of cells (Benjamini and Hochberg).");
    return sentences;
  }

  private static String quiet(Noise noise) {
    return switch (noise) {
      case OK -> "on a quiet machine";
      case SUSPECT -> "suspect";
      case BAD -> "bad";
      case UNKNOWN -> "whose quiet could not be observed";
    };
  }
}
