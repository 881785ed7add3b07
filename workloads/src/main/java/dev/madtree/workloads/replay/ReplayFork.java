package dev.madtree.workloads.replay;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.results.CellKey;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Sample;
import dev.madtree.results.ServiceTimes;
import dev.madtree.results.Status;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.trace.Operation;
import dev.madtree.workloads.trace.Trace;
import dev.madtree.workloads.trace.TraceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The JVM of one fork: loads one structure, replays the traces against it, checks what it holds,
 * and leaves a record.
 *
 * <p>The cell's driver says what an invocation of JMH is: a batch of operations, or one alone.
 */
public final class ReplayFork {

  /** The driver that replays batches, times some of their operations and warms the keys. */
  public static final String BATCHES = "replay";

  /** The driver that makes every operation an invocation of JMH, and nothing besides. */
  public static final String ONE_BY_ONE = "jmh";

  private final ReplaySpec spec;
  private final IterationListener listener = new IterationListener();

  private ReplayFork(ReplaySpec spec) {
    this.spec = spec;
  }

  /**
   * Does what a specification says. Ends with status 0 whenever a record is left, of a failure too.
   *
   * @param arguments the file of the specification
   */
  public static void main(String[] arguments) throws IOException {
    Fork.run(arguments, spec -> new ReplayFork(spec).run());
  }

  private ForkRecord run() {
    try {
      return measured(Values.ofSize(spec.cell().valueBytes()));
    } catch (OutOfMemoryError e) {
      return record(Status.OOM, e.toString(), List.of());
    } catch (InterruptedException | IOException | RunnerException | RuntimeException | Error e) {
      e.printStackTrace();
      return record(Status.FAILED, rootOf(e).toString(), List.of());
    }
  }

  private <V> ForkRecord measured(Values<V> values)
      throws IOException, InterruptedException, RunnerException {
    CellKey cell = spec.cell();
    Structure structure =
        Structure.named(cell.structure())
            .orElseThrow(
                () -> new IllegalArgumentException("no structure is called " + cell.structure()));
    OrderedIndex<V> index = structure.create();
    KeyShape shape =
        KeyShape.named(cell.keyShape())
            .orElseThrow(
                () -> new IllegalArgumentException("no key shape is called " + cell.keyShape()));
    List<Trace> traces = new ArrayList<>();
    for (String file : spec.traces()) {
      traces.add(TraceFile.read(Path.of(file)));
    }
    int records = Math.toIntExact(cell.records());
    byte[][] keys = shape.keys(Replay.keysInAll(records, traces));
    Replay<V> replay = new Replay<>(index, values, keys, records, traces, spec.sampleEvery());
    Fork.say("loading " + records + " entries");
    Loading.load(replay, shape, spec.seed(), spec.loadThreads(), () -> Fork.say("loading"));
    Fork.say("replaying");
    ReplayBenchmark.prepare(replay);
    new Runner(options(), listener).run();
    Fork.say("checking");
    Optional<String> difference =
        structure.storesEntries() ? ContentCheck.difference(replay) : Optional.empty();
    return record(
        difference.isPresent() ? Status.INVALID : Status.OK,
        difference.orElse(""),
        serviceTimes(replay));
  }

  private boolean isOneByOne() {
    return spec.cell().driver().equals(ONE_BY_ONE);
  }

  private Options options() throws IOException {
    ChainedOptionsBuilder options = new OptionsBuilder();
    if (isOneByOne()) {
      options.resultFormat(ResultFormatType.JSON).result(jmhResult().toString());
    }
    String method = isOneByOne() ? "next" : "replay";
    return options
        .include("^" + ReplayBenchmark.class.getName().replace(".", "\\.") + "\\." + method + "$")
        // This JVM is the fork; its owner is the campaign.
        .forks(0)
        .threads(spec.cell().threads())
        .warmupIterations(spec.warmupIterations())
        .warmupTime(seconds(spec.warmupSeconds()))
        .measurementIterations(spec.measureIterations())
        .measurementTime(seconds(spec.measureSeconds()))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .build();
  }

  /** Where the campaign keeps what JMH itself says of this fork. */
  private Path jmhResult() throws IOException {
    Path record = Path.of(spec.result()).toAbsolutePath();
    Path folder = Files.createDirectories(record.getParent().resolveSibling("jmh"));
    return folder.resolve(record.getFileName().toString().replace(".record.json", ".json"));
  }

  private static TimeValue seconds(double seconds) {
    return TimeValue.milliseconds(Math.max(1, Math.round(seconds * 1000)));
  }

  private <V> List<ServiceTimes> serviceTimes(Replay<V> replay) {
    Map<Operation, Histogram> merged = new EnumMap<>(Operation.class);
    Histogram all = new Histogram(3);
    for (Replayer<V> replayer : replay.replayers()) {
      replayer
          .serviceTimes()
          .forEach(
              (operation, times) -> {
                merged.computeIfAbsent(operation, each -> new Histogram(3)).add(times);
                all.add(times);
              });
    }
    List<ServiceTimes> result = new ArrayList<>();
    if (all.getTotalCount() > 0) {
      result.add(ServiceTimes.closed("all", all));
    }
    merged.forEach(
        (operation, times) -> {
          if (times.getTotalCount() > 0) {
            result.add(ServiceTimes.closed(operation.label(), times));
          }
        });
    return result;
  }

  private ForkRecord record(Status status, String error, List<ServiceTimes> serviceTimes) {
    List<Sample> samples = new ArrayList<>(listener.samples());
    if (isOneByOne()) {
      listener.samples().stream().map(this::averageTime).forEach(samples::add);
    }
    ForkCounters counters =
        new ForkCounters(
            listener.allocatedBytesPerOp(),
            listener.collections(),
            listener.collectionMs(),
            ProcessCounters.residentMb(),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            listener.involuntarySwitches(),
            Double.NaN);
    return new ForkRecord(
        spec.cell(), spec.round(), spec.attempt(), status, error, samples, serviceTimes, counters);
  }

  /** What JMH calls average time: the threads' time over their operations. */
  private Sample averageTime(Sample throughput) {
    return new Sample(
        throughput.phase(),
        throughput.iteration(),
        throughput.startEpochMs(),
        throughput.durationS(),
        "average_time",
        throughput.op(),
        spec.cell().threads() * 1e9 / throughput.value(),
        "ns/op");
  }

  /** What went wrong first. */
  private static Throwable rootOf(Throwable thrown) {
    Throwable root = ReplayBenchmark.failure() == null ? thrown : ReplayBenchmark.failure();
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
