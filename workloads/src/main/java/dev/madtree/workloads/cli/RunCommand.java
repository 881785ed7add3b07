package dev.madtree.workloads.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans a campaign from a profile and options, and runs it. */
@Command(
    name = "run",
    description = "Measure what the options say; what they do not say is as in the profile.")
public final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private CampaignOptions options;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = "quick",
      description = "A shipped profile or a file; ${DEFAULT-VALUE} if absent.")
  private String profile;

  /** Makes the command. */
  public RunCommand() {}

  @Override
  public Integer call() throws Exception {
    return new CampaignSession(spec.commandLine().getOut(), CommandLines.of(spec))
        .begin(profile, options);
  }
}
