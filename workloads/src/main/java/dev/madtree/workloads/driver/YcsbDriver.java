package dev.madtree.workloads.driver;

import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.mix.Workload;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.ycsb.CellProperties;
import dev.madtree.workloads.ycsb.YcsbFork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets YCSB's genuine client ask: its threads, workload, keys and records. */
final class YcsbDriver implements Driver {

  private static final double SECONDS_PER_RECORD = 4e-6;
  private static final String KEY_SHAPE = KeyShape.YCSB.label();

  @Override
  public String label() {
    return "ycsb";
  }

  @Override
  public String description() {
    return "the genuine YCSB client around our binding, with YCSB's keys and records";
  }

  @Override
  public Class<?> fork() {
    return YcsbFork.class;
  }

  /** YCSB asks for neither batches nor removals. */
  @Override
  public Map<String, String> workloads() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Workload each : Workload.values()) {
      if (each.isForYcsb()) {
        all.put(each.label(), each.description());
      }
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
  public Optional<String> refusal(PlannedCell asked) {
    String distribution = planned(asked).distribution();
    if (CellProperties.distributions().contains(distribution)) {
      return Optional.empty();
    }
    return Optional.of(
        "distribution \""
            + asked.distribution()
            + "\" is not one that driver ycsb can draw. YCSB has: "
            + String.join(", ", CellProperties.distributions())
            + "; leave it out, or the driver");
  }

  /** The keys are YCSB's own, and so is what it calls zipfian. */
  @Override
  public PlannedCell planned(PlannedCell asked) {
    return new PlannedCell(
        asked.structure(),
        this,
        asked.workload(),
        asked.distribution().equals("zipfian") ? "zipfian-ycsb" : asked.distribution(),
        KEY_SHAPE,
        asked.valueBytes(),
        asked.records(),
        asked.threads(),
        asked.gc());
  }

  @Override
  public double meanKeyBytes(PlannedCell cell) {
    return KeyShape.YCSB.meanBytes(cell.records());
  }

  /** YCSB's generators take no seed: equal texts mean the same law, not the same draws. */
  @Override
  public String work(PlannedCell cell, long seed) {
    return String.join(
        "\n",
        label(),
        cell.workload(),
        cell.distribution(),
        Integer.toString(cell.valueBytes()),
        Long.toString(cell.records()),
        Integer.toString(cell.threads()));
  }

  @Override
  public double seconds(PlannedCell cell, double timed, int iterations, int loadThreads) {
    return cell.records() * SECONDS_PER_RECORD * 2 / Math.min(2, loadThreads) + timed;
  }
}
