package dev.madtree.workloads.operations;

import dev.madtree.competitors.LongCompetitor;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.workloads.replay.Fork;
import dev.madtree.workloads.replay.GarbageCollections;
import dev.madtree.workloads.replay.ReplaySpec;
import dev.madtree.workloads.replay.WrongContentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JVM of one fork that measures single operations on a map from longs to longs: smaller maps
 * until everything is compiled, then one map of the size asked for.
 */
public final class OperationsFork {

  private static final int MOST_WARMUP_KEYS = 300_000;
  private static final String OPS_PER_S = "ops/s";

  private final ReplaySpec spec;
  private final List<Sample> samples = new ArrayList<>();
  private final Map<LongOperation, List<Double>> rates = new EnumMap<>(LongOperation.class);
  private double gets;
  private double allocatedByGets;
  private double collections = Double.NaN;
  private double collectionMs = Double.NaN;

  private OperationsFork(ReplaySpec spec) {
    this.spec = spec;
  }

  /**
   * Does what a specification says. Ends with status 0 whenever a record is left, of a failure too.
   *
   * @param arguments the file of the specification
   */
  public static void main(String[] arguments) throws IOException {
    Fork.run(arguments, spec -> new OperationsFork(spec).run());
  }

  private ForkRecord run() {
    try {
      measure();
      return record(Status.OK, "");
    } catch (WrongContentException e) {
      return record(Status.INVALID, e.getMessage());
    } catch (OutOfMemoryError e) {
      return record(Status.OOM, e.toString());
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return record(Status.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private void measure() {
    String label = spec.cell().structure();
    LongCompetitor competitor =
        LongCompetitor.named(label)
            .orElseThrow(() -> new IllegalArgumentException("no map of longs is called " + label));
    int records = Math.toIntExact(spec.cell().records());
    int iterations = spec.measureIterations();
    for (int pass = 0; pass < spec.warmupIterations(); pass++) {
      LongKeys keys = new LongKeys(Math.min(records, MOST_WARMUP_KEYS), spec.seed() - pass - 1);
      int first = pass * iterations;
      new OperationsRun(
              competitor.create(),
              keys,
              (operation, iteration, startEpochMs, seconds, count, bytes) ->
                  add(Phase.WARMUP, first + iteration, startEpochMs, seconds, operation, count))
          .run(iterations);
      Fork.say("warm-up " + (pass + 1) + " of " + spec.warmupIterations());
    }
    LongKeys keys = new LongKeys(records, spec.seed());
    System.gc();
    double collectionsBefore = GarbageCollections.count();
    double msBefore = GarbageCollections.ms();
    long startEpochMs = System.currentTimeMillis();
    long startNs = System.nanoTime();
    new OperationsRun(competitor.create(), keys, this::measured).run(iterations);
    double took = (System.nanoTime() - startNs) / 1e9;
    collections = GarbageCollections.count() - collectionsBefore;
    collectionMs = GarbageCollections.ms() - msBefore;
    samples.add(
        new Sample(
            Phase.MEASURE, 0, startEpochMs, took, "throughput", "all", together(), OPS_PER_S));
  }

  private void measured(
      LongOperation operation,
      int iteration,
      long startEpochMs,
      double seconds,
      int count,
      long allocatedBytes) {
    double rate = add(Phase.MEASURE, iteration, startEpochMs, seconds, operation, count);
    rates.computeIfAbsent(operation, each -> new ArrayList<>()).add(rate);
    if (operation == LongOperation.GET) {
      gets += count;
      allocatedByGets += allocatedBytes;
    }
    if (operation.isRead()) {
      double bytes = (double) allocatedBytes / count;
      samples.add(
          new Sample(
              Phase.MEASURE,
              iteration,
              startEpochMs,
              seconds,
              "allocation",
              operation.label(),
              bytes,
              "B/op"));
    }
    Fork.say(
        String.format(Locale.ROOT, "%s %d: %.0f ops/s", operation.label(), iteration + 1, rate));
  }

  private double add(
      Phase phase,
      int iteration,
      long startEpochMs,
      double seconds,
      LongOperation operation,
      int count) {
    double rate = count / seconds;
    samples.add(
        new Sample(
            phase,
            iteration,
            startEpochMs,
            seconds,
            "throughput",
            operation.label(),
            rate,
            OPS_PER_S));
    return rate;
  }

  /** The rate of somebody who asks for one of each operation in turn. */
  private double together() {
    double seconds = 0;
    for (List<Double> each : rates.values()) {
      seconds += 1 / each.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
    return rates.size() / seconds;
  }

  private ForkRecord record(Status status, String error) {
    double unknown = Double.NaN;
    ForkCounters counters =
        new ForkCounters(
            gets == 0 ? unknown : allocatedByGets / gets,
            collections,
            collectionMs,
            unknown,
            unknown,
            unknown,
            unknown,
            unknown,
            unknown);
    return new ForkRecord(
        spec.cell(), spec.round(), spec.attempt(), status, error, samples, List.of(), counters);
  }
}
