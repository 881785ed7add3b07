package dev.madtree.results;

import dev.madtree.results.csv.Column;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Row;
import dev.madtree.results.csv.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The columns of {@code forks.csv}. */
final class ForkTable {
  static final Table<ForkRow> TABLE =
      new Table<>(
          "forks.csv",
          CellColumns.before(
              ForkRow::cell,
              List.of(
                  Column.whole("round", "the round, from 0", ForkRow::round),
                  Column.whole("attempt", "0, or higher for a repeated fork", ForkRow::attempt),
                  counter(
                      "alloc_bytes_per_op",
                      "bytes allocated per operation",
                      ForkCounters::allocBytesPerOp),
                  counter("gc_count", "collections while measuring", ForkCounters::gcCount),
                  counter("gc_ms", "time of collection while measuring", ForkCounters::gcMs),
                  counter("rss_mb", "resident memory at the end, in MiB", ForkCounters::rssMb),
                  counter(
                      "steal_pct",
                      "processor time taken by the hypervisor",
                      ForkCounters::stealPct),
                  counter(
                      "pressure_pct",
                      "time in which somebody waited for a processor",
                      ForkCounters::pressurePct),
                  counter(
                      "foreign_cpu_pct",
                      "processor time used by other processes",
                      ForkCounters::foreignCpuPct),
                  counter(
                      "involuntary_switches",
                      "involuntary context switches of the fork",
                      ForkCounters::involuntarySwitches),
                  counter(
                      "spin_calibration",
                      "speed of a short loop before the fork, relative to the campaign's best",
                      ForkCounters::spinCalibration),
                  counter(
                      "throttled_pct",
                      "time in which the container's quota held threads back",
                      ForkCounters::throttledPct),
                  Column.word("noise", "how quiet the machine was", Noise.class, ForkRow::noise),
                  Column.word("status", "how the fork ended", Status.class, ForkRow::status),
                  Column.text("error", "what went wrong, empty if nothing", ForkRow::error))),
          ForkTable::read);

  private ForkTable() {}

  private static Column<ForkRow> counter(
      String name, String meaning, ToDoubleFunction<ForkCounters> value) {
    return Column.number(name, meaning, row -> value.applyAsDouble(row.counters()));
  }

  private static ForkRow read(Row row) throws MalformedFileException {
    ForkCounters counters =
        new ForkCounters(
            row.number("alloc_bytes_per_op"),
            row.number("gc_count"),
            row.number("gc_ms"),
            row.number("rss_mb"),
            row.number("steal_pct"),
            row.number("pressure_pct"),
            row.number("foreign_cpu_pct"),
            row.number("involuntary_switches"),
            row.number("spin_calibration"),
            row.number("throttled_pct"));
    return new ForkRow(
        CellColumns.read(row),
        row.integer("round"),
        row.integer("attempt"),
        row.word("status", Status.class),
        row.text("error"),
        counters,
        row.word("noise", Noise.class));
  }
}
