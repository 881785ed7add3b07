package dev.madtree.workloads.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the campaign of one shipped profile; options replace what it says. */
@Command
public final class ProfileCommand implements Callable<Integer> {

  private final String profile;

  @Spec private CommandSpec spec;

  @Mixin private CampaignOptions options;

  /** Makes the command of a profile. */
  public ProfileCommand(String profile) {
    this.profile = profile;
  }

  @Override
  public Integer call() throws Exception {
    return new CampaignSession(spec.commandLine().getOut(), CommandLines.of(spec))
        .begin(profile, options);
  }
}
