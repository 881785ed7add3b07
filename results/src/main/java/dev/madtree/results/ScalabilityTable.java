package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Row;
import dev.madtree.results.csv.Table;
import java.util.List;

/** The columns of {@code scalability.csv}. */
final class ScalabilityTable {
  static final Table<ScalabilityRow> TABLE =
      new Table<>(
          "scalability.csv",
          CellColumns.before(
              ScalabilityRow::cell,
              List.of(
                  Column.whole(
                      "base_threads", "the fewest threads measured", ScalabilityRow::baseThreads),
                  Column.whole("rounds", "how many rounds have both", ScalabilityRow::rounds),
                  Column.number(
                      "speedup", "throughput over that with base_threads", ScalabilityRow::speedup),
                  Column.number(
                      "speedup_low", "lower end of its 95 % interval", ScalabilityRow::speedupLow),
                  Column.number(
                      "speedup_high",
                      "upper end of its 95 % interval",
                      ScalabilityRow::speedupHigh),
                  Column.number(
                      "usl_sigma",
                      "serial share in the Universal Scalability Law, from five thread counts"
                          + " inside the cores on",
                      ScalabilityRow::uslSigma),
                  Column.number(
                      "usl_kappa", "coherency cost in that law", ScalabilityRow::uslKappa))),
          ScalabilityTable::read);

  private ScalabilityTable() {}

  private static ScalabilityRow read(Row row) throws MalformedFileException {
    return new ScalabilityRow(
        CellColumns.read(row),
        row.integer("base_threads"),
        row.integer("rounds"),
        row.number("speedup"),
        row.number("speedup_low"),
        row.number("speedup_high"),
        row.number("usl_sigma"),
        row.number("usl_kappa"));
  }
}
