package dev.madtree.workloads.replay;

import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Keeps every iteration of a JMH run, warm-up included, and prints a line for each: the parent
 * reads them as signs of life.
 */
final class IterationListener implements OutputFormat {

  private final List<Sample> samples = new ArrayList<>();
  private final ProcessCounters counters = new ProcessCounters();
  private double allocatedPerOp;
  private double collections;
  private double collectionMs;
  private int measured;
  private long startEpochMs;
  private long startNs;

  List<Sample> samples() {
    return samples;
  }

  /** The mean over the measured iterations, NaN if there was none. */
  double allocatedBytesPerOp() {
    return measured == 0 ? Double.NaN : allocatedPerOp / measured;
  }

  double collections() {
    return collections;
  }

  double collectionMs() {
    return collectionMs;
  }

  /** Involuntary switches while measuring. */
  double involuntarySwitches() {
    return counters.involuntarySwitches();
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    if (params.getType() == IterationType.MEASUREMENT) {
      counters.begin();
    }
    startEpochMs = System.currentTimeMillis();
    startNs = System.nanoTime();
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    double seconds = (System.nanoTime() - startNs) / 1e9;
    boolean counts = params.getType() == IterationType.MEASUREMENT;
    Result<?> primary = data.getPrimaryResult();
    samples.add(
        new Sample(
            counts ? Phase.MEASURE : Phase.WARMUP,
            iteration - 1,
            startEpochMs,
            seconds,
            "throughput",
            "all",
            primary.getScore(),
            "ops/s"));
    if (counts) {
      counters.end();
      measured++;
      addSecondary(data);
    }
    println(
        String.format(
            Locale.ROOT,
            "%s iteration %d: %.0f %s",
            counts ? "measured" : "warm-up",
            iteration,
            primary.getScore(),
            primary.getScoreUnit()));
  }

  private void addSecondary(IterationResult data) {
    for (Map.Entry<String, ?> entry : data.getSecondaryResults().entrySet()) {
      double score = ((Result<?>) entry.getValue()).getScore();
      if (entry.getKey().endsWith("gc.alloc.rate.norm")) {
        allocatedPerOp += score;
      } else if (entry.getKey().endsWith("gc.count")) {
        collections += score;
      } else if (entry.getKey().endsWith("gc.time")) {
        collectionMs += score;
      }
    }
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}

  @Override
  public void print(String text) {
    System.out.print(text);
  }

  @Override
  public void println(String text) {
    System.out.println(text);
  }

  @Override
  public void flush() {
    System.out.flush();
  }

  @Override
  public void close() {
    flush();
  }

  @Override
  public void verbosePrintln(String text) {}

  @Override
  public void write(int character) {
    System.out.write(character);
  }

  @Override
  public void write(byte[] bytes) {
    System.out.write(bytes, 0, bytes.length);
  }
}
