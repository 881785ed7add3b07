package dev.madtree.workloads.replay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Replays traces against one loaded index and counts operations a second.
 *
 * <p>It runs within the JVM that {@link ReplayFork} has prepared, one structure and cell each; the
 * number of threads is set by the runner.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReplayBenchmark {

  private static final AtomicReference<Throwable> failure = new AtomicReference<>();

  private static volatile Replay<?> prepared;

  /** What a structure threw first: JMH buries it under complaints of its own. */
  static Throwable failure() {
    return failure.get();
  }

  /** Hands over what the benchmark's threads replay. */
  static void prepare(Replay<?> replay) {
    prepared = replay;
  }

  /** One thread that asks. */
  @State(Scope.Thread)
  public static class Asker {

    private Replayer<?> replayer;

    /** Makes an asker; JMH sets it up. */
    public Asker() {}

    /** Takes the trace of this thread. */
    @Setup(Level.Trial)
    public void take(ThreadParams threads) {
      replayer = prepared.replayers().get(threads.getThreadIndex());
    }

    /** Times operations in measured iterations only. */
    @Setup(Level.Iteration)
    public void begin(IterationParams iteration) {
      replayer.sample(iteration.getType() == IterationType.MEASUREMENT);
    }
  }

  /** Makes the benchmark; JMH does. */
  public ReplayBenchmark() {}

  /** Replays one batch of the thread's trace. */
  @Benchmark
  @OperationsPerInvocation(Replayer.BATCH)
  public long replay(Asker asker) {
    try {
      return asker.replayer.batch();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

  /** Replays one operation of the thread's trace. */
  @Benchmark
  public long next(Asker asker) {
    try {
      return asker.replayer.next();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }
}
