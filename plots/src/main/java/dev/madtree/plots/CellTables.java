package dev.madtree.plots;

import java.util.ArrayList;
import java.util.List;

/** The figures of charts as rows and as sentences. */
final class CellTables {
  private CellTables() {}

  /** A row a cell: conditions, mean, interval, ratio. */
  static DataTable throughput(List<Cell> cells) {
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      rows.add(
          List.of(
              cell.structure().name(),
              Words.workloadShort(cell.key().workload()),
              cell.key().distribution(),
              Integer.toString(cell.key().threads()),
              cell.measured() ? Words.rate(cell.mean()) : cell.failure(),
              cell.hasInterval() ? Words.rate(cell.low()) + " to " + Words.rate(cell.high()) : "–",
              Integer.toString(cell.forks()),
              cell.hasRatio() ? Words.ratio(cell.ratio()) : "–",
              cell.hasRatioInterval() ? Words.interval(cell.ratioLow(), cell.ratioHigh()) : "–",
              verdict(cell)));
    }
    return new DataTable(
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
            "Verdict"),
        rows);
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
