package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Row;
import dev.madtree.results.csv.Table;
import java.util.List;

/** The columns of {@code summary.csv}. */
final class SummaryTable {
  static final Table<SummaryRow> TABLE =
      new Table<>(
          "summary.csv",
          CellColumns.before(
              SummaryRow::cell,
              List.of(
                  Column.text("metric", "what was measured", SummaryRow::metric),
                  Column.text("op", "of which operation", SummaryRow::op),
                  Column.text("unit", "the unit of mean and interval", SummaryRow::unit),
                  Column.word(
                      "status",
                      "ok if the mean stands, invalid if any fork was, else how the last one ended",
                      Status.class,
                      SummaryRow::status),
                  Column.whole("forks", "how many forks the mean is over", SummaryRow::forks),
                  Column.number("mean", "geometric mean of the fork means", SummaryRow::mean),
                  Column.number("ci_low", "lower end of its 95 % interval", SummaryRow::ciLow),
                  Column.number("ci_high", "upper end of its 95 % interval", SummaryRow::ciHigh),
                  Column.number(
                      "cv_between_pct",
                      "coefficient of variation between fork means",
                      SummaryRow::cvBetweenPct),
                  Column.number(
                      "vs_baseline",
                      "ratio of the mean to the baseline's, over the rounds both have",
                      SummaryRow::vsBaseline),
                  Column.number("vs_low", "lower end of its 95 % interval", SummaryRow::vsLow),
                  Column.number("vs_high", "upper end of its 95 % interval", SummaryRow::vsHigh),
                  Column.number(
                      "p", "p value of the ratio, adjusted over the cells", SummaryRow::p),
                  Column.number(
                      "mann_whitney_p",
                      "exact p value of the rank test, a cross-check",
                      SummaryRow::mannWhitneyP),
                  Column.word(
                      "verdict", "what the comparison says", Verdict.class, SummaryRow::verdict),
                  Column.number(
                      "more_rounds",
                      "about how many more rounds would settle an unclear verdict",
                      SummaryRow::moreRounds),
                  Column.word(
                      "noise", "worst noise of the forks in the mean", Noise.class, r -> r.noise()),
                  Column.number(
                          "ceiling_pct",
                          "the mean in percent of what noop reached under the same conditions",
                          SummaryRow::ceilingPct)
                      .orAbsent())),
          SummaryTable::read);

  private SummaryTable() {}

  private static SummaryRow read(Row row) throws MalformedFileException {
    return new SummaryRow(
        CellColumns.read(row),
        row.text("metric"),
        row.text("op"),
        row.text("unit"),
        row.word("status", Status.class),
        row.integer("forks"),
        row.number("mean"),
        row.number("ci_low"),
        row.number("ci_high"),
        row.number("cv_between_pct"),
        row.number("vs_baseline"),
        row.number("vs_low"),
        row.number("vs_high"),
        row.number("p"),
        row.number("mann_whitney_p"),
        row.word("verdict", Verdict.class),
        row.number("more_rounds"),
        row.word("noise", Noise.class),
        row.number("ceiling_pct"));
  }
}
