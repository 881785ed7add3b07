package dev.madtree.plots;

import dev.madtree.plots.DriverContest.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why the same cell has different figures under different drivers, by measured parts. */
final class DriverFindings {
  private static final Map<String, String> NAMES =
      Map.of("replay", "the replay", "ycsb", "YCSB’s client", "jmh", "JMH");

  private DriverFindings() {}

  /** "YCSB's client", or the label of a driver that has no name of its own. */
  static String name(String driver) {
    return NAMES.getOrDefault(driver, driver);
  }

  /** A chart's finding: where the driver itself takes most. */
  static String title(DriverContest contest) {
    Optional<Structure> subject = subject(contest);
    List<Cost> costs = subject.map(s -> costs(contest, s)).orElse(List.of());
    Optional<Cost> heaviest =
        costs.stream()
            .filter(Cost::split)
            .max(Comparator.comparingDouble(c -> c.own() / c.total()));
    if (heaviest.isEmpty()) {
      return "The same operations under "
          + Words.list(contest.drivers().stream().map(DriverFindings::name).toList());
    }
    Cost most = heaviest.get();
    String head =
        most.rest() > 0
            ? "Under "
                + name(most.driver())
                + " "
                + nanoseconds(most.own())
                + " of "
                + most.structure().name()
                + "’s "
                + nanoseconds(most.total())
                + " are the driver’s own"
            : "Under "
                + name(most.driver())
                + " the driver’s own cost hides "
                + subject.get().name();
    return costs.stream()
        .filter(c -> c.split() && c != most && c.rest() > 0)
        .findFirst()
        .map(
            c ->
                head
                    + ", under "
                    + name(c.driver())
                    + " "
                    + nanoseconds(c.own())
                    + " of "
                    + nanoseconds(c.total()))
        .orElse(head);
  }

  /** The explanation of the gap in each contest. */
  static List<String> sentences(List<DriverContest> contests) {
    List<String> sentences = new ArrayList<>();
    for (DriverContest contest : contests) {
      subject(contest)
          .map(subject -> costs(contest, subject))
          .filter(costs -> costs.size() > 1)
          .ifPresent(costs -> sentences.add(explain(contest.place(), costs)));
    }
    if (!sentences.isEmpty()) {
      sentences.add(
          "A driver’s own part is the time of an operation, threads over throughput, with a"
              + " structure that does nothing, under the same driver and conditions. What is left"
              + " differs between drivers by noise, by what the driver’s code leaves in the caches"
              + " and by how far the JVM compiles the two as one.");
    }
    return sentences;
  }

  private static String explain(String place, List<Cost> costs) {
    List<String> clauses = new ArrayList<>();
    for (Cost cost : costs) {
      String clause = "under " + name(cost.driver()) + " " + nanoseconds(cost.total());
      if (cost.split()) {
        clause +=
            cost.rest() > 0
                ? ", of which "
                    + nanoseconds(cost.own())
                    + " ("
                    + Words.decimal(100 * cost.own() / cost.total(), 0)
                    + " %) are the driver’s own"
                : ", all of it the driver’s own as far as can be measured";
      }
      clauses.add(clause);
    }
    StringBuilder text =
        new StringBuilder(place)
            .append(": an operation on ")
            .append(costs.get(0).structure().name())
            .append(" takes ")
            .append(String.join("; ", clauses))
            .append('.');
    Cost first = costs.get(0);
    for (Cost cost : costs.subList(1, costs.size())) {
      if (first.split() && cost.split()) {
        double gap = cost.total() - first.total();
        double own = cost.own() - first.own();
        text.append(" The gap of ")
            .append(signed(gap))
            .append(" between ")
            .append(name(first.driver()))
            .append(" and ")
            .append(name(cost.driver()))
            .append(" is ")
            .append(signed(own))
            .append(" of driver and ")
            .append(signed(gap - own))
            .append(" in what is left for the structure (")
            .append(nanoseconds(first.rest()))
            .append(" against ")
            .append(nanoseconds(cost.rest()))
            .append(").");
      }
    }
    return text.toString();
  }

  /** A row a structure and driver. */
  static DataTable table(DriverContest contest) {
    List<List<String>> rows = new ArrayList<>();
    List<Boolean> muted = new ArrayList<>();
    for (Structure structure : Campaign.structures(contest.cells())) {
      for (String driver : contest.drivers()) {
        Optional<Cell> found = contest.find(structure, driver);
        if (found.isPresent()) {
          rows.add(row(contest, structure, driver, found.get()));
          muted.add(found.get().nearCeiling());
        }
      }
    }
    List<String> columns =
        List.of(
            "Structure",
            "Driver",
            "Ops/s",
            "Per operation and thread",
            "Driver’s own part",
            "Left for the structure",
            "Of the ceiling");
    return DataTable.muting(columns, rows, muted, CellTables.NEAR_CEILING);
  }

  private static List<String> row(
      DriverContest contest, Structure structure, String driver, Cell cell) {
    Optional<Cost> cost = contest.cost(structure, driver);
    boolean apart = !structure.isCeiling() && cost.isPresent() && cost.get().split();
    return List.of(
        structure.name(),
        driver,
        cell.measured() ? Words.rate(cell.mean()) : cell.failure(),
        cost.map(c -> nanoseconds(c.total())).orElse("–"),
        cost.filter(Cost::split).map(c -> nanoseconds(c.own())).orElse("–"),
        apart ? nanoseconds(cost.get().rest()) : "–",
        CellTables.ceiling(cell));
  }

  /** All figures, for those who do not see the chart. */
  static String spoken(DriverContest contest) {
    List<String> clauses = new ArrayList<>();
    for (Structure structure : contest.structures()) {
      for (Cost cost : costs(contest, structure)) {
        clauses.add(
            structure.name()
                + " under "
                + name(cost.driver())
                + ": "
                + nanoseconds(cost.total())
                + (cost.split() ? ", " + nanoseconds(cost.own()) + " the driver’s own" : ""));
      }
    }
    return "Time of an operation, " + contest.place() + ". " + String.join("; ", clauses) + ".";
  }

  private static List<Cost> costs(DriverContest contest, Structure structure) {
    return contest.drivers().stream()
        .flatMap(driver -> contest.cost(structure, driver).stream())
        .toList();
  }

  private static Optional<Structure> subject(DriverContest contest) {
    return contest.structures().stream()
        .filter(s -> s.role() == Structure.Role.SUBJECT)
        .findFirst();
  }

  /** "620 ns", "12.5 ns", "−3.1 ns"; small figures with a digit behind the point. */
  static String nanoseconds(double ns) {
    if (Math.abs(ns) < 100) {
      return Words.decimal(ns, 1) + " ns";
    }
    return ns < 0 ? "−" + Words.nanoseconds(-ns) : Words.nanoseconds(ns);
  }

  private static String signed(double ns) {
    return (ns > 0 ? "+" : "") + nanoseconds(ns);
  }
}
