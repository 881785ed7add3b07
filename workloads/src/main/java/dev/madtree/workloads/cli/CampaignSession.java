package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.SummaryRow;
import dev.madtree.workloads.campaign.Campaign;
import dev.madtree.workloads.campaign.Plan;
import dev.madtree.workloads.campaign.Progress;
import dev.madtree.workloads.driver.Driver;
import dev.madtree.workloads.driver.PlannedCell;
import dev.madtree.workloads.settings.CampaignSettings;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Runs a campaign for somebody at a terminal, or in a pipe, who may press Ctrl-C. */
final class CampaignSession {

  /** A file that the name of the campaign's folder is written to, for a script that goes on. */
  private static final String FOLDER_FILE_PROPERTY = "madtree.campaign.file";

  private static final String TERMINAL_PROPERTY = "madtree.terminal";

  private final PrintWriter out;
  private final List<String> commandLine;

  CampaignSession(PrintWriter out, List<String> commandLine) {
    this.out = out;
    this.commandLine = commandLine;
  }

  /** Plans a campaign and, unless it is a dry run, runs it; returns the exit status. */
  int begin(String profileName, CampaignOptions options)
      throws ConfigurationException, IOException, InterruptedException {
    Profile profile = Profile.of(profileName);
    CampaignSettings settings =
        CampaignSettings.of(
            List.of(Profile.defaults().settings(), profile.settings(), options.given()));
    Plan plan = Plan.of(settings);
    printPlan(plan, settings);
    if (settings.timeS().isPresent() && plan.seconds() > settings.timeS().getAsDouble()) {
      throw new ConfigurationException(
          List.of(
              String.format(
                  Locale.ROOT,
                  "--time: the plan takes about %s (%d cells × %d rounds × about %.1f s), which"
                      + " does not fit into %s. Measure fewer cells or rounds, or allow more time",
                  Words.time(plan.seconds()),
                  plan.cells().size(),
                  plan.rounds(),
                  plan.seconds() / plan.forks(),
                  Words.time(settings.timeS().getAsDouble()))));
    }
    if (options.dryRun()) {
      return ExitStatus.DONE;
    }
    return run(
        Campaign.begin(options.campaigns(), profile.name(), settings, commandLine), settings);
  }

  /** Goes on with a campaign; returns the exit status. */
  int resume(CampaignDirectory directory, CampaignSettings settings)
      throws IOException, InterruptedException {
    return run(Campaign.resume(directory, settings), settings);
  }

  private void printPlan(Plan plan, CampaignSettings settings) {
    out.printf(
        Locale.ROOT,
        "%d cells × %d rounds = %d forks, about %s; seed %d%n",
        plan.cells().size(),
        plan.rounds(),
        plan.forks(),
        Words.time(plan.seconds()),
        settings.seed());
    out.printf("  structures     %s%n", String.join(", ", settings.structures()));
    out.printf("  workloads      %s%n", String.join(", ", settings.workloads()));
    out.printf("  drivers        %s%n", planned(plan, cell -> cell.driver().label()));
    out.printf("  distributions  %s%n", planned(plan, PlannedCell::distribution));
    out.printf("  threads        %s%n", planned(plan, PlannedCell::threads));
    out.printf(
        "  keys           %s × %s, values of %s bytes%n",
        planned(plan, PlannedCell::records),
        planned(plan, PlannedCell::keyShape),
        planned(plan, PlannedCell::valueBytes));
    CampaignSettings.Timing timing = settings.timing();
    out.printf(
        Locale.ROOT,
        "  each fork      heap %d MiB, %s; warm-up %d × %.2f s, measured %d × %.2f s%n",
        settings.heapMb(),
        String.join(", ", settings.gcs()),
        timing.warmupIterations(),
        timing.warmupS(),
        timing.measureIterations(),
        timing.measureS());
    if (Plan.leavesOut(settings)) {
      out.println("  note           structures without order are not asked to scan");
    }
    List<PlannedCell> once = plan.onceOnly();
    if (once.stream().anyMatch(cell -> cell.structure().equals(SummaryRow.CEILING))) {
      out.println(
          "  note           " + SummaryRow.CEILING + ", the ceiling, in the first round only");
    }
    once.stream()
        .map(PlannedCell::driver)
        .filter(driver -> !driver.variesByFork())
        .map(Driver::label)
        .distinct()
        .forEach(label -> out.printf("  note           %s in the first round only%n", label));
    int cores = Runtime.getRuntime().availableProcessors();
    if (plan.cells().stream().anyMatch(cell -> cell.threads() > cores)) {
      out.println("  note           more threads than the " + cores + " cores: oversubscribed");
    }
    out.flush();
  }

  /** What is asked for, less what does not apply to the workloads. */
  private static String planned(Plan plan, Function<PlannedCell, Object> part) {
    return joined(plan.cells().stream().map(part).distinct().toList());
  }

  private static String joined(List<?> values) {
    return String.join(", ", values.stream().map(Object::toString).toList());
  }

  private int run(Campaign campaign, CampaignSettings settings)
      throws IOException, InterruptedException {
    Path folder = campaign.directory().path();
    out.println("  campaign       " + folder);
    out.flush();
    String folderFile = System.getProperty(FOLDER_FILE_PROPERTY, "");
    if (!folderFile.isEmpty()) {
      Files.writeString(Path.of(folderFile), folder.toAbsolutePath().toString());
    }
    Thread onSignal = new Thread(() -> stop(campaign), "on a signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    Campaign.Outcome outcome = campaign.run(progress(settings));
    if (outcome == Campaign.Outcome.INTERRUPTED) {
      return ExitStatus.INTERRUPTED;
    }
    Runtime.getRuntime().removeShutdownHook(onSignal);
    if (outcome == Campaign.Outcome.WITH_FAILURES) {
      out.println("some forks did not end well; forks.csv says which and why");
      out.flush();
      return ExitStatus.WITH_FAILURES;
    }
    return ExitStatus.DONE;
  }

  private void stop(Campaign campaign) {
    out.println();
    out.println(
        "stopping; everything measured is kept. Go on with: ./run.sh resume "
            + campaign.directory().id());
    out.flush();
    try {
      campaign.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Progress progress(CampaignSettings settings) {
    if (Boolean.getBoolean(TERMINAL_PROPERTY)) {
      boolean colour = System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty();
      return new TerminalProgress(out, settings.structures(), settings.rounds(), colour);
    }
    return new PlainProgress(out, settings.structures(), settings.rounds());
  }
}
