package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Row;
import dev.madtree.results.csv.Table;
import java.util.List;

/** The columns of {@code memory.csv}. */
final class MemoryTable {
  static final Table<MemoryRow> TABLE =
      new Table<>(
          "memory.csv",
          CellColumns.before(
              MemoryRow::cell,
              List.of(
                  Column.text("component", "which part of the structure", MemoryRow::component),
                  Column.whole("forks", "how many forks the mean is over", MemoryRow::forks),
                  Column.number(
                      "bytes_per_entry", "geometric mean of the forks", MemoryRow::bytesPerEntry),
                  Column.number("ci_low", "lower end of its 95 % interval", MemoryRow::ciLow),
                  Column.number("ci_high", "upper end of its 95 % interval", MemoryRow::ciHigh))),
          MemoryTable::read);

  private MemoryTable() {}

  private static MemoryRow read(Row row) throws MalformedFileException {
    return new MemoryRow(
        CellColumns.read(row),
        row.text("component"),
        row.integer("forks"),
        row.number("bytes_per_entry"),
        row.number("ci_low"),
        row.number("ci_high"));
  }
}
