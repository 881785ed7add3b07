package dev.madtree.plots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cells that differ in nothing but structure and driver, of at least two drivers.
 *
 * @param place "YCSB C, uniform, 1 thread"
 * @param cells all of them, imported ones left out
 */
record DriverContest(String place, List<Cell> cells) {
  DriverContest {
    cells = List.copyOf(cells);
  }

  /**
   * What an operation of one structure costs under one driver, in nanoseconds of a thread.
   *
   * @param cell the cell
   * @param total all of it
   * @param own what the driver takes with a structure that does nothing, NaN if not measured
   */
  record Cost(Cell cell, double total, double own) {
    /** What is left for the structure, NaN if the driver's own part is not known. */
    double rest() {
      return total - own;
    }

    boolean split() {
      return Double.isFinite(own);
    }

    Structure structure() {
      return cell.structure();
    }

    String driver() {
      return cell.key().driver();
    }
  }

  /** All contests of a campaign, in the order in which they first occur. */
  static List<DriverContest> of(Campaign campaign) {
    record Conditions(Setting setting, String workload, String distribution, int threads) {}
    Map<Conditions, List<Cell>> groups = new LinkedHashMap<>();
    for (Cell cell : campaign.everyDriver()) {
      if (!cell.structure().isImported()) {
        var key = cell.key();
        Conditions conditions =
            new Conditions(
                Setting.of(key).withoutDriver(), key.workload(), key.distribution(), key.threads());
        groups.computeIfAbsent(conditions, c -> new ArrayList<>()).add(cell);
      }
    }
    return groups.values().stream()
        .map(cells -> new DriverContest(cells.get(0).place(), cells))
        .filter(contest -> contest.drivers().size() > 1)
        .toList();
  }

  /** The drivers, the usual one first. */
  List<String> drivers() {
    return cells.stream().map(c -> c.key().driver()).distinct().sorted(DriverChoice.ORDER).toList();
  }

  /** The structures that do something, in their usual order. */
  List<Structure> structures() {
    return Campaign.structures(cells).stream().filter(s -> !s.isCeiling()).toList();
  }

  Optional<Cell> find(Structure structure, String driver) {
    return cells.stream()
        .filter(c -> c.structure().equals(structure) && c.key().driver().equals(driver))
        .findFirst();
  }

  /** The cost under a driver, empty if the cell was not measured. */
  Optional<Cost> cost(Structure structure, String driver) {
    double own =
        find(Structure.of(Structure.CEILING_LABEL), driver)
            .filter(Cell::measured)
            .map(DriverContest::nanoseconds)
            .orElse(Double.NaN);
    return find(structure, driver)
        .filter(Cell::measured)
        .map(cell -> new Cost(cell, nanoseconds(cell), own));
  }

  private static double nanoseconds(Cell cell) {
    return 1e9 * cell.key().threads() / cell.mean();
  }
}
