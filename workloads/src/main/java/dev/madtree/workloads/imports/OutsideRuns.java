package dev.madtree.workloads.imports;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignInfo;
import dev.madtree.results.CellKey;
import dev.madtree.results.EnvironmentRecord;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Journal;
import dev.madtree.results.Tables;
import dev.madtree.workloads.campaign.Digest;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.settings.ConfigurationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts runs of other YCSB clients and JMH benchmarks beside a campaign's own: under the conditions
 * that the campaign has, where only one of them fits what is known of the run.
 */
public final class OutsideRuns {

  private static final int ID_DIGITS = 12;

  private final CampaignDirectory campaign;
  private final List<ForkRecord> present;
  private final List<CellKey> own;
  private final Map<String, Integer> rounds = new HashMap<>();

  private OutsideRuns(CampaignDirectory campaign, List<ForkRecord> present) {
    this.campaign = campaign;
    this.present = present;
    this.own =
        present.stream()
            .map(ForkRecord::cell)
            .filter(cell -> !cell.structure().endsWith(ImportedRuns.MARK))
            .toList();
  }

  /**
   * Appends runs to a campaign's journal and derives its tables anew. What was imported before
   * under the same name and conditions is replaced.
   *
   * @return the records, in the order of the runs
   * @throws ConfigurationException if several conditions of the campaign fit a run, or too little
   *     is known of it; nothing is appended then
   */
  public static List<ForkRecord> add(CampaignDirectory campaign, List<OutsideRun> runs)
      throws IOException, ConfigurationException {
    List<ForkRecord> records = new ArrayList<>();
    try (Journal journal = Journal.open(campaign.journalCsv())) {
      OutsideRuns outside = new OutsideRuns(campaign, journal.records());
      for (OutsideRun run : runs) {
        records.add(outside.record(run));
      }
      for (ForkRecord record : records) {
        journal.append(record);
      }
    }
    Tables.derive(campaign);
    ImportedTerms.add(campaign, records);
    return records;
  }

  private ForkRecord record(OutsideRun run) throws IOException, ConfigurationException {
    CellKey cell = cell(run);
    int round = rounds.merge(cell.cellId(), 1, Integer::sum) - 1;
    return new ForkRecord(
        cell,
        round,
        ImportedRuns.attempt(present, cell, round),
        run.status(),
        run.from(),
        run.samples(),
        List.of(),
        ForkCounters.NONE);
  }

  private CellKey cell(OutsideRun run) throws IOException, ConfigurationException {
    String structure = run.structure() + ImportedRuns.MARK;
    Map<String, CellKey> fitting = new LinkedHashMap<>();
    for (CellKey cell : own) {
      if (cell.driver().equals(run.driver()) && run.conditions().fit(cell)) {
        fitting.putIfAbsent(inWords(cell) + cell.traceHash(), cell);
      }
    }
    if (fitting.size() == 1) {
      return ImportedRuns.beside(fitting.values().iterator().next(), structure);
    }
    if (fitting.isEmpty()) {
      return ofItsOwn(run, structure);
    }
    throw new ConfigurationException(List.of(choice(run, List.copyOf(fitting.values()))));
  }

  /** Says which options would tell the fitting cells apart. */
  private static String choice(OutsideRun run, List<CellKey> fitting) {
    Map<String, Function<CellKey, Object>> options = new LinkedHashMap<>();
    options.put("--distribution", CellKey::distribution);
    options.put("--threads", CellKey::threads);
    options.put("--keys", CellKey::records);
    options.put("--key-shape", CellKey::keyShape);
    options.put("--value-size", CellKey::valueBytes);
    String missing =
        options.entrySet().stream()
            .map(
                option ->
                    option.getKey()
                        + " "
                        + fitting.stream()
                            .map(option.getValue())
                            .distinct()
                            .map(Object::toString)
                            .collect(Collectors.joining(" or ")))
            .filter(option -> option.contains(" or "))
            .collect(Collectors.joining(", "));
    return String.format(
        "import: %d cells of the campaign are by %s under \"%s\" and may be the run's; say %s",
        fitting.size(),
        run.driver(),
        run.conditions().workload().orElseThrow(),
        missing.isEmpty() ? "--into another campaign: they differ in JVM, heap or seed" : missing);
  }

  private static String inWords(CellKey cell) {
    return String.join(
        "\n",
        cell.workload(),
        cell.distribution(),
        cell.keyShape(),
        Integer.toString(cell.valueBytes()),
        Long.toString(cell.records()),
        Integer.toString(cell.threads()),
        cell.jvm(),
        cell.gc(),
        Integer.toString(cell.heapMb()));
  }

  private CellKey ofItsOwn(OutsideRun run, String structure)
      throws IOException, ConfigurationException {
    KnownConditions known = run.conditions();
    String workload = known.workload().orElseThrow();
    if (known.threads().isEmpty()) {
      throw new ConfigurationException(
          List.of(
              String.format(
                  "import: the campaign has no cell by %s under \"%s\" that would tell the threads;"
                      + " say --threads",
                  run.driver(), workload)));
    }
    CampaignInfo info = CampaignInfo.read(campaign.campaignJson());
    String envId = EnvironmentRecord.read(campaign.environmentJson()).envId();
    String distribution = known.distribution().orElse(ImportedRuns.OUTSIDE);
    String shape = known.keyShape().orElse(ImportedRuns.OUTSIDE);
    long records = known.records().orElse(0);
    double keyBytes = KeyShape.named(shape).map(each -> each.meanBytes(records)).orElse(Double.NaN);
    int valueBytes = known.valueBytes().orElse(0);
    int threads = known.threads().getAsInt();
    String identity =
        String.join(
            "\n",
            structure,
            run.driver(),
            workload,
            distribution,
            shape,
            valueBytes + "",
            records + "",
            threads + "");
    return new CellKey(
        campaign.id(),
        envId,
        info.gitRev(),
        structure,
        run.driver(),
        workload,
        distribution,
        shape,
        keyBytes,
        valueBytes,
        records,
        threads,
        ImportedRuns.OUTSIDE,
        ImportedRuns.OUTSIDE,
        info.heapMb(),
        ImportedRuns.OUTSIDE,
        Digest.of(identity, ID_DIGITS));
  }
}
