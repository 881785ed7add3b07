package dev.madtree.results;

import java.io.IOException;
import java.util.List;

/**
 * All that is to be told about a campaign, from its CSV and JSON files alone.
 *
 * @param info what was planned
 * @param environment where it ran
 * @param samples every iteration, in the order they were run
 * @param forks every fork, in the order they were run
 * @param summaries means and ratios, by metric, workload, distribution, threads and structure
 * @param latencies percentiles, by workload, distribution, threads and structure, ascending
 * @param memory bytes per entry, by component
 * @param scalability speed-ups over the fewest threads
 * @param structures the terms of each structure, in the order they were asked for; empty for a
 *     campaign of before there was such a table
 */
public record CampaignRecords(
    CampaignInfo info,
    EnvironmentRecord environment,
    List<SampleRow> samples,
    List<ForkRow> forks,
    List<SummaryRow> summaries,
    List<LatencyRow> latencies,
    List<MemoryRow> memory,
    List<ScalabilityRow> scalability,
    List<StructureRow> structures) {

  /** Makes the lists unmodifiable. */
  public CampaignRecords {
    samples = List.copyOf(samples);
    forks = List.copyOf(forks);
    summaries = List.copyOf(summaries);
    latencies = List.copyOf(latencies);
    memory = List.copyOf(memory);
    scalability = List.copyOf(scalability);
    structures = List.copyOf(structures);
  }

  /**
   * Reads a campaign's files.
   *
   * @param campaign the campaign's folder, with its tables derived
   * @return what they say
   * @throws IOException if a file is missing or does not hold what it should, with the place
   */
  public static CampaignRecords read(CampaignDirectory campaign) throws IOException {
    return new CampaignRecords(
        CampaignInfo.read(campaign.campaignJson()),
        EnvironmentRecord.read(campaign.environmentJson()),
        SampleTable.TABLE.read(campaign.samplesCsv()),
        ForkTable.TABLE.read(campaign.forksCsv()),
        SummaryTable.TABLE.read(campaign.summaryCsv()),
        LatencyTable.TABLE.read(campaign.latencyCsv()),
        MemoryTable.TABLE.read(campaign.memoryCsv()),
        ScalabilityTable.TABLE.read(campaign.scalabilityCsv()),
        campaign.structures());
  }
}
