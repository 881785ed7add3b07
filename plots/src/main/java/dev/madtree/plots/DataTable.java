package dev.madtree.plots;

import java.util.List;

/**
 * Figures in rows, as text that is not yet escaped for any format.
 *
 * @param columns the heads
 * @param rows as many texts each as there are heads
 */
record DataTable(List<String> columns, List<List<String>> rows) {
  DataTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
