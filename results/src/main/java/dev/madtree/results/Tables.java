package dev.madtree.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Derives the tables of a campaign from its journal. */
public final class Tables {
  private Tables() {}

  /**
   * Rewrites all tables and the logs in {@code hdr/} from the journal, with the usual band of 2 %.
   * Each file is replaced as a whole.
   *
   * @param campaign the campaign's folder
   * @throws IOException if the journal cannot be read or a table cannot be written
   */
  public static void derive(CampaignDirectory campaign) throws IOException {
    derive(campaign, Statistics.DEFAULT_BAND);
  }

  /**
   * Rewrites the tables with a band of choice.
   *
   * @param campaign the campaign's folder
   * @param band the share below which a difference does not matter, such as 0.02
   * @throws IOException if the journal cannot be read or a table cannot be written
   */
  public static void derive(CampaignDirectory campaign, double band) throws IOException {
    List<ForkRecord> forks = Journal.read(campaign.journalCsv());
    int cores =
        Files.exists(campaign.environmentJson())
            ? EnvironmentRecord.read(campaign.environmentJson()).cores()
            : 0;
    List<CellForks> cells = CellForks.group(forks);
    SampleTable.TABLE.write(campaign.samplesCsv(), samples(forks));
    ForkTable.TABLE.write(campaign.forksCsv(), forks.stream().map(f -> row(f, cores)).toList());
    writeLatencies(campaign, cells);
    List<SummaryRow> summaries = new Summaries(cells, cores, band).rows();
    MemoryTable.TABLE.write(campaign.memoryCsv(), memory(summaries));
    ScalabilityTable.TABLE.write(campaign.scalabilityCsv(), new Scalabilities(cores).rows(cells));
    SummaryTable.TABLE.write(campaign.summaryCsv(), summaries);
  }

  private static List<SampleRow> samples(List<ForkRecord> forks) {
    List<SampleRow> rows = new ArrayList<>();
    for (ForkRecord fork : forks) {
      for (Sample sample : fork.samples()) {
        rows.add(new SampleRow(fork.cell(), fork.round(), fork.attempt(), sample));
      }
    }
    return rows;
  }

  private static ForkRow row(ForkRecord fork, int cores) {
    return new ForkRow(
        fork.cell(),
        fork.round(),
        fork.attempt(),
        fork.status(),
        fork.error(),
        fork.counters(),
        NoiseRule.judge(fork.counters(), fork.cell().threads(), cores).noise());
  }

  private static List<MemoryRow> memory(List<SummaryRow> summaries) {
    return summaries.stream()
        .filter(row -> row.metric().equals(MemoryRow.METRIC))
        .map(MemoryRow::of)
        .toList();
  }

  private static void writeLatencies(CampaignDirectory campaign, List<CellForks> cells)
      throws IOException {
    Files.createDirectories(campaign.hdr());
    List<LatencyRow> rows = new ArrayList<>();
    Set<String> logs = new HashSet<>();
    for (CellForks cell : cells) {
      Latencies latencies = new Latencies(cell);
      if (!latencies.isEmpty()) {
        latencies.write(campaign.hdr());
        logs.add(latencies.fileName());
        rows.addAll(latencies.rows());
      }
    }
    LatencyTable.TABLE.write(campaign.latencyCsv(), rows);
    removeOtherLogs(campaign.hdr(), logs);
  }

  /** A cell that has become invalid since must not leave its log. */
  private static void removeOtherLogs(Path folder, Set<String> names) throws IOException {
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.hlog")) {
      for (Path log : logs) {
        if (!names.contains(log.getFileName().toString())) {
          Files.delete(log);
        }
      }
    }
  }
}
