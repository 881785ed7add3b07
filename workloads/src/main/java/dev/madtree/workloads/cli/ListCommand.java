package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.UserJars;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.NearestName;
import dev.madtree.workloads.settings.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what can be asked for, and what has been measured. */
@Command(name = "list", description = "List what there is to choose from.")
public final class ListCommand implements Callable<Integer> {

  private static final List<String> KINDS =
      List.of(
          "structures",
          "workloads",
          "drivers",
          "distributions",
          "key-shapes",
          "profiles",
          "campaigns");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "KIND",
      description =
          "structures, workloads, drivers, distributions, key-shapes, profiles or campaigns.")
  private String kind;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "${env:MADTREE_RESULTS:-results}",
      description = "Where records lie.")
  private Path results;

  @Option(
      names = "--classpath",
      paramLabel = "JARS",
      description = "Your own jars, whose structures are listed too.")
  private String classpath;

  /** Makes the command. */
  public ListCommand() {}

  @Override
  public Integer call() throws ConfigurationException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (classpath != null) {
      openClasspath();
    }
    switch (kind) {
      case "structures" -> Drivers.structures().forEach((label, what) -> print(out, label, what));
      case "workloads" -> Drivers.workloads().forEach((label, what) -> print(out, label, what));
      case "drivers" -> Drivers.descriptions().forEach((label, what) -> print(out, label, what));
      case "distributions" -> {
        for (Distribution each : Distribution.all()) {
          print(out, each.label(), each.description());
        }
      }
      case "key-shapes" -> {
        for (KeyShape each : KeyShape.values()) {
          print(out, each.label(), each.description());
        }
      }
      case "profiles" ->
          Profile.shipped().forEach(each -> print(out, each, Profile.description(each)));
      case "campaigns" ->
          CampaignDirectory.list(results.resolve("campaigns"))
              .forEach(each -> out.println(each.id()));
      default ->
          throw new ConfigurationException(
              List.of("list: " + NearestName.explain("kind", kind, KINDS)));
    }
    out.flush();
    return ExitStatus.DONE;
  }

  private void openClasspath() throws ConfigurationException {
    try {
      UserJars.open(classpath, Drivers.structures().keySet());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(List.of("--classpath: " + e.getMessage()));
    }
  }

  private static void print(PrintWriter out, String label, String description) {
    out.printf("%-21s %s%n", label, description);
  }
}
