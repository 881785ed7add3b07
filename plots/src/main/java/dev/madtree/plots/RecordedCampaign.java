package dev.madtree.plots;

import dev.madtree.results.CampaignRecords;
import dev.madtree.results.CellKey;
import dev.madtree.results.EnvironmentRecord;
import dev.madtree.results.ForkRow;
import dev.madtree.results.LatencyRow;
import dev.madtree.results.MemoryRow;
import dev.madtree.results.Phase;
import dev.madtree.results.SampleRow;
import dev.madtree.results.ScalabilityRow;
import dev.madtree.results.Status;
import dev.madtree.results.SummaryRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins the tables of a record into what charts show. */
final class RecordedCampaign {
  private static final String THROUGHPUT = "throughput";
  private static final String MEMORY_DRIVER = "memory";

  private final Map<CellKey, List<ForkRow>> forks = new HashMap<>();
  private final Map<CellKey, List<SampleRow>> samples = new HashMap<>();

  private final Map<CellKey, ScalabilityRow> speedUps = new HashMap<>();

  private RecordedCampaign(CampaignRecords records) {
    records.scalability().forEach(row -> speedUps.put(row.cell(), row));
    records.forks().forEach(f -> forks.computeIfAbsent(f.cell(), c -> new ArrayList<>()).add(f));
    records.samples().stream()
        .filter(s -> s.sample().phase() == Phase.MEASURE)
        .filter(s -> isThroughput(s.sample().metric(), s.sample().op()))
        .forEach(s -> samples.computeIfAbsent(s.cell(), c -> new ArrayList<>()).add(s));
  }

  /** The campaign that a record tells of. */
  static Campaign of(CampaignRecords records) {
    RecordedCampaign joined = new RecordedCampaign(records);
    List<Cell> cells =
        records.summaries().stream()
            .filter(s -> isThroughput(s.metric(), s.op()) && !ofMemory(s.cell()))
            .map(s -> joined.cell(s, joined.forkMeans(s.cell())))
            .toList();
    DriverChoice choice = new DriverChoice(cells.stream().map(Cell::key).toList());
    return new Campaign(
        records.info().id(),
        records.environment().cores(),
        machine(records.environment()),
        records.info().measureIterations(),
        Campaign.where(cells, c -> choice.shows(c.key())),
        cells,
        records.summaries().stream()
            .filter(s -> s.metric().equals(THROUGHPUT) && !s.op().equals(Percentiles.ALL))
            .filter(s -> choice.shows(s.cell()))
            .map(s -> new SingleOperation(s.op(), joined.cell(s, List.of())))
            .toList(),
        percentiles(records.latencies()).stream().filter(p -> choice.shows(p.key())).toList(),
        footprints(records));
  }

  private static boolean ofMemory(CellKey key) {
    return key.driver().equals(MEMORY_DRIVER);
  }

  /** What was measured of memory, and what was to be measured but failed. */
  private static List<Footprint> footprints(CampaignRecords records) {
    Map<CellKey, Map<String, MemoryRow>> parts = new LinkedHashMap<>();
    records
        .memory()
        .forEach(m -> parts.computeIfAbsent(m.cell(), c -> new HashMap<>()).put(m.component(), m));
    Map<CellKey, String> failures = new HashMap<>();
    for (SummaryRow row : records.summaries()) {
      if (ofMemory(row.cell()) && row.status() != Status.OK) {
        parts.computeIfAbsent(row.cell(), c -> new HashMap<>()).clear();
        failures.put(row.cell(), word(row.status()));
      }
    }
    return parts.entrySet().stream()
        .filter(e -> !Structure.of(e.getKey().structure()).isCeiling())
        .map(e -> new Footprint(e.getKey(), e.getValue(), failures.getOrDefault(e.getKey(), "")))
        .toList();
  }

  private static boolean isThroughput(String metric, String op) {
    return metric.equals(THROUGHPUT) && op.equals(Percentiles.ALL);
  }

  private static String machine(EnvironmentRecord environment) {
    return Words.count(environment.cores(), "core")
        + ", "
        + environment.cpuModel()
        + ", "
        + environment.os();
  }

  private Cell cell(SummaryRow row, List<Double> forkMeans) {
    boolean measured = row.status() == Status.OK && row.hasMean();
    // What ran elsewhere shares no round with the skip list, so a ratio would say nothing.
    boolean compared = measured && !Structure.of(row.cell().structure()).isImported();
    ScalabilityRow faster = speedUps.get(row.cell());
    return new Cell(
        row.cell(),
        row.forks(),
        measured ? row.mean() : Double.NaN,
        measured ? row.ciLow() : Double.NaN,
        measured ? row.ciHigh() : Double.NaN,
        measured ? "" : word(row.status()),
        notice(row),
        measured ? forkMeans : List.of(),
        compared ? row.vsBaseline() : Double.NaN,
        compared ? row.vsLow() : Double.NaN,
        compared ? row.vsHigh() : Double.NaN,
        row.verdict(),
        faster == null ? (fewest(row.cell()) ? 1 : Double.NaN) : faster.speedup(),
        faster == null ? Double.NaN : faster.speedupLow(),
        faster == null ? Double.NaN : faster.speedupHigh(),
        row.moreRounds(),
        compared ? row.ceilingPct() : Double.NaN);
  }

  /** Whether other cells' speed-ups are over this one, or could be. */
  private boolean fewest(CellKey key) {
    return forks.keySet().stream()
        .filter(other -> other.structure().equals(key.structure()))
        .filter(other -> Setting.of(other).equals(Setting.of(key)))
        .filter(other -> other.workload().equals(key.workload()))
        .filter(other -> other.distribution().equals(key.distribution()))
        .noneMatch(other -> other.threads() < key.threads());
  }

  /** The word that stands where a figure would be. */
  static String word(Status status) {
    return switch (status) {
      case OK -> "no figure";
      case INVALID -> "invalid";
      case FAILED -> "failed";
      case TIMEOUT -> "timed out";
      case OOM -> "out of memory";
      case CRASH -> "crashed";
      case EXIT -> "ended early";
    };
  }

  /** "1 timed out" for a cell of which some forks, but not all, have no figure. */
  private String notice(SummaryRow row) {
    if (row.status() != Status.OK) {
      return "";
    }
    SortedMap<Status, Integer> counts = new TreeMap<>();
    for (ForkRow fork : forks.getOrDefault(row.cell(), List.of())) {
      if (fork.status() != Status.OK) {
        counts.merge(fork.status(), 1, Integer::sum);
      }
    }
    return Words.list(
        counts.entrySet().stream().map(e -> e.getValue() + " " + word(e.getKey())).toList());
  }

  /** The mean of the last good attempt of each round. */
  private List<Double> forkMeans(CellKey key) {
    SortedMap<Integer, Integer> attempts = new TreeMap<>();
    forks.getOrDefault(key, List.of()).stream()
        .filter(f -> f.status() == Status.OK)
        .forEach(f -> attempts.merge(f.round(), f.attempt(), Math::max));
    List<Double> means = new ArrayList<>();
    attempts.forEach(
        (round, attempt) ->
            samples.getOrDefault(key, List.of()).stream()
                .filter(s -> s.round() == round && s.attempt() == attempt)
                .mapToDouble(s -> s.sample().value())
                .average()
                .ifPresent(means::add));
    return means;
  }

  private static List<Percentiles> percentiles(List<LatencyRow> rows) {
    record Curve(CellKey cell, String loop, double rate, String op) {}
    Map<Curve, List<LatencyRow>> curves = new LinkedHashMap<>();
    for (LatencyRow row : rows) {
      Curve curve = new Curve(row.cell(), row.loop(), row.targetOpsPerS(), row.op());
      curves.computeIfAbsent(curve, c -> new ArrayList<>()).add(row);
    }
    boolean together = curves.keySet().stream().anyMatch(c -> c.op().equals(Percentiles.ALL));
    List<Percentiles> all = new ArrayList<>();
    curves.forEach(
        (curve, points) -> {
          if (!together || curve.op().equals(Percentiles.ALL)) {
            all.add(
                new Percentiles(
                    curve.cell(),
                    curve.loop(),
                    curve.rate(),
                    curve.op(),
                    points.stream()
                        .sorted(Comparator.comparingDouble(LatencyRow::percentile))
                        .map(p -> new Percentiles.Point(p.percentile(), p.valueNs()))
                        .toList(),
                    points.get(0).totalCount()));
          }
        });
    return all;
  }
}
