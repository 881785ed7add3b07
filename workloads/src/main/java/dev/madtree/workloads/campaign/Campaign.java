package dev.madtree.workloads.campaign;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignInfo;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.CellKey;
import dev.madtree.results.EnvironmentRecord;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.GitRevision;
import dev.madtree.results.Journal;
import dev.madtree.results.Status;
import dev.madtree.results.Tables;
import dev.madtree.workloads.driver.PlannedCell;
import dev.madtree.workloads.settings.CampaignSettings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures every cell of a plan in rounds, one forked JVM each, and keeps every record the moment
 * it is there. A campaign that was interrupted goes on with exactly the forks that are missing.
 */
public final class Campaign {

  /** How a campaign ended. */
  public enum Outcome {
    /** Every fork measured. */
    DONE,
    /** Every fork ran, but some did not end well. */
    WITH_FAILURES,
    /** Somebody stopped it. */
    INTERRUPTED
  }

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int ENDED_BY_CTRL_C = 130;
  private static final long AFTER_CTRL_C_MS = 1000;

  private final CampaignDirectory directory;
  private final CampaignSettings settings;
  private final Plan plan;
  private final TraceCache traces;
  private final CellKeys keys;
  private final ForkRun forks;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  private Campaign(
      CampaignDirectory directory,
      CampaignSettings settings,
      TargetJvm jvm,
      String envId,
      String gitRev) {
    this.directory = directory;
    this.settings = settings;
    this.plan = Plan.of(settings);
    this.traces = new TraceCache(directory.path().toAbsolutePath().getParent(), settings);
    this.keys = new CellKeys(directory.id(), envId, gitRev, jvm, settings, traces);
    this.forks = new ForkRun(settings, jvm, directory.logs());
  }

  /**
   * Makes the folder of a new campaign.
   *
   * @param root the folder of all campaigns
   * @param profile the profile's name, a part of the campaign's
   * @param commandLine what the user typed
   */
  public static Campaign begin(
      Path root, String profile, CampaignSettings settings, List<String> commandLine)
      throws IOException {
    Files.createDirectories(root);
    TargetJvm jvm = TargetJvm.of(settings.jvm());
    String gitRev = GitRevision.of(root);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    CampaignDirectory directory =
        newDirectory(root, ID_TIME.format(now) + "_" + profile + "_" + gitRev);
    EnvironmentRecord environment = environment(jvm);
    environment.write(directory.environmentJson());
    CampaignSettings.Timing timing = settings.timing();
    new CampaignInfo(
            directory.id(),
            profile,
            commandLine,
            settings.seed(),
            now.toString(),
            gitRev,
            Plan.of(settings).cells().size(),
            settings.rounds(),
            timing.warmupIterations(),
            timing.warmupS(),
            timing.measureIterations(),
            timing.measureS(),
            settings.heapMb(),
            String.join(",", settings.gcs()),
            settings.tag(),
            settings.texts())
        .write(directory.campaignJson());
    directory.writeStructures(new StructureTerms(jvm, gitRev).rows(settings.structures()));
    directory.markLatest();
    return new Campaign(directory, settings, jvm, environment.envId(), gitRev);
  }

  /**
   * Opens a campaign that was begun before.
   *
   * @throws IllegalStateException if machine, system, JVM or build are not those that began it
   */
  public static Campaign resume(CampaignDirectory directory, CampaignSettings settings)
      throws IOException {
    TargetJvm jvm = TargetJvm.of(settings.jvm());
    EnvironmentRecord then = EnvironmentRecord.read(directory.environmentJson());
    EnvironmentRecord now = environment(jvm);
    if (!then.envId().equals(now.envId())) {
      throw new IllegalStateException(
          "campaign "
              + directory.id()
              + " was begun on another machine or JVM ("
              + then.cpuModel()
              + ", "
              + then.jvmVersion()
              + "); this is "
              + now.cpuModel()
              + ", "
              + now.jvmVersion()
              + ". Begin a new campaign here");
    }
    String begunWith = CampaignInfo.read(directory.campaignJson()).gitRev();
    String gitRev = GitRevision.of(directory.path());
    if (!begunWith.equals(gitRev)) {
      throw new IllegalStateException(
          "campaign "
              + directory.id()
              + " was begun with revision "
              + begunWith
              + "; this is "
              + gitRev
              + ", and figures of two builds do not belong into one cell. Check out the former, or"
              + " begin a new campaign");
    }
    return new Campaign(directory, settings, jvm, then.envId(), gitRev);
  }

  private static CampaignDirectory newDirectory(Path root, String id) throws IOException {
    for (int again = 1; ; again++) {
      try {
        return CampaignDirectory.create(root, again == 1 ? id : id + "-" + again);
      } catch (FileAlreadyExistsException begunInTheSameSecond) {
        if (again == 100) {
          throw begunInTheSameSecond;
        }
      }
    }
  }

  /** The machine as it is, with the JVM that is measured. */
  private static EnvironmentRecord environment(TargetJvm jvm) {
    EnvironmentRecord here = EnvironmentRecord.capture();
    if (jvm.equals(TargetJvm.running())) {
      return here;
    }
    return new EnvironmentRecord(
        here.cpuModel(),
        here.cores(),
        here.smtThreadsPerCore(),
        here.lastLevelCacheMb(),
        here.memoryMb(),
        here.memoryLimitMb(),
        here.cpuLimit(),
        here.os(),
        here.kernel(),
        here.arch(),
        here.virtualization(),
        here.governor(),
        here.frequency(),
        here.temperature(),
        here.thp(),
        jvm.vendor(),
        here.jvmName(),
        jvm.version(),
        here.jvmFlags());
  }

  /** Returns the campaign's folder. */
  public CampaignDirectory directory() {
    return directory;
  }

  /** Returns what will be measured. */
  public Plan plan() {
    return plan;
  }

  /**
   * Runs every fork that has no record yet.
   *
   * @throws IOException if a record cannot be kept, for example because the disk is full
   */
  public Outcome run(Progress progress) throws IOException, InterruptedException {
    try (Journal journal = Journal.open(directory.journalCsv())) {
      traces.record(plan.cells(), progress::tracing);
      Set<String> done = new HashSet<>();
      for (ForkRecord record : journal.records()) {
        done.add(forkId(record.cell(), record.round()));
      }
      TimeLeft time = new TimeLeft(plan);
      for (int round = 0; round < plan.rounds() && !isStopping(); round++) {
        boolean measured = runRound(round, journal, done, time, progress);
        if (measured || round == plan.rounds() - 1) {
          Tables.derive(directory);
          progress.roundEnded(round, !isStopping(), CampaignRecords.read(directory));
        }
      }
      if (isStopping()) {
        return Outcome.INTERRUPTED;
      }
      boolean allWell = journal.records().stream().allMatch(record -> record.status() == Status.OK);
      return allWell ? Outcome.DONE : Outcome.WITH_FAILURES;
    } finally {
      over.countDown();
    }
  }

  /**
   * Stops a campaign that another thread runs, and returns when what was measured is kept or some
   * seconds have passed.
   */
  public void stop() throws InterruptedException {
    stopping.countDown();
    forks.stop();
    over.await(10, TimeUnit.SECONDS);
  }

  private boolean runRound(
      int round, Journal journal, Set<String> done, TimeLeft time, Progress progress)
      throws IOException, InterruptedException {
    boolean measured = false;
    for (PlannedCell cell : plan.order(round)) {
      CellKey key = keys.of(cell);
      if (isStopping()) {
        break;
      }
      if (done.contains(forkId(key, round))) {
        continue;
      }
      progress.begun(cell, round, done.size(), plan.forks(), time.left(done.size()));
      long begin = System.nanoTime();
      ForkRecord record = forks.run(key, traces.files(cell), round, plan.seconds(cell));
      if (wasStopped(record)) {
        break;
      }
      journal.append(record);
      done.add(forkId(key, round));
      measured = true;
      time.took((System.nanoTime() - begin) / 1e9);
      progress.ended(record, done.size(), plan.forks(), time.left(done.size()));
    }
    return measured;
  }

  /**
   * Whether a fork ended because the campaign is being stopped. Ctrl-C reaches the fork as well,
   * and perhaps first: what then looks like a failure of the fork's own is none.
   */
  private boolean wasStopped(ForkRecord record) throws InterruptedException {
    if (record.status() == Status.EXIT
        && record.error().startsWith("ended with status " + ENDED_BY_CTRL_C)) {
      stopping.await(AFTER_CTRL_C_MS, TimeUnit.MILLISECONDS);
    }
    return isStopping();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private static String forkId(CellKey cell, int round) {
    return cell.cellId() + " " + round;
  }
}
