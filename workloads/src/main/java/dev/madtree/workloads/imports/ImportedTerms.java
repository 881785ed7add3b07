package dev.madtree.workloads.imports;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.StructureRow;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of the structures that figures were imported for: where they come from. */
final class ImportedTerms {

  private ImportedTerms() {}

  /**
   * Adds rows to a campaign's table of terms, in the place of what an earlier import said of the
   * same structures. A campaign of before there was such a table stays without one.
   */
  static void add(CampaignDirectory campaign, List<ForkRecord> imported) throws IOException {
    Map<String, StructureRow> rows = new LinkedHashMap<>();
    campaign.structures().forEach(row -> rows.put(row.structure(), row));
    if (rows.isEmpty()) {
      return;
    }
    for (ForkRecord record : imported) {
      String structure = record.cell().structure();
      String program = record.cell().driver();
      rows.put(structure, new StructureRow(structure, record.error(), "", "", "", "", "", program));
    }
    campaign.writeStructures(List.copyOf(rows.values()));
  }
}
