package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.Table;
import java.util.List;

/** What every column of every table means, from the definitions that write and read them. */
public final class ColumnDictionary {
  private ColumnDictionary() {}

  /**
   * Returns the dictionary as a table in Markdown: the key columns, then those of each file, and
   * the one without the key columns last.
   *
   * @return lines that end in LF, the first two of which are the head
   */
  public static String markdown() {
    StringBuilder text =
        new StringBuilder("| file | column | kind | meaning |\n|---|---|---|---|\n");
    append(text, "all but `structures.csv`", CellColumns.key());
    for (Table<?> table : tables()) {
      append(text, "`" + table.fileName() + "`", own(table));
    }
    append(text, "`" + StructureTable.TABLE.fileName() + "`", StructureTable.TABLE.columns());
    return text.toString();
  }

  /** The tables with the key columns, in the order in which they are told of. */
  static List<Table<?>> tables() {
    return List.of(
        SampleTable.TABLE,
        ForkTable.TABLE,
        SummaryTable.TABLE,
        LatencyTable.TABLE,
        MemoryTable.TABLE,
        ScalabilityTable.TABLE);
  }

  private static List<? extends Column<?>> own(Table<?> table) {
    return table.columns().subList(CellColumns.key().size(), table.columns().size());
  }

  private static void append(StringBuilder text, String file, List<? extends Column<?>> columns) {
    for (Column<?> column : columns) {
      text.append(
          String.join(
              " | ", "| " + file, "`" + column.name() + "`", column.kind(), column.meaning()));
      text.append(" |\n");
    }
  }
}
