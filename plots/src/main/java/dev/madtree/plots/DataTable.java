package dev.madtree.plots;

import java.util.Collections;
import java.util.List;

/**
 * Figures in rows, as text that is not yet escaped for any format.
 *
 * @param columns the heads
 * @param rows as many texts each as there are heads
 * @param muted for each row whether it is to be read with the note's caution
 * @param note what muted rows have in common, empty if there are none
 */
record DataTable(List<String> columns, List<List<String>> rows, List<Boolean> muted, String note) {
  DataTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    muted = List.copyOf(muted);
  }

  /** A table in which all rows are alike. */
  DataTable(List<String> columns, List<List<String>> rows) {
    this(columns, rows, Collections.nCopies(rows.size(), false), "");
  }

  /** A table in which some rows are muted; the note stands only if there are any. */
  static DataTable muting(
      List<String> columns, List<List<String>> rows, List<Boolean> muted, String note) {
    return new DataTable(columns, rows, muted, muted.contains(true) ? note : "");
  }
}
