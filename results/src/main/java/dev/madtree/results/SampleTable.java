package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Row;
import dev.madtree.results.csv.Table;
import java.util.List;

/** The columns of {@code samples.csv}. */
final class SampleTable {
  static final Table<SampleRow> TABLE =
      new Table<>(
          "samples.csv",
          CellColumns.before(
              SampleRow::cell,
              List.of(
                  Column.whole("round", "the round, from 0", SampleRow::round),
                  Column.whole("attempt", "0, or higher for a repeated fork", SampleRow::attempt),
                  Column.word(
                      "phase", "whether it counts", Phase.class, row -> row.sample().phase()),
                  Column.whole(
                      "iteration", "number within the phase, from 0", r -> r.sample().iteration()),
                  Column.whole(
                      "start_epoch_ms", "when it began", row -> row.sample().startEpochMs()),
                  Column.number("duration_s", "how long it took", row -> row.sample().durationS()),
                  Column.text("metric", "what was measured", row -> row.sample().metric()),
                  Column.text("op", "of which operation", row -> row.sample().op()),
                  Column.number("value", "the figure", row -> row.sample().value()),
                  Column.text("unit", "the unit of value", row -> row.sample().unit()))),
          SampleTable::read);

  private SampleTable() {}

  private static SampleRow read(Row row) throws MalformedFileException {
    Sample sample =
        new Sample(
            row.word("phase", Phase.class),
            row.integer("iteration"),
            row.whole("start_epoch_ms"),
            row.number("duration_s"),
            row.text("metric"),
            row.text("op"),
            row.number("value"),
            row.text("unit"));
    return new SampleRow(
        CellColumns.read(row), row.integer("round"), row.integer("attempt"), sample);
  }
}
