package dev.madtree.workloads.campaign;

import dev.madtree.results.CellKey;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.NoiseProbe;
import dev.madtree.results.Status;
import dev.madtree.workloads.replay.ForkRecords;
import dev.madtree.workloads.replay.ReplaySpec;
import dev.madtree.workloads.settings.CampaignSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One fork from its specification to its record, whatever becomes of it. */
final class ForkRun {

  /** How many times as long as planned a fork may take, beside what the settings give it. */
  private static final double PATIENCE = 4;

  private static final int OUT_OF_MEMORY = 3;
  private static final int SIGNALLED = 128;
  private static final int SIGABRT = SIGNALLED + 6;
  private static final int SIGKILL = SIGNALLED + 9;
  private static final int SIGSEGV = SIGNALLED + 11;

  private final CampaignSettings settings;
  private final TargetJvm jvm;
  private final Path logs;
  private final NoiseProbe probe = new NoiseProbe();
  private volatile ForkProcess process;
  private volatile boolean stopped;

  ForkRun(CampaignSettings settings, TargetJvm jvm, Path logs) {
    this.settings = settings;
    this.jvm = jvm;
    this.logs = logs;
  }

  /**
   * Runs a fork and returns its record; a fork that fails in any way has one too.
   *
   * @param planned about how many seconds it takes
   */
  ForkRecord run(CellKey cell, List<String> traces, int round, double planned)
      throws IOException, InterruptedException {
    String name = "round" + round + "-" + cell.structure() + "-" + cell.cellId();
    Path result = logs.resolve(name + ".record.json");
    Path spec = logs.resolve(name + ".spec.json");
    Path errorFile = logs.resolve(name + ".hs_err.txt");
    Path log = logs.resolve(name + ".log");
    Files.deleteIfExists(result);
    ForkRecords.write(spec, spec(cell, traces, round, result));
    double speed = probe.spin();
    NoiseProbe.Reading before = probe.read();
    process =
        ForkProcess.start(ForkCommand.of(jvm, cell, spec, errorFile, settings.classpath()), log);
    if (stopped) {
      process.stop();
    }
    ForkProcess.End end = process.await(PATIENCE * planned + settings.forkTimeoutS());
    NoiseProbe.Reading after = probe.read();
    ForkRecord record = record(cell, round, end, result, errorFile, log);
    Files.deleteIfExists(result);
    Files.deleteIfExists(spec);
    return new ForkRecord(
        record.cell(),
        record.round(),
        record.attempt(),
        record.status(),
        record.error(),
        record.samples(),
        record.serviceTimes(),
        record.counters().with(NoiseProbe.between(before, after), speed));
  }

  /** Ends the present fork, and every later one at once. */
  void stop() throws InterruptedException {
    stopped = true;
    ForkProcess running = process;
    if (running != null) {
      running.stop();
    }
  }

  private ReplaySpec spec(CellKey cell, List<String> traces, int round, Path result) {
    CampaignSettings.Timing timing = settings.timing();
    return new ReplaySpec(
        cell,
        round,
        0,
        traces,
        settings.seed() + round,
        settings.loadThreads(),
        timing.warmupIterations(),
        timing.warmupS(),
        timing.measureIterations(),
        timing.measureS(),
        settings.sampleEvery(),
        result.toString());
  }

  private static ForkRecord record(
      CellKey cell, int round, ForkProcess.End end, Path result, Path errorFile, Path log) {
    if (!end.stoppedBecause().isEmpty()) {
      return failed(cell, round, Status.TIMEOUT, end.stoppedBecause());
    }
    if (end.status() == 0 && Files.exists(result)) {
      try {
        return ForkRecords.readRecord(result);
      } catch (IOException e) {
        return failed(cell, round, Status.FAILED, e.getMessage());
      }
    }
    String see = "; see " + log.getFileName();
    return switch (end.status()) {
      case OUT_OF_MEMORY ->
          failed(cell, round, Status.OOM, "out of memory with a heap of " + cell.heapMb() + " MiB");
      case SIGABRT, SIGSEGV ->
          failed(
              cell,
              round,
              Status.CRASH,
              "the JVM died with status " + end.status() + "; see " + errorFile.getFileName());
      case SIGKILL ->
          failed(
              cell,
              round,
              Status.EXIT,
              "killed from outside, perhaps because the machine ran out of memory" + see);
      default -> failed(cell, round, Status.EXIT, "ended with status " + end.status() + see);
    };
  }

  private static ForkRecord failed(CellKey cell, int round, Status status, String error) {
    return new ForkRecord(cell, round, 0, status, error, List.of(), List.of(), ForkCounters.NONE);
  }
}
