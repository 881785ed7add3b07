package dev.madtree.workloads.jmh;

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
import org.openjdk.jmh.infra.ThreadParams;

/** Single operations on single keys, for JMH's own command line. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseG1GC"})
public class PointBenchmark {

  /** How many keys {@link #getAll16} asks for at once. */
  private static final int TOGETHER = 16;

  /** An index of any kind. */
  public static class AnyIndex extends LoadedIndex {

    /** What is measured: a label of {@code ./run.sh list structures}. */
    @Param({"masstree", "skiplist", "blink", "mvstore", "treemap-lock", "hashmap", "noop"})
    public String structure;

    /** Makes an index without anything in it; JMH sets it up. */
    public AnyIndex() {}

    @Override
    protected String structure() {
      return structure;
    }
  }

  /** The keys and answers of a batch. */
  @State(Scope.Thread)
  public static class Batch {

    private final byte[][] keys = new byte[TOGETHER][];
    private final Long[] values = new Long[TOGETHER];

    /** Makes an empty batch. */
    public Batch() {}
  }

  /**
   * Keys that only one thread inserts and removes. Half of them are in the index at any time: each
   * step inserts one and removes the one that was inserted longest ago.
   */
  @State(Scope.Thread)
  public static class Window {

    private static final int KEYS = 1 << 16;

    private final byte[][] keys = new byte[KEYS][];
    private int at;

    /** Makes an empty window; JMH sets it up. */
    public Window() {}

    /** Inserts the first half. */
    @Setup(Level.Trial)
    public void open(AnyIndex loaded, ThreadParams thread) {
      for (int i = 0; i < KEYS; i++) {
        keys[i] = loaded.furtherKey((long) thread.getThreadIndex() * KEYS + i);
        if (i >= KEYS / 2) {
          loaded.index().put(keys[i], LoadedIndex.value(i));
        }
      }
      loaded.expectFurther(KEYS / 2);
    }
  }

  /** Makes the benchmark; JMH does. */
  public PointBenchmark() {}

  /** Reads a record. */
  @Benchmark
  public Long get(AnyIndex loaded, RandomRecords records) {
    return loaded.index().get(loaded.key(records.next()));
  }

  /** Writes a record that is there. */
  @Benchmark
  public Long update(AnyIndex loaded, RandomRecords records) {
    int number = records.next();
    return loaded.index().put(loaded.key(number), LoadedIndex.value(number));
  }

  /** Inserts a key and removes another. */
  @Benchmark
  public boolean insertAndRemove(AnyIndex loaded, Window window) {
    int at = window.at++;
    byte[] coming = window.keys[at & Window.KEYS - 1];
    byte[] going = window.keys[at + Window.KEYS / 2 & Window.KEYS - 1];
    Long present = loaded.index().put(coming, LoadedIndex.value(at));
    Long removed = loaded.index().remove(going);
    return present == null && removed != null;
  }

  /** Reads 16 records in one call. */
  @Benchmark
  public Long[] getAll16(AnyIndex loaded, RandomRecords records, Batch batch) {
    for (int i = 0; i < TOGETHER; i++) {
      batch.keys[i] = loaded.key(records.next());
    }
    loaded.index().getAll(batch.keys, batch.values);
    return batch.values;
  }
}
