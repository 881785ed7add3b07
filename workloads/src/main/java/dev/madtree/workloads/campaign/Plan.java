package dev.madtree.workloads.campaign;

import dev.madtree.workloads.distributions.Draws;
import dev.madtree.workloads.driver.Driver;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.driver.PlannedCell;
import dev.madtree.workloads.settings.CampaignSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * @param iterations how many iterations a fork has, warm-up included
 * @param loadThreads how many threads load
 */
public record Plan(
    List<PlannedCell> cells,
    int rounds,
    long seed,
    double forkSeconds,
    int iterations,
    int loadThreads) {

  private static final double START_AND_CHECK_SECONDS = 1.1;

  /** Makes the list unmodifiable. */
  public Plan {
    cells = List.copyOf(cells);
  }

  /**
   * Returns the plan of a campaign's settings: every combination in which the structure can do what
   * the workload asks.
   */
  public static Plan of(CampaignSettings settings) {
    // Workloads that bring their own keys come up once for each shape, size and distribution.
    Set<PlannedCell> cells = new LinkedHashSet<>();
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
        List.copyOf(cells),
        settings.rounds(),
        settings.seed(),
        settings.timing().totalS(),
        settings.timing().warmupIterations() + settings.timing().measureIterations(),
        settings.loadThreads());
  }

  private static void addCells(
      Set<PlannedCell> cells,
      CampaignSettings settings,
      String keyShape,
      int valueBytes,
      long records,
      String gc) {
    for (String workload : settings.workloads()) {
      Driver driver = Drivers.of(workload);
      for (String distribution : settings.distributions()) {
        for (int threads : settings.threads()) {
          for (String structure : settings.structures()) {
            if (driver.answers(structure, workload)) {
              cells.add(
                  driver.planned(
                      new PlannedCell(
                          structure,
                          workload,
                          distribution,
                          keyShape,
                          valueBytes,
                          records,
                          threads,
                          gc)));
            }
          }
        }
      }
    }
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

  /** Returns whether some structure passes some workload by that others of its kind answer. */
  public static boolean leavesOut(CampaignSettings settings) {
    return settings.workloads().stream()
        .anyMatch(
            workload -> {
              Driver driver = Drivers.of(workload);
              return settings.structures().stream()
                  .filter(driver.structures()::containsKey)
                  .anyMatch(structure -> !driver.answers(structure, workload));
            });
  }

  /** Returns about how many seconds one fork of a cell takes: an estimate before the first one. */
  public double seconds(PlannedCell cell) {
    return START_AND_CHECK_SECONDS
        + cell.driver().seconds(cell, forkSeconds, iterations, loadThreads);
  }

  /** Returns about how many seconds all forks take. */
  public double seconds() {
    return rounds * cells.stream().mapToDouble(this::seconds).sum();
  }
}
