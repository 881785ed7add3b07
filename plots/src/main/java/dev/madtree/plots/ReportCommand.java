package dev.madtree.plots;

import dev.madtree.results.CampaignDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that draws a campaign and writes its report. */
@Command(
    name = "report",
    description = "Draws the charts of a campaign and writes its report.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReportCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int USAGE = 2;
  private static final int NAMES_SHOWN = 8;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "CAMPAIGN",
      description = "A campaign's name or folder; the latest if left out.")
  private String campaign;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "The folder that holds campaigns/ (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      defaultValue = "plots",
      description = "The folder to write into, under campaigns/ (default: ${DEFAULT-VALUE}).")
  private Path plots;

  /** Makes a command whose options are at their defaults. */
  public ReportCommand() {}

  /**
   * Runs the command and exits with its status: 0 if the report was written, 2 if there is no such
   * campaign or its record cannot be read.
   *
   * @param args the arguments, with or without the word {@code report} before them
   */
  public static void main(String[] args) {
    Typeface.prepare();
    System.exit(commandLine().execute(withoutName(args)));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new ReportCommand());
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  private static String[] withoutName(String[] args) {
    boolean named = args.length > 0 && args[0].equals("report");
    return named ? List.of(args).subList(1, args.length).toArray(String[]::new) : args;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      CampaignDirectory source = find();
      boolean reference = isReference(source);
      Path target = plots.resolve(reference ? "reference" : "campaigns").resolve(source.id());
      Report report = new Report(source, target, err);
      int charts = report.write();
      if (!reference) {
        report.markLatest();
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(Words.count(charts, "chart") + " of campaign " + source.id());
      out.println("report: " + target.resolve("report.html"));
      out.println("        " + target.resolve("report.md"));
      return DONE;
    } catch (NoSuchFileException e) {
      String reason = e.getReason() == null ? "there is no such file" : e.getReason();
      err.println("report: " + e.getFile() + ": " + reason + " (list: ./run.sh list campaigns)");
      return USAGE;
    } catch (IOException e) {
      err.println("report: " + e.getMessage());
      return USAGE;
    }
  }

  private CampaignDirectory find() throws IOException {
    Path root = results.resolve("campaigns");
    if (campaign == null) {
      return CampaignDirectory.latest(root)
          .orElseThrow(
              () -> new IOException(root + " holds no campaign; measure one first with ./run.sh"));
    }
    for (Path candidate : new Path[] {root.resolve(campaign), Path.of(campaign)}) {
      if (Files.isDirectory(candidate)) {
        return CampaignDirectory.open(candidate);
      }
    }
    throw new IOException("there is no campaign \"" + campaign + "\"; " + known(root));
  }

  private static String known(Path root) throws IOException {
    List<CampaignDirectory> all = CampaignDirectory.list(root);
    if (all.isEmpty()) {
      return root + " holds none; measure one first with ./run.sh";
    }
    String names =
        all.stream()
            .skip(Math.max(0, all.size() - NAMES_SHOWN))
            .map(CampaignDirectory::id)
            .collect(Collectors.joining(", "));
    Optional<CampaignDirectory> latest = CampaignDirectory.latest(root);
    return root
        + " holds "
        + (all.size() > NAMES_SHOWN ? "… " : "")
        + names
        + latest.map(l -> " (latest: " + l.id() + ")").orElse("");
  }

  /** Whether a campaign is committed: its report is then too, and no link to the latest. */
  private static boolean isReference(CampaignDirectory source) {
    Path parent = source.path().getParent();
    return parent != null && parent.endsWith("reference");
  }
}
