package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The key columns, the first ones of every table, from and to {@link CellKey}. */
final class CellColumns {
  private static final List<Column<CellKey>> KEY =
      List.of(
          Column.text(
              "campaign_id", "the campaign: UTC time, profile, revision", CellKey::campaignId),
          Column.text("env_id", "digest of machine, system and JVM", CellKey::envId),
          Column.text(
              "git_rev", "revision built, `-dirty` if the tree was changed", CellKey::gitRev),
          Column.text("structure", "the competitor", CellKey::structure),
          Column.text("driver", "what asked: replay, ycsb or jmh", CellKey::driver),
          Column.text("workload", "the operation mix", CellKey::workload),
          Column.text("distribution", "which keys are asked for", CellKey::distribution),
          Column.text("key_shape", "what the keys look like", CellKey::keyShape),
          Column.number("key_bytes", "mean length of a key", CellKey::keyBytes),
          Column.whole("value_bytes", "size of a value", CellKey::valueBytes),
          Column.whole("records", "entries loaded before the clock starts", CellKey::records),
          Column.whole("threads", "threads that ask", CellKey::threads),
          Column.text("jvm", "vendor and version of the JVM", CellKey::jvm),
          Column.text("gc", "the collector", CellKey::gc),
          Column.whole("heap_mb", "the fixed heap, in MiB", CellKey::heapMb),
          Column.text(
              "trace_hash", "digest of the operations; equal is equal work", CellKey::traceHash),
          Column.text(
              "cell_id", "digest of the key without campaign, machine, revision", CellKey::cellId));

  private CellColumns() {}

  /** Puts the key columns before others. */
  static <R> List<Column<R>> before(Function<R, CellKey> key, List<Column<R>> others) {
    List<Column<R>> columns = new ArrayList<>();
    for (Column<CellKey> column : KEY) {
      columns.add(
          new Column<>(
              column.name(),
              column.kind(),
              column.meaning(),
              row -> column.cell().apply(key.apply(row)),
              column.mayBeAbsent()));
    }
    columns.addAll(others);
    return columns;
  }

  static List<Column<CellKey>> key() {
    return KEY;
  }

  static CellKey read(Row row) throws MalformedFileException {
    return new CellKey(
        row.text("campaign_id"),
        row.text("env_id"),
        row.text("git_rev"),
        row.text("structure"),
        row.text("driver"),
        row.text("workload"),
        row.text("distribution"),
        row.text("key_shape"),
        row.number("key_bytes"),
        row.integer("value_bytes"),
        row.whole("records"),
        row.integer("threads"),
        row.text("jvm"),
        row.text("gc"),
        row.integer("heap_mb"),
        row.text("trace_hash"),
        row.text("cell_id"));
  }
}
