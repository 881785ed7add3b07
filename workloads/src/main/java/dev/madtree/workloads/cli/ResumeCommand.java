package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignInfo;
import dev.madtree.workloads.settings.CampaignSettings;
import dev.madtree.workloads.settings.Given;
import dev.madtree.workloads.settings.Profile;
import dev.madtree.workloads.settings.Setting;
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
    CampaignDirectory directory = CampaignName.find(results.resolve("campaigns"), campaign);
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
        // A campaign of an earlier version may lack what there was no setting for.
        .resume(directory, CampaignSettings.of(List.of(Profile.defaults().settings(), settings)));
  }
}
