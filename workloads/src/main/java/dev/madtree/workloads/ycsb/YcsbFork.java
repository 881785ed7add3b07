package dev.madtree.workloads.ycsb;

import dev.madtree.results.CellKey;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.ServiceTimes;
import dev.madtree.results.Status;
import dev.madtree.workloads.replay.Fork;
import dev.madtree.workloads.replay.GarbageCollections;
import dev.madtree.workloads.replay.ProcessCounters;
import dev.madtree.workloads.replay.ReplaySpec;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.replay.WrongContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import site.ycsb.measurements.Measurements;
import site.ycsb.measurements.exporter.TextMeasurementsExporter;
import site.ycsb.workloads.CoreWorkload;

/**
 * The JVM of one fork in which YCSB's genuine client asks: its threads, its wrapper, its workload
 * and its measurements around our binding. It loads, asks for a time in each iteration, compares
 * what YCSB says was answered with what was asked, and what is stored with what was inserted.
 */
public final class YcsbFork {

  /** About what one thread of the client reaches; only how far key choice looks ahead needs it. */
  private static final double FIRST_RATE = 1e6;

  private final ReplaySpec spec;
  private final CellKey cell;
  private final List<Sample> samples = new ArrayList<>();
  private final ProcessCounters counters = new ProcessCounters();
  private final OperationTimes times = new OperationTimes();
  private Store store;
  private long records;
  private long asked;
  private long operations;
  private long allocatedBytes;
  private double rate;
  private double collections = Double.NaN;
  private double collectionMs = Double.NaN;

  private YcsbFork(ReplaySpec spec) {
    this.spec = spec;
    this.cell = spec.cell();
    this.rate = FIRST_RATE * cell.threads();
  }

  /**
   * Does what a specification says. Ends with status 0 whenever a record is left, of a failure too.
   *
   * @param arguments the file of the specification
   */
  public static void main(String[] arguments) throws IOException {
    Fork.run(arguments, spec -> new YcsbFork(spec).run());
  }

  private ForkRecord run() {
    try {
      measure();
      return record(Status.OK, "", times.all());
    } catch (WrongContentException e) {
      return record(Status.INVALID, e.getMessage(), times.all());
    } catch (OutOfMemoryError e) {
      return record(Status.OOM, e.toString(), List.of());
    } catch (InterruptedException | IOException | RuntimeException | Error e) {
      e.printStackTrace();
      return record(Status.FAILED, rootOf(e).toString(), List.of());
    }
  }

  private void measure() throws IOException, InterruptedException {
    Structure structure =
        Structure.named(cell.structure())
            .orElseThrow(
                () -> new IllegalArgumentException("no structure is called " + cell.structure()));
    records = cell.records();
    Properties loading = CellProperties.of(cell, records, 1);
    Measurements.setProperties(loading);
    // Held until the end, so that the clients of one iteration find what those before them left.
    store = Store.acquire(StoreSettings.of(cell.structure(), loading), loading);
    Fork.say("loading " + records + " records");
    asked =
        ClientTeam.load(loading, records, spec.loadThreads(), () -> Fork.say("loading"))
            .operations();
    failIfAnythingThrew();
    store.takeTimes();
    System.gc();
    for (int i = 0; i < spec.warmupIterations(); i++) {
      iteration(Phase.WARMUP, i, spec.warmupSeconds());
    }
    double collectionsBefore = GarbageCollections.count();
    double msBefore = GarbageCollections.ms();
    counters.begin();
    for (int i = 0; i < spec.measureIterations(); i++) {
      iteration(Phase.MEASURE, i, spec.measureSeconds());
    }
    counters.end();
    collections = GarbageCollections.count() - collectionsBefore;
    collectionMs = GarbageCollections.ms() - msBefore;
    Fork.say("checking");
    check(structure);
  }

  private void iteration(Phase phase, int number, double seconds) throws InterruptedException {
    Properties properties =
        CellProperties.of(cell, records, Math.max(1, Math.round(rate * seconds)));
    long startEpochMs = System.currentTimeMillis();
    ClientTeam.Ran ran =
        ClientTeam.transactions(properties, cell.threads(), seconds, () -> Fork.say("asking"));
    failIfAnythingThrew();
    OperationTimes taken = store.takeTimes();
    rate = ran.operations() / ran.seconds();
    asked += ran.operations();
    records += taken.count(OperationTimes.Operation.INSERT);
    samples.add(
        new Sample(phase, number, startEpochMs, ran.seconds(), "throughput", "all", rate, "ops/s"));
    if (phase == Phase.MEASURE) {
      times.add(taken);
      operations += ran.operations();
      allocatedBytes += ran.allocatedBytes();
    }
    Fork.say(String.format(Locale.ROOT, "%s iteration %d: %.0f ops/s", phase, number + 1, rate));
  }

  /** Throws what the structure threw first: the binding makes an ERROR of it, as YCSB expects. */
  private void failIfAnythingThrew() {
    store
        .failure()
        .ifPresent(
            thrown -> {
              throw new IllegalStateException("the structure threw " + thrown, thrown);
            });
  }

  private void check(Structure structure) throws IOException {
    ClientOutput output = new ClientOutput();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (TextMeasurementsExporter exporter = new TextMeasurementsExporter(text)) {
      Measurements.getMeasurements().exportMeasurements(exporter);
    }
    text.toString(StandardCharsets.UTF_8).lines().peek(Fork::say).forEach(output::add);
    List<String> problems = output.problems(asked, false, false);
    if (!problems.isEmpty()) {
      throw new WrongContentException(String.join("; ", problems));
    }
    if (structure.storesEntries()) {
      Optional<String> difference =
          RecordCheck.difference(
              store.table(CoreWorkload.TABLENAME_PROPERTY_DEFAULT),
              records,
              cell.valueBytes(),
              structure.isOrdered());
      if (difference.isPresent()) {
        throw new WrongContentException(difference.get());
      }
    }
  }

  private ForkRecord record(Status status, String error, List<ServiceTimes> serviceTimes) {
    ForkCounters counted =
        new ForkCounters(
            operations == 0 ? Double.NaN : (double) allocatedBytes / operations,
            collections,
            collectionMs,
            ProcessCounters.residentMb(),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            counters.involuntarySwitches(),
            Double.NaN);
    return new ForkRecord(
        cell, spec.round(), spec.attempt(), status, error, samples, serviceTimes, counted);
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
