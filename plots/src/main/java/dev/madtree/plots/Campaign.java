package dev.madtree.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A campaign as charts need it.
 *
 * @param id its name
 * @param cores the processors of the machine that measured it
 * @param machine the machine in one line
 * @param iterations the measured iterations of a fork
 * @param cells what charts compare: its cells, of one driver where several asked the same
 * @param everyDriver all its cells, of whatever driver
 * @param operations the operations of cells that were measured operation by operation
 * @param percentiles all its distributions of times
 * @param footprints what entries take in memory
 */
record Campaign(
    String id,
    int cores,
    String machine,
    int iterations,
    List<Cell> cells,
    List<Cell> everyDriver,
    List<SingleOperation> operations,
    List<Percentiles> percentiles,
    List<Footprint> footprints) {

  Campaign {
    operations = List.copyOf(operations);
    cells = List.copyOf(cells);
    everyDriver = List.copyOf(everyDriver);
    percentiles = List.copyOf(percentiles);
    footprints = List.copyOf(footprints);
  }

  /** All settings, in the order in which they first occur. */
  List<Setting> settings() {
    return cells.stream().map(c -> Setting.of(c.key())).distinct().toList();
  }

  /** The cells under one setting, structures in their usual order, threads ascending. */
  List<Cell> under(Setting setting) {
    return cells.stream()
        .filter(c -> Setting.of(c.key()).equals(setting))
        .sorted(
            Comparator.comparingInt((Cell c) -> c.structure().order())
                .thenComparing(c -> c.key().structure())
                .thenComparingInt(c -> c.key().threads()))
        .toList();
  }

  /** The footprints by setting, which tells the key shape, structures in their usual order. */
  List<List<Footprint>> footprintsByShape() {
    Map<Setting, List<Footprint>> shapes = new LinkedHashMap<>();
    footprints.stream()
        .sorted(Comparator.comparing(Footprint::structure, Structure.LISTED))
        .forEach(f -> shapes.computeIfAbsent(Setting.of(f.key()), s -> new ArrayList<>()).add(f));
    return shapes.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().keyShape()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The part of a file's name that tells a setting from the others, empty if there is one only. */
  String settingSlug(Setting setting) {
    return settings().size() == 1 ? "" : "-" + setting.slug();
  }

  /** The drivers whose figures charts show where several asked the same, none if nowhere. */
  List<String> chosenDrivers() {
    if (cells.size() == everyDriver.size()) {
      return List.of();
    }
    List<Cell> chosen = where(cells, c -> everyDriver.stream().anyMatch(o -> asksTheSame(c, o)));
    return distinct(chosen, c -> c.key().driver()).stream().sorted(DriverChoice.ORDER).toList();
  }

  private static boolean asksTheSame(Cell cell, Cell other) {
    return !cell.key().driver().equals(other.key().driver())
        && cell.key().workload().equals(other.key().workload())
        && cell.key().distribution().equals(other.key().distribution())
        && Setting.of(cell.key()).withoutDriver().equals(Setting.of(other.key()).withoutDriver());
  }

  static List<String> workloads(List<Cell> cells) {
    return distinct(cells, c -> c.key().workload());
  }

  static List<String> distributions(List<Cell> cells) {
    List<String> usual = List.of("uniform", "zipfian", "zipfian-ycsb", "latest", "hotspot");
    return distinct(cells, c -> c.key().distribution()).stream()
        .sorted(Comparator.comparingInt(d -> usual.contains(d) ? usual.indexOf(d) : usual.size()))
        .toList();
  }

  static List<Integer> threadCounts(List<Cell> cells) {
    return cells.stream().map(c -> c.key().threads()).distinct().sorted().toList();
  }

  static List<Structure> structures(List<Cell> cells) {
    return cells.stream().map(Cell::structure).distinct().sorted(Structure.LISTED).toList();
  }

  static List<Cell> where(List<Cell> cells, Predicate<Cell> condition) {
    return cells.stream().filter(condition).toList();
  }

  private static List<String> distinct(List<Cell> cells, Function<Cell, String> label) {
    return cells.stream().map(label).filter(Objects::nonNull).distinct().sorted().toList();
  }
}
