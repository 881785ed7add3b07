package dev.madtree.workloads.driver;

import dev.madtree.workloads.mttest.MttestFork;
import dev.madtree.workloads.mttest.MttestWorkload;
import dev.madtree.workloads.replay.Structure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the tests of the original's test program, which bring their own keys and values. */
final class MttestDriver implements Driver {

  private static final double SECONDS_PER_OPERATION = 1.6e-6;
  private static final double OPERATIONS_PER_RECORD = 2;
  private static final int VALUE_BYTES = 10;

  @Override
  public String label() {
    return MttestWorkload.DRIVER;
  }

  @Override
  public String description() {
    return "the tests of the original's test program, with their own keys and values";
  }

  @Override
  public boolean isChosenByWorkload() {
    return true;
  }

  @Override
  public Class<?> fork() {
    return MttestFork.class;
  }

  @Override
  public Map<String, String> workloads() {
    Map<String, String> all = new LinkedHashMap<>();
    for (MttestWorkload each : MttestWorkload.values()) {
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
    boolean scans = MttestWorkload.named(workload).orElseThrow().hasScans();
    return Structure.named(structure).filter(each -> each.isOrdered() || !scans).isPresent();
  }

  @Override
  public PlannedCell planned(PlannedCell asked) {
    return new PlannedCell(
        asked.structure(),
        this,
        asked.workload(),
        MttestWorkload.DRIVER,
        test(asked).keyShape(),
        VALUE_BYTES,
        asked.records(),
        asked.threads(),
        asked.gc());
  }

  @Override
  public double meanKeyBytes(PlannedCell cell) {
    return test(cell).meanKeyBytes(cell.records());
  }

  /** A test has no seed of its user's: its name, length and clients say what it asks. */
  @Override
  public String work(PlannedCell cell, long seed) {
    return cell.workload() + "\n" + cell.records() + "\n" + cell.threads();
  }

  @Override
  public double seconds(PlannedCell cell, double timed, int iterations, int loadThreads) {
    double counted = cell.records() * SECONDS_PER_OPERATION * OPERATIONS_PER_RECORD * iterations;
    return test(cell).isTimed() ? timed : counted;
  }

  private static MttestWorkload test(PlannedCell cell) {
    return MttestWorkload.named(cell.workload()).orElseThrow();
  }
}
