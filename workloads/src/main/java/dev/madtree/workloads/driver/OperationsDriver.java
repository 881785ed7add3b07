package dev.madtree.workloads.driver;

import dev.madtree.competitors.LongCompetitor;
import dev.madtree.workloads.operations.OperationsFork;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures single operations, one after another, on maps from longs to longs. */
final class OperationsDriver implements Driver {

  private static final String LABEL = "operations";
  private static final double SECONDS_PER_RECORD = 3e-6;
  private static final double SECONDS_PER_ITERATION_AND_RECORD = 3e-6;
  private static final double MOST_PER_ITERATION = 4e6;

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public String description() {
    return "single operations on maps of longs, each on its own";
  }

  @Override
  public boolean isChosenByWorkload() {
    return true;
  }

  @Override
  public Class<?> fork() {
    return OperationsFork.class;
  }

  @Override
  public Map<String, String> workloads() {
    return Map.of(
        LABEL, "insert, get, getAll, scan, update and remove, each on its own, keys of 8 bytes");
  }

  @Override
  public Map<String, String> structures() {
    Map<String, String> all = new LinkedHashMap<>();
    for (LongCompetitor each : LongCompetitor.values()) {
      all.put(each.label(), each.description());
    }
    return all;
  }

  @Override
  public int mostThreads() {
    return 1;
  }

  @Override
  public PlannedCell planned(PlannedCell asked) {
    return new PlannedCell(
        asked.structure(),
        this,
        asked.workload(),
        "uniform",
        "int8",
        Long.BYTES,
        asked.records(),
        1,
        asked.gc());
  }

  @Override
  public double meanKeyBytes(PlannedCell cell) {
    return Long.BYTES;
  }

  /** All keys and orders come of the seed. */
  @Override
  public String work(PlannedCell cell, long seed) {
    return cell.workload() + "\n" + cell.records() + "\n" + seed;
  }

  @Override
  public double seconds(PlannedCell cell, double timed, int iterations, int loadThreads) {
    return cell.records() * SECONDS_PER_RECORD
        + Math.min(cell.records(), MOST_PER_ITERATION)
            * SECONDS_PER_ITERATION_AND_RECORD
            * iterations;
  }
}
