package dev.madtree.workloads.driver;

import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.mix.Workload;
import dev.madtree.workloads.replay.ReplayFork;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.trace.TraceRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Replays recorded traces of operation mixes against indexes over byte strings. */
sealed class ReplayDriver implements Driver permits JmhDriver {

  private static final double SECONDS_PER_RECORD = 1.6e-6;

  @Override
  public String label() {
    return ReplayFork.BATCHES;
  }

  @Override
  public String description() {
    return "recorded traces of YCSB's operations, replayed at full speed";
  }

  @Override
  public Class<?> fork() {
    return ReplayFork.class;
  }

  @Override
  public Map<String, String> workloads() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Workload each : Workload.values()) {
      all.put(each.label(), each.description());
    }
    return all;
  }

  @Override
  public Map<String, String> structures() {
    Map<String, String> all = new LinkedHashMap<>();
    Structure.all().forEach(each -> all.put(each.label(), each.description()));
    return all;
  }

  /** Without order there are no scans. */
  @Override
  public boolean answers(String structure, String workload) {
    return Structure.named(structure)
        .filter(each -> each.isOrdered() || !Workload.named(workload).orElseThrow().hasScans())
        .isPresent();
  }

  @Override
  public PlannedCell planned(PlannedCell asked) {
    Workload workload = Workload.named(asked.workload()).orElseThrow();
    return new PlannedCell(
        asked.structure(),
        asked.driver(),
        asked.workload(),
        workload.fixedDistribution().orElse(asked.distribution()),
        workload.fixedKeyShape().orElse(asked.keyShape()),
        asked.valueBytes(),
        workload.fixedRecords().orElse(asked.records()),
        asked.threads(),
        asked.gc());
  }

  /** Where keys are removed every thread has its own. */
  @Override
  public Optional<String> refusal(PlannedCell asked) {
    boolean tooFew =
        planned(asked).records() < asked.threads()
            && Workload.named(asked.workload()).orElseThrow().removes();
    return tooFew
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "--keys: workload \"%s\" needs a key for each thread; expected at least %d, found"
                    + " %d",
                asked.workload(),
                asked.threads(),
                asked.records()))
        : Optional.empty();
  }

  @Override
  public double meanKeyBytes(PlannedCell cell) {
    return KeyShape.named(cell.keyShape()).orElseThrow().meanBytes(cell.records());
  }

  @Override
  public List<TraceRequest> traces(PlannedCell cell, int operations, long seed) {
    Workload workload = Workload.named(cell.workload()).orElseThrow();
    Distribution distribution = Distribution.named(cell.distribution()).orElseThrow();
    long records = workload.removes() ? cell.records() / cell.threads() : cell.records();
    return IntStream.range(0, cell.threads())
        .mapToObj(
            thread -> new TraceRequest(workload, distribution, records, thread, operations, seed))
        .toList();
  }

  @Override
  public String work(PlannedCell cell, long seed) {
    return cell.keyShape();
  }

  @Override
  public double seconds(PlannedCell cell, double timed, int iterations, int loadThreads) {
    return cell.records() * SECONDS_PER_RECORD * 2 / Math.min(2, loadThreads) + timed;
  }
}
