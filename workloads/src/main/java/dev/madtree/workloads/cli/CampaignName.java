package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds the campaign that somebody has named. */
final class CampaignName {

  private CampaignName() {}

  /**
   * Returns a campaign.
   *
   * @param root the folder of all campaigns
   * @param campaign its name or folder; null for the latest
   */
  static CampaignDirectory find(Path root, String campaign)
      throws IOException, ConfigurationException {
    List<String> names = CampaignDirectory.list(root).stream().map(CampaignDirectory::id).toList();
    if (campaign == null) {
      return CampaignDirectory.latest(root)
          .orElseThrow(
              () -> new ConfigurationException(List.of("there is no campaign in " + root)));
    }
    Path folder = names.contains(campaign) ? root.resolve(campaign) : Path.of(campaign);
    try {
      return CampaignDirectory.open(folder);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(NearestName.explain("campaign", campaign, names) + " (in " + root + ")"));
    }
  }
}
