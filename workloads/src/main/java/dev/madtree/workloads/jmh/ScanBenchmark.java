package dev.madtree.workloads.jmh;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.KeyView;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Scans, for JMH's own command line. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseG1GC"})
public class ScanBenchmark {

  private static final int SCANNED = 100;

  /** An index that keeps order. */
  public static class OrderedOne extends LoadedIndex {

    /** What is measured: a label of {@code ./run.sh list structures}. */
    @Param({"masstree", "skiplist", "blink", "mvstore", "treemap-lock", "noop"})
    public String structure;

    /** Makes an index without anything in it; JMH sets it up. */
    public OrderedOne() {}

    /** Refuses what cannot scan. */
    @Setup(Level.Trial)
    public void refuseWithoutOrder() {
      if (!isOrdered()) {
        throw new IllegalArgumentException(
            structure + " keeps no order to scan in; choose another structure or benchmark");
      }
    }

    @Override
    protected String structure() {
      return structure;
    }
  }

  /** Adds up all that a scan meets. */
  @State(Scope.Thread)
  public static class Sum implements EntryVisitor<Long> {

    private long total;

    /** Makes a sum. */
    public Sum() {}

    @Override
    public boolean visit(KeyView key, Long value) {
      total += key.longAt(0) + key.length() + value;
      return true;
    }
  }

  /** Makes the benchmark; JMH does. */
  public ScanBenchmark() {}

  /** Scans 100 entries from a record on. */
  @Benchmark
  public long scan100(OrderedOne loaded, RandomRecords records, Sum sum) {
    byte[] from = loaded.key(records.next());
    long passed = loaded.index().scan(KeyRange.atLeast(from), SCANNED, sum);
    return passed + sum.total;
  }
}
