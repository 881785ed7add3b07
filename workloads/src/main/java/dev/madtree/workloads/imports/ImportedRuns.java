package dev.madtree.workloads.imports;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignInfo;
import dev.madtree.results.CellKey;
import dev.madtree.results.EnvironmentRecord;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Journal;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.results.Tables;
import dev.madtree.workloads.campaign.Digest;
import dev.madtree.workloads.imports.MttestNotebook.Run;
import dev.madtree.workloads.mttest.MttestWorkload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts runs from outside beside a campaign's own: under the conditions of the same test with as
 * many threads and operations where the campaign has one, so that they stand on the same charts.
 *
 * <p>The structure's name says that they are imported, and each record says from where.
 */
public final class ImportedRuns {

  /** What the names of imported structures end with. */
  static final String MARK = " (imported)";

  /** What stands for conditions that nobody knows. */
  static final String OUTSIDE = "imported";

  private static final String DECIMAL = "decimal";
  private static final int VALUE_BYTES = 10;
  private static final int ID_DIGITS = 12;

  private final CampaignDirectory campaign;
  private final List<ForkRecord> present;
  private final Map<String, Integer> rounds = new HashMap<>();

  private ImportedRuns(CampaignDirectory campaign, List<ForkRecord> present) {
    this.campaign = campaign;
    this.present = present;
  }

  /**
   * Appends runs to a campaign's journal and derives its tables anew. What was imported before
   * under the same name is replaced.
   *
   * @param file where the runs come from
   * @return the records, in the order of the runs
   */
  public static List<ForkRecord> add(CampaignDirectory campaign, Path file, List<Run> runs)
      throws IOException {
    List<ForkRecord> records = new ArrayList<>();
    try (Journal journal = Journal.open(campaign.journalCsv())) {
      ImportedRuns imported = new ImportedRuns(campaign, journal.records());
      for (Run run : runs) {
        records.add(imported.record(run, file));
      }
      for (ForkRecord record : records) {
        journal.append(record);
      }
    }
    Tables.derive(campaign);
    ImportedTerms.add(campaign, records);
    return records;
  }

  /** Returns the structure's name for a tree of the original's. */
  static String structure(String tree) {
    return (tree.equals("m") || tree.equals("mb") ? "masstree-cpp" : "mttest-" + tree) + MARK;
  }

  private ForkRecord record(Run run, Path file) throws IOException {
    CellKey cell = cell(run);
    int round = rounds.merge(cell.cellId(), 1, Integer::sum) - 1;
    long now = Instant.now().toEpochMilli();
    List<Sample> samples =
        List.of(
            sample(run, now, "throughput", run.throughput()),
            sample(run, now, "sum-of-rates", run.sumOfRates()));
    String from =
        String.format(
            "imported from %s, %s, machine %s, revision %s",
            file.getFileName(), run.name(), known(run.machine()), known(run.revision()));
    int attempt = attempt(present, cell, round);
    return new ForkRecord(
        cell, round, attempt, Status.OK, from, samples, List.of(), ForkCounters.NONE);
  }

  /** Returns the attempt that stands in the place of what was imported before: the last counts. */
  static int attempt(List<ForkRecord> present, CellKey cell, int round) {
    return (int)
        present.stream()
            .filter(record -> record.cell().cellId().equals(cell.cellId()))
            .filter(record -> record.round() == round)
            .count();
  }

  private static String known(String text) {
    return text.isEmpty() ? "unknown" : text;
  }

  private static Sample sample(Run run, long now, String metric, double rate) {
    return new Sample(Phase.MEASURE, 0, now, run.seconds(), metric, "all", rate, "ops/s");
  }

  private CellKey cell(Run run) throws IOException {
    String workload = MttestWorkload.DRIVER + ":" + run.test();
    for (ForkRecord record : present) {
      CellKey cell = record.cell();
      if (cell.driver().equals(MttestWorkload.DRIVER)
          && cell.workload().equals(workload)
          && cell.threads() == run.threads().size()
          && !cell.structure().endsWith(MARK)
          && isAsLong(cell, run)) {
        return beside(cell, structure(run.tree()));
      }
    }
    return ofItsOwn(run, workload);
  }

  /** Whether a campaign's cell had as many operations, give or take the original's extra one. */
  private static boolean isAsLong(CellKey cell, Run run) {
    boolean timed =
        MttestWorkload.named(cell.workload()).map(MttestWorkload::isTimed).orElse(false);
    return timed || Math.abs(cell.records() - run.threads().get(0).loop()) <= 1;
  }

  /** Returns a cell under the same conditions, of another structure. */
  static CellKey beside(CellKey cell, String structure) {
    return new CellKey(
        cell.campaignId(),
        cell.envId(),
        cell.gitRev(),
        structure,
        cell.driver(),
        cell.workload(),
        cell.distribution(),
        cell.keyShape(),
        cell.keyBytes(),
        cell.valueBytes(),
        cell.records(),
        cell.threads(),
        cell.jvm(),
        cell.gc(),
        cell.heapMb(),
        cell.traceHash(),
        Digest.of(structure + "\n" + cell.cellId(), ID_DIGITS));
  }

  private CellKey ofItsOwn(Run run, String workload) throws IOException {
    CampaignInfo info = CampaignInfo.read(campaign.campaignJson());
    String envId = EnvironmentRecord.read(campaign.environmentJson()).envId();
    long loop = Math.round(run.threads().get(0).loop());
    int threads = run.threads().size();
    double keyBytes =
        MttestWorkload.named(workload).map(test -> test.meanKeyBytes(loop)).orElse(Double.NaN);
    String shape = MttestWorkload.named(workload).map(MttestWorkload::keyShape).orElse(DECIMAL);
    String structure = structure(run.tree());
    String identity = String.join("\n", structure, workload, loop + "", threads + "");
    return new CellKey(
        campaign.id(),
        envId,
        info.gitRev(),
        structure,
        MttestWorkload.DRIVER,
        workload,
        MttestWorkload.DRIVER,
        shape,
        keyBytes,
        VALUE_BYTES,
        loop,
        threads,
        OUTSIDE,
        OUTSIDE,
        info.heapMb(),
        OUTSIDE,
        Digest.of(identity, ID_DIGITS));
  }
}
