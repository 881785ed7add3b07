package dev.madtree.workloads.mttest;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.results.CellKey;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.workloads.replay.Fork;
import dev.madtree.workloads.replay.GarbageCollections;
import dev.madtree.workloads.replay.ReplaySpec;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.replay.WrongContentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The JVM of one fork of one of the original's tests. Every iteration is the whole test on a new,
 * empty index; the last one's index is checked.
 */
public final class MttestFork {

  private final ReplaySpec spec;
  private final List<Sample> samples = new ArrayList<>();
  private double operations;
  private double allocatedBytes;
  private double collections;
  private double collectionMs;
  private long touched;

  private MttestFork(ReplaySpec spec) {
    this.spec = spec;
  }

  /**
   * Does what a specification says. Ends with status 0 whenever a record is left, of a failure too.
   *
   * @param arguments the file of the specification
   */
  public static void main(String[] arguments) throws IOException {
    Fork.run(arguments, spec -> new MttestFork(spec).run());
  }

  private ForkRecord run() {
    try {
      Optional<String> difference = measured();
      Fork.say("touched " + touched);
      return record(difference.isPresent() ? Status.INVALID : Status.OK, difference.orElse(""));
    } catch (WrongContentException e) {
      return record(Status.INVALID, e.getMessage());
    } catch (OutOfMemoryError e) {
      return record(Status.OOM, e.toString());
    } catch (InterruptedException | RuntimeException | Error e) {
      e.printStackTrace();
      return record(Status.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private Optional<String> measured() throws InterruptedException {
    CellKey cell = spec.cell();
    MttestWorkload workload =
        MttestWorkload.named(cell.workload())
            .orElseThrow(
                () -> new IllegalArgumentException("no test is called " + cell.workload()));
    Structure structure =
        Structure.named(cell.structure())
            .orElseThrow(
                () -> new IllegalArgumentException("no structure is called " + cell.structure()));
    for (int i = 0; i < spec.warmupIterations(); i++) {
      iteration(structure, structure.create(), workload, Phase.WARMUP, i, spec.warmupSeconds());
    }
    OrderedIndex<byte[]> index = structure.create();
    MttestRun last = null;
    for (int i = 0; i < spec.measureIterations(); i++) {
      index = structure.create();
      last = iteration(structure, index, workload, Phase.MEASURE, i, spec.measureSeconds());
    }
    Fork.say("checking");
    return structure.storesEntries() && last != null
        ? MttestCheck.difference(index, workload, last, structure.isOrdered())
        : Optional.empty();
  }

  private MttestRun iteration(
      Structure structure,
      OrderedIndex<byte[]> index,
      MttestWorkload workload,
      Phase phase,
      int number,
      double seconds)
      throws InterruptedException {
    System.gc();
    double collectionsBefore = GarbageCollections.count();
    double msBefore = GarbageCollections.ms();
    long startEpochMs = System.currentTimeMillis();
    long startNs = System.nanoTime();
    MttestRun run =
        MttestRun.of(
            index,
            workload,
            spec.cell().threads(),
            spec.cell().records(),
            Math.round(seconds * 1e9),
            structure.storesEntries());
    double took = (System.nanoTime() - startNs) / 1e9;
    touched += run.touched();
    add(phase, number, startEpochMs, took, "throughput", "all", run.throughput());
    run.throughputs()
        .forEach((op, rate) -> add(phase, number, startEpochMs, took, "throughput", op, rate));
    add(phase, number, startEpochMs, took, "sum-of-rates", "all", run.sumOfRates());
    if (phase == Phase.MEASURE) {
      operations += run.operations();
      allocatedBytes += run.allocatedBytes();
      collections += GarbageCollections.count() - collectionsBefore;
      collectionMs += GarbageCollections.ms() - msBefore;
    }
    Fork.say(String.format(Locale.ROOT, "%s %d: %.0f ops/s", phase, number + 1, run.throughput()));
    return run;
  }

  private void add(
      Phase phase,
      int number,
      long startEpochMs,
      double seconds,
      String metric,
      String op,
      double rate) {
    samples.add(new Sample(phase, number, startEpochMs, seconds, metric, op, rate, "ops/s"));
  }

  private ForkRecord record(Status status, String error) {
    double unknown = Double.NaN;
    ForkCounters counters =
        new ForkCounters(
            operations == 0 ? unknown : allocatedBytes / operations,
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
