package dev.madtree.workloads.driver;

import dev.madtree.competitors.LongCompetitor;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.memory.MemoryFork;
import dev.madtree.workloads.replay.Structure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weighs structures: the bytes that an entry takes. */
final class MemoryDriver implements Driver {

  private static final String LABEL = "memory";
  private static final double SECONDS_PER_RECORD = 5e-6;

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public String description() {
    return "the bytes that an entry takes, by keys, values and structure";
  }

  @Override
  public boolean isChosenByWorkload() {
    return true;
  }

  /** Objects have the same sizes in every fork. */
  @Override
  public boolean variesByFork() {
    return false;
  }

  @Override
  public Class<?> fork() {
    return MemoryFork.class;
  }

  @Override
  public Map<String, String> workloads() {
    return Map.of(LABEL, "nothing is asked: the bytes of the loaded entries are counted");
  }

  /** Everything that keeps what it is given. */
  @Override
  public Map<String, String> structures() {
    Map<String, String> all = new LinkedHashMap<>();
    Structure.all().stream()
        .filter(Structure::storesEntries)
        .forEach(each -> all.put(each.label(), each.description()));
    for (LongCompetitor each : LongCompetitor.values()) {
      all.put(each.label(), each.description());
    }
    return all;
  }

  /** Maps of longs have keys and values of eight bytes, whatever was asked for. */
  @Override
  public PlannedCell planned(PlannedCell asked) {
    boolean longs = LongCompetitor.named(asked.structure()).isPresent();
    return new PlannedCell(
        asked.structure(),
        this,
        asked.workload(),
        "uniform",
        longs ? KeyShape.INT8.label() : asked.keyShape(),
        longs ? Long.BYTES : asked.valueBytes(),
        asked.records(),
        1,
        asked.gc());
  }

  @Override
  public double meanKeyBytes(PlannedCell cell) {
    return KeyShape.named(cell.keyShape()).orElseThrow().meanBytes(cell.records());
  }

  @Override
  public String work(PlannedCell cell, long seed) {
    return String.join(
        "\n",
        LABEL,
        cell.keyShape(),
        Integer.toString(cell.valueBytes()),
        Long.toString(cell.records()),
        Long.toString(seed));
  }

  @Override
  public double seconds(PlannedCell cell, double timed, int iterations, int loadThreads) {
    return cell.records() * SECONDS_PER_RECORD;
  }
}
