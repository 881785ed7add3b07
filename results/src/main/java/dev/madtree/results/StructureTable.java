package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.Row;
import dev.madtree.results.csv.Table;
import java.util.List;

/** The columns of {@code structures.csv}, the one table that is about structures, not cells. */
final class StructureTable {
  static final Table<StructureRow> TABLE =
      new Table<>(
          "structures.csv",
          List.of(
              Column.text("structure", "the label that all tables have", StructureRow::structure),
              Column.text("what", "what it is, in one line", StructureRow::what),
              Column.text(
                  "version", "of its library, its JDK or this project", StructureRow::version),
              Column.text("keys", "in which form keys are given and kept", StructureRow::keys),
              Column.text("order", "what decides the order of the keys", StructureRow::order),
              Column.text("values", "in which form values are kept", StructureRow::values),
              Column.text(
                  "settings",
                  "what was set, and what was left as it comes",
                  StructureRow::settings),
              Column.text(
                  "imported",
                  "the program that imported figures come from, empty if measured here",
                  StructureRow::imported)),
          StructureTable::read);

  private StructureTable() {}

  private static StructureRow read(Row row) {
    return new StructureRow(
        row.text("structure"),
        row.text("what"),
        row.text("version"),
        row.text("keys"),
        row.text("order"),
        row.text("values"),
        row.text("settings"),
        row.text("imported"));
  }
}
