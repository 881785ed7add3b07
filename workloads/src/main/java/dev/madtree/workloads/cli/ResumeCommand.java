package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignInfo;
import dev.madtree.workloads.settings.CampaignSettings;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.Given;
import dev.madtree.workloads.settings.NearestName;
import dev.madtree.workloads.settings.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a campaign that was interrupted. */
@Command(
    name = "resume",
    description = "Go on with a campaign: measure exactly the forks that are missing.")
public final class ResumeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "CAMPAIGN",
      description = "Its name or folder; the latest if absent.")
  private String campaign;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "${env:MADTREE_RESULTS:-results}",
      description = "Where records lie.")
  private Path results;

  /** Makes the command. */
  public ResumeCommand() {}

  @Override
  public Integer call() throws Exception {
    CampaignDirectory directory = find(results.resolve("campaigns"));
    CampaignInfo info = CampaignInfo.read(directory.campaignJson());
    Map<Setting, Given> settings = new EnumMap<>(Setting.class);
    info.settings()
        .forEach(
            (key, text) ->
                Setting.named(key)
                    .ifPresent(
                        setting ->
                            settings.put(
                                setting, new Given(text, directory.campaignJson() + ": " + key))));
    return new CampaignSession(spec.commandLine().getOut(), CommandLines.of(spec))
        .resume(directory, CampaignSettings.of(List.of(settings)));
  }

  private CampaignDirectory find(Path root) throws IOException, ConfigurationException {
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
