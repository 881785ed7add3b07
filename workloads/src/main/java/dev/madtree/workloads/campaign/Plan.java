package dev.madtree.workloads.campaign;

import dev.madtree.results.SummaryRow;
import dev.madtree.workloads.distributions.Draws;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.driver.PlannedCell;
import dev.madtree.workloads.settings.AskedCells;
import dev.madtree.workloads.settings.CampaignSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which cells are measured, in which order, in how many rounds.
 *
 * <p>Each round runs every cell once, in a fresh seeded order, so that a machine that drifts moves
 * all cells alike. The ceiling, which nothing competes with, is measured in the first round only
 * where it stands beside others: it is a line in a chart, and its time is theirs. So is what hardly
 * varies from fork to fork.
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
    // Conditions that a driver has none of come up once for each of their values.
    Set<PlannedCell> cells = new LinkedHashSet<>();
    AskedCells.of(settings).forEach(cell -> cells.add(cell.driver().planned(cell)));
    return new Plan(
        List.copyOf(cells),
        settings.rounds(),
        settings.seed(),
        settings.timing().totalS(),
        settings.timing().warmupIterations() + settings.timing().measureIterations(),
        settings.loadThreads());
  }

  /** Returns the cells in the order of a round. */
  public List<PlannedCell> order(int round) {
    List<PlannedCell> order = new ArrayList<>(inRound(round));
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + round);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, (int) Draws.below(i + 1, random));
    }
    return order;
  }

  /** Returns how many forks there are in all. */
  public int forks() {
    return IntStream.range(0, rounds).map(round -> inRound(round).size()).sum();
  }

  /** Returns the cells that are measured in the first round only, though there are more. */
  public List<PlannedCell> onceOnly() {
    if (rounds == 1) {
      return List.of();
    }
    Set<PlannedCell> later = Set.copyOf(inRound(1));
    return cells.stream().filter(cell -> !later.contains(cell)).toList();
  }

  private List<PlannedCell> inRound(int round) {
    List<PlannedCell> rivals =
        cells.stream()
            .filter(cell -> !cell.structure().equals(SummaryRow.CEILING))
            .filter(cell -> cell.driver().variesByFork())
            .toList();
    return round == 0 || rivals.isEmpty() ? cells : rivals;
  }

  /** Returns whether some structure passes some workload by that others of its kind answer. */
  public static boolean leavesOut(CampaignSettings settings) {
    return settings.workloads().stream()
        .anyMatch(
            workload ->
                Drivers.of(workload, settings.drivers()).stream()
                    .anyMatch(
                        driver ->
                            settings.structures().stream()
                                .filter(driver.structures()::containsKey)
                                .anyMatch(each -> !driver.answers(each, workload))));
  }

  /** Returns about how many seconds one fork of a cell takes: an estimate before the first one. */
  public double seconds(PlannedCell cell) {
    return START_AND_CHECK_SECONDS
        + cell.driver().seconds(cell, forkSeconds, iterations, loadThreads);
  }

  /** Returns about how many seconds all forks take. */
  public double seconds() {
    return IntStream.range(0, rounds)
        .mapToObj(this::inRound)
        .flatMap(List::stream)
        .mapToDouble(this::seconds)
        .sum();
  }
}
