package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Row;
import dev.madtree.results.csv.Table;
import java.util.List;

/** The columns of {@code latency.csv}. */
final class LatencyTable {
  static final Table<LatencyRow> TABLE =
      new Table<>(
          "latency.csv",
          CellColumns.before(
              LatencyRow::cell,
              List.of(
                  Column.text(
                      "loop",
                      "closed for service times, open for times from the intended start",
                      LatencyRow::loop),
                  Column.number(
                      "target_ops_s", "fixed rate of an open loop", LatencyRow::targetOpsPerS),
                  Column.text("op", "of which operation", LatencyRow::op),
                  Column.number(
                      "percentile", "from 0 to 100, which is the maximum", LatencyRow::percentile),
                  Column.whole("value_ns", "the time", LatencyRow::valueNs),
                  Column.whole(
                      "total_count", "how many times were recorded", r -> r.totalCount()))),
          LatencyTable::read);

  private LatencyTable() {}

  private static LatencyRow read(Row row) throws MalformedFileException {
    return new LatencyRow(
        CellColumns.read(row),
        row.text("loop"),
        row.number("target_ops_s"),
        row.text("op"),
        row.number("percentile"),
        row.whole("value_ns"),
        row.whole("total_count"));
  }
}
