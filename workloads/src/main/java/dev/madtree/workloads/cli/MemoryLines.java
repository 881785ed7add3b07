package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignRecords;
import dev.madtree.results.CellKey;
import dev.madtree.results.MemoryRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bytes that an entry takes, a line for each structure and its conditions. */
final class MemoryLines {

  private MemoryLines() {}

  /** Returns the lines, without ends of line; none where no memory was measured. */
  static List<String> of(CampaignRecords records) {
    Map<CellKey, Map<String, Double>> cells = new LinkedHashMap<>();
    for (MemoryRow row : records.memory()) {
      cells
          .computeIfAbsent(row.cell(), each -> new LinkedHashMap<>())
          .put(row.component(), row.bytesPerEntry());
    }
    List<String> lines = new ArrayList<>();
    cells.forEach((cell, parts) -> lines.add(line(cell, parts)));
    return lines;
  }

  private static String line(CellKey cell, Map<String, Double> parts) {
    return String.format(
        Locale.ROOT,
        "  %-15s %s, values of %d bytes, %d entries: %s B an entry: keys %s, values %s,"
            + " structure %s; %s by the heap",
        cell.structure(),
        cell.keyShape(),
        cell.valueBytes(),
        cell.records(),
        bytes(parts, "all"),
        bytes(parts, "keys"),
        bytes(parts, "values"),
        bytes(parts, "structure"),
        bytes(parts, "heap"));
  }

  private static String bytes(Map<String, Double> parts, String component) {
    return Words.threeFigures(parts.getOrDefault(component, Double.NaN));
  }
}
