package dev.madtree.workloads.campaign;

import dev.madtree.workloads.distributions.Draws;
import dev.madtree.workloads.mix.Workload;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.settings.CampaignSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which cells are measured, in which order, in how many rounds.
 *
 * <p>Each round runs every cell once, in a fresh seeded order, so that a machine that drifts moves
 * all cells alike.
 *
 * @param cells every cell, in the order of the settings
 * @param rounds how often each is measured
 * @param seed decides the orders
 * @param forkSeconds how long the measuring of one fork takes
 * @param loadThreads how many threads load
 */
public record Plan(
    List<PlannedCell> cells, int rounds, long seed, double forkSeconds, int loadThreads) {

  private static final double START_AND_CHECK_SECONDS = 1.1;
  private static final double SECONDS_PER_RECORD = 1.6e-6;

  /** Makes the list unmodifiable. */
  public Plan {
    cells = List.copyOf(cells);
  }

  /**
   * Returns the plan of a campaign's settings: every combination in which the structure can do what
   * the workload asks.
   */
  public static Plan of(CampaignSettings settings) {
    List<PlannedCell> cells = new ArrayList<>();
    for (String gc : settings.gcs()) {
      for (long records : settings.keys()) {
        for (int valueBytes : settings.valueSizes()) {
          for (String keyShape : settings.keyShapes()) {
            addCells(cells, settings, keyShape, valueBytes, records, gc);
          }
        }
      }
    }
    return new Plan(
        cells,
        settings.rounds(),
        settings.seed(),
        settings.timing().totalS(),
        settings.loadThreads());
  }

  private static void addCells(
      List<PlannedCell> cells,
      CampaignSettings settings,
      String keyShape,
      int valueBytes,
      long records,
      String gc) {
    for (String workload : settings.workloads()) {
      for (String distribution : settings.distributions()) {
        for (int threads : settings.threads()) {
          for (String structure : settings.structures()) {
            if (answers(structure, workload)) {
              cells.add(
                  new PlannedCell(
                      structure,
                      workload,
                      distribution,
                      keyShape,
                      valueBytes,
                      records,
                      threads,
                      gc));
            }
          }
        }
      }
    }
  }

  /** Whether a structure can do all that a workload asks: without order there are no scans. */
  private static boolean answers(String structure, String workload) {
    return Structure.named(structure).orElseThrow().isOrdered()
        || !Workload.named(workload).orElseThrow().hasScans();
  }

  /** Returns the cells in the order of a round. */
  public List<PlannedCell> order(int round) {
    List<PlannedCell> order = new ArrayList<>(cells);
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + round);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, (int) Draws.below(i + 1, random));
    }
    return order;
  }

  /** Returns how many forks there are in all. */
  public int forks() {
    return cells.size() * rounds;
  }

  /** Returns about how many seconds one fork of a cell takes: an estimate before the first one. */
  public double seconds(PlannedCell cell) {
    return START_AND_CHECK_SECONDS
        + cell.records() * SECONDS_PER_RECORD * 2 / Math.min(2, loadThreads)
        + forkSeconds;
  }

  /** Returns about how many seconds all forks take. */
  public double seconds() {
    return rounds * cells.stream().mapToDouble(this::seconds).sum();
  }
}
