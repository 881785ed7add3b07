package dev.madtree.plots;

import dev.madtree.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What operations that were measured one by one say, in sentences and as a table. */
final class OperationFindings {
  private OperationFindings() {}

  /** What the first of Masstree's forms does, or the first structure if there is none. */
  static String title(List<SingleOperation> shown) {
    Structure subject = subject(shown).orElse(shown.get(0).cell().structure());
    List<SingleOperation> compared =
        of(shown, subject).stream().filter(o -> o.cell().hasRatio()).toList();
    if (compared.isEmpty()) {
      return subject.name() + " has no figure to compare with the skip list";
    }
    String head =
        Tally.of(compared.stream().map(SingleOperation::cell).toList()).title(subject, "operation");
    SingleOperation best =
        compared.stream().max(Comparator.comparingDouble(o -> o.cell().ratio())).orElseThrow();
    return compared.size() == 1
        ? head
        : head + "; best at " + best.name() + ", " + Words.ratio(best.cell().ratio());
  }

  /** For each of Masstree's forms the ratios of all operations, in a sentence each. */
  static List<String> sentences(List<SingleOperation> operations) {
    List<String> sentences = new ArrayList<>();
    for (Structure structure : structures(operations)) {
      List<String> ratios =
          of(operations, structure).stream()
              .filter(o -> o.cell().hasRatio())
              .map(o -> o.name() + " " + ratio(o.cell()))
              .toList();
      if (structure.role() == Structure.Role.SUBJECT && !ratios.isEmpty()) {
        sentences.add(
            structure.name()
                + " against the skip list, operation by operation: "
                + String.join(", ", ratios)
                + ".");
      }
    }
    return sentences;
  }

  /** In which operations one of Masstree's forms is surely slower, or nobody can tell. */
  static List<String> losses(List<SingleOperation> operations) {
    List<String> sentences = new ArrayList<>();
    for (SingleOperation each : operations) {
      Cell cell = each.cell();
      if (cell.structure().role() == Structure.Role.SUBJECT && cell.hasRatio()) {
        String what = cell.structure().name() + " at " + each.name() + ": " + ratio(cell) + ".";
        if (cell.verdict() == Verdict.SLOWER) {
          sentences.add("Slower than the skip list is " + what);
        } else if (cell.verdict() == Verdict.UNCLEAR) {
          sentences.add("Unclear against the skip list is " + what);
        }
      }
    }
    return sentences.isEmpty()
        ? List.of("In no operation of this campaign is it slower than the skip list, or unclear.")
        : sentences;
  }

  /** All ratios of a chart, for those who do not see it. */
  static String spoken(List<SingleOperation> shown) {
    List<String> clauses =
        shown.stream()
            .map(
                o ->
                    o.cell().structure().name()
                        + ", "
                        + o.name()
                        + ": "
                        + (o.cell().hasRatio() ? ratio(o.cell()) : o.cell().failure()))
            .toList();
    return "Throughput of each operation as a multiple of the skip list’s. "
        + String.join("; ", clauses)
        + ".";
  }

  /** A row an operation and structure, the baseline's included. */
  static DataTable table(List<SingleOperation> operations) {
    List<List<String>> rows = new ArrayList<>();
    for (SingleOperation each : operations) {
      Cell cell = each.cell();
      rows.add(
          List.of(
              each.name(),
              cell.structure().name(),
              cell.measured() ? Words.rate(cell.mean()) : cell.failure(),
              cell.hasInterval() ? Words.rate(cell.low()) + " to " + Words.rate(cell.high()) : "–",
              Integer.toString(cell.forks()),
              cell.hasRatio() ? Words.ratio(cell.ratio()) : "–",
              cell.hasRatioInterval() ? Words.interval(cell.ratioLow(), cell.ratioHigh()) : "–",
              CellTables.verdict(cell)));
    }
    return new DataTable(
        List.of(
            "Operation",
            "Structure",
            "Ops/s",
            "95 % interval",
            "Forks",
            "Against skip list",
            "95 % interval of it",
            "Verdict"),
        rows);
  }

  private static String ratio(Cell cell) {
    return Words.ratio(cell.ratio())
        + (cell.hasRatioInterval()
            ? " (" + Words.interval(cell.ratioLow(), cell.ratioHigh()) + ")"
            : " (one fork, no interval)");
  }

  private static Optional<Structure> subject(List<SingleOperation> shown) {
    return structures(shown).stream().filter(s -> s.role() == Structure.Role.SUBJECT).findFirst();
  }

  private static List<Structure> structures(List<SingleOperation> operations) {
    return Campaign.structures(operations.stream().map(SingleOperation::cell).toList());
  }

  private static List<SingleOperation> of(List<SingleOperation> all, Structure structure) {
    return all.stream().filter(o -> o.cell().structure().equals(structure)).toList();
  }
}
