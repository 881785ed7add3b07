package dev.madtree.plots;

import java.util.ArrayList;
import java.util.List;

/** The figures of charts as rows and as sentences. */
final class CellTables {
  /** Stands beside a share of the ceiling that is too high. */
  static final String MARK = "†";

  /** What the mark means. */
  static final String NEAR_CEILING =
      MARK
          + " above 70 % of the harness’s own ceiling: the figure says more about the harness than"
          + " about the structure.";

  private static final List<String> COLUMNS =
      List.of(
          "Structure",
          "Workload",
          "Distribution",
          "Threads",
          "Ops/s",
          "95 % interval",
          "Forks",
          "Against skip list",
          "95 % interval of it",
          "Verdict");

  private CellTables() {}

  /** "12 %" of what the harness does with a structure that does nothing, "82 % †" if too near. */
  static String ceiling(Cell cell) {
    return Double.isFinite(cell.ceilingPct()) && !cell.structure().isCeiling()
        ? Words.decimal(cell.ceilingPct(), 0) + " %" + (cell.nearCeiling() ? " " + MARK : "")
        : "–";
  }

  /** A row a cell: conditions, mean, interval, ratio, and the share of the ceiling if known. */
  static DataTable throughput(List<Cell> cells) {
    boolean ceilings = cells.stream().anyMatch(c -> Double.isFinite(c.ceilingPct()));
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      List<String> row = new ArrayList<>(figures(cell));
      if (ceilings) {
        row.add(ceiling(cell));
      }
      rows.add(row);
    }
    List<String> columns = new ArrayList<>(COLUMNS);
    if (ceilings) {
      columns.add("Of the ceiling");
    }
    List<Boolean> near = cells.stream().map(Cell::nearCeiling).toList();
    return DataTable.muting(columns, rows, near, NEAR_CEILING);
  }

  private static List<String> figures(Cell cell) {
    return List.of(
        cell.structure().name(),
        Words.workloadShort(cell.key().workload()),
        cell.key().distribution(),
        Integer.toString(cell.key().threads()),
        cell.measured() ? Words.rate(cell.mean()) : cell.failure(),
        cell.hasInterval() ? Words.rate(cell.low()) + " to " + Words.rate(cell.high()) : "–",
        Integer.toString(cell.forks()),
        cell.hasRatio() ? Words.ratio(cell.ratio()) : "–",
        cell.hasRatioInterval() ? Words.interval(cell.ratioLow(), cell.ratioHigh()) : "–",
        verdict(cell));
  }

  /** "Throughput over threads. Masstree at 1 thread: 2.1 M ops/s (2.0 to 2.2); …" */
  static String spoken(String what, List<Cell> cells) {
    StringBuilder text = new StringBuilder(what).append(". ");
    String separator = "";
    for (Cell cell : cells) {
      text.append(separator)
          .append(cell.structure().name())
          .append(", ")
          .append(cell.key().distribution())
          .append(", ")
          .append(Words.threads(cell.key().threads()))
          .append(": ")
          .append(cell.spoken());
      separator = "; ";
    }
    return text.append('.').toString();
  }

  /** The verdict with its sign: "▲ faster". */
  static String verdict(Cell cell) {
    if (!cell.hasRatio()) {
      return "–";
    }
    String word =
        switch (cell.verdict()) {
          case FASTER -> "faster";
          case SLOWER -> "slower";
          case SAME -> "same";
          case SMALL -> "small";
          case UNCLEAR -> "unclear";
          case NONE -> "";
        };
    return word.isEmpty() ? "–" : cell.verdict().symbol() + " " + word;
  }
}
