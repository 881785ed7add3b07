package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignRecords;
import dev.madtree.results.CellKey;
import dev.madtree.results.Status;
import dev.madtree.results.SummaryRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Throughput as a table for the terminal: a line for each condition, and for each operation where
 * they were measured one by one; a column for each structure, with the ratio to the baseline and
 * its interval as soon as there are two rounds, and the share of what the harness reaches where
 * nothing is behind it.
 */
final class RatioTable {

  private final Set<String> structures = new LinkedHashSet<>();
  private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();
  private final boolean hasCeilings;

  private RatioTable(List<SummaryRow> rows, List<String> order) {
    List<CellKey> cells = rows.stream().map(SummaryRow::cell).toList();
    boolean drivers = vary(cells, CellKey::driver);
    boolean shapes = vary(cells, CellKey::keyShape);
    boolean sizes = vary(cells, CellKey::valueBytes);
    boolean records = vary(cells, CellKey::records);
    boolean gcs = vary(cells, CellKey::gc);
    hasCeilings = rows.stream().anyMatch(row -> !Double.isNaN(row.ceilingPct()));
    order.stream()
        .filter(label -> cells.stream().anyMatch(cell -> cell.structure().equals(label)))
        .forEach(structures::add);
    for (SummaryRow row : rows) {
      CellKey cell = row.cell();
      StringBuilder label = new StringBuilder();
      label.append(cell.workload()).append(' ').append(cell.distribution());
      label.append(row.op().equals("all") ? "" : " " + row.op());
      label.append(" ×").append(cell.threads());
      label.append(drivers ? " " + cell.driver() : "");
      label.append(shapes ? " " + cell.keyShape() : "");
      label.append(sizes ? " " + cell.valueBytes() + " B" : "");
      label.append(records ? " " + cell.records() : "");
      label.append(gcs ? " " + cell.gc() : "");
      lines
          .computeIfAbsent(label.toString(), each -> new LinkedHashMap<>())
          .put(cell.structure(), text(row));
    }
  }

  /**
   * Returns the lines of the table, without ends of line.
   *
   * @param order the structures in the order of their columns
   */
  static List<String> lines(CampaignRecords records, List<String> order) {
    List<SummaryRow> rows =
        records.summaries().stream()
            .filter(row -> row.metric().equals("throughput"))
            // Where only memory was measured there is no rate, and nothing wrong.
            .filter(row -> row.hasMean() || row.status() != Status.OK)
            .toList();
    return rows.isEmpty() ? List.of() : new RatioTable(rows, order).layOut();
  }

  private static boolean vary(List<CellKey> cells, Function<CellKey, Object> part) {
    return cells.stream().map(part).distinct().count() > 1;
  }

  private static String text(SummaryRow row) {
    if (!row.hasMean()) {
      return row.status() == Status.OK ? "–" : row.status().name().toLowerCase(Locale.ROOT);
    }
    boolean isBelowACeiling =
        !Double.isNaN(row.ceilingPct()) && !row.cell().structure().equals(SummaryRow.CEILING);
    return isBelowACeiling
        ? String.format(Locale.ROOT, "%s (%.0f %%)", ratio(row), row.ceilingPct())
        : ratio(row);
  }

  private static String ratio(SummaryRow row) {
    String rate = Words.rate(row.mean());
    if (Double.isNaN(row.vsBaseline()) || row.vsBaseline() == 1) {
      return rate;
    }
    String ratio = String.format(Locale.ROOT, "%s  %.2f×", rate, row.vsBaseline());
    if (Double.isNaN(row.vsLow())) {
      return ratio;
    }
    return String.format(
        Locale.ROOT,
        "%s [%.2f, %.2f] %s",
        ratio,
        row.vsLow(),
        row.vsHigh(),
        row.verdict().symbol());
  }

  private List<String> layOut() {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add(hasCeilings ? "ops/s (% of " + SummaryRow.CEILING + ")" : "ops/s");
    head.addAll(structures);
    table.add(head);
    lines.forEach(
        (label, byStructure) -> {
          List<String> line = new ArrayList<>(List.of(label));
          structures.forEach(each -> line.add(byStructure.getOrDefault(each, "")));
          table.add(line);
        });
    int[] widths = new int[head.size()];
    for (List<String> line : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return table.stream().map(line -> padded(line, widths)).toList();
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder("  ");
    for (int i = 0; i < widths.length; i++) {
      text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 3));
    }
    return text.toString().stripTrailing();
  }
}
