package dev.madtree.workloads.memory;

import dev.madtree.competitors.LongCompetitor;
import dev.madtree.results.CellKey;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.MemoryRow;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.Fork;
import dev.madtree.workloads.replay.ReplaySpec;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.replay.WrongContentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JVM of one fork that counts the bytes of a structure's entries. */
public final class MemoryFork {

  /** Enough for classes and compiled code of the measuring to be there before it counts. */
  private static final int REHEARSED = 1000;

  private final ReplaySpec spec;
  private final List<Sample> samples = new ArrayList<>();

  private MemoryFork(ReplaySpec spec) {
    this.spec = spec;
  }

  /**
   * Does what a specification says. Ends with status 0 whenever a record is left, of a failure too.
   *
   * @param arguments the file of the specification
   */
  public static void main(String[] arguments) throws IOException {
    Fork.run(arguments, spec -> new MemoryFork(spec).run());
  }

  private ForkRecord run() {
    try {
      weigh();
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

  private void weigh() {
    Weighing weighing = new Weighing(() -> empty(spec.cell()), () -> Fork.say("weighing"));
    int entries = Math.toIntExact(spec.cell().records());
    weighing.bytesPerEntry(Math.min(entries, REHEARSED), spec.seed());
    long startEpochMs = System.currentTimeMillis();
    long startNs = System.nanoTime();
    Map<String, Double> parts = weighing.bytesPerEntry(entries, spec.seed());
    double seconds = (System.nanoTime() - startNs) / 1e9;
    parts.forEach(
        (component, bytes) -> {
          samples.add(
              new Sample(
                  Phase.MEASURE,
                  0,
                  startEpochMs,
                  seconds,
                  MemoryRow.METRIC,
                  component,
                  bytes,
                  "B"));
          Fork.say(String.format(Locale.ROOT, "%s %.2f B an entry", component, bytes));
        });
  }

  /** Returns an empty structure of a cell's name. */
  private static Subject empty(CellKey cell) {
    Optional<LongCompetitor> longs = LongCompetitor.named(cell.structure());
    if (longs.isPresent()) {
      return new LongsSubject(longs.get().create());
    }
    Structure structure =
        Structure.named(cell.structure())
            .orElseThrow(
                () -> new IllegalArgumentException("no structure is called " + cell.structure()));
    KeyShape shape =
        KeyShape.named(cell.keyShape())
            .orElseThrow(
                () -> new IllegalArgumentException("no key shape is called " + cell.keyShape()));
    return new BytesSubject(structure.create(), shape, cell.valueBytes());
  }

  private ForkRecord record(Status status, String error) {
    return new ForkRecord(
        spec.cell(),
        spec.round(),
        spec.attempt(),
        status,
        error,
        samples,
        List.of(),
        ForkCounters.NONE);
  }
}
