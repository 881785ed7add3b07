package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Sample;
import dev.madtree.workloads.imports.ImportedRuns;
import dev.madtree.workloads.imports.JmhResults;
import dev.madtree.workloads.imports.MttestNotebook;
import dev.madtree.workloads.imports.OutsideRun;
import dev.madtree.workloads.imports.OutsideRuns;
import dev.madtree.workloads.imports.YcsbOutput;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.NearestName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts numbers from outside beside a campaign's own. */
@Command(
    name = "import",
    description = "Put what another program has measured beside a campaign's own figures.")
public final class ImportCommand implements Callable<Integer> {

  private static final String MTTEST = "mttest";
  private static final String YCSB = "ycsb";
  private static final String JMH = "jmh";
  private static final List<String> FORMATS = List.of(MTTEST, YCSB, JMH);

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FORMAT",
      description = {
        "mttest: the JSON notebook of the original's test program.",
        "ycsb: what YCSB's client prints, or its JSON exporters write.",
        "jmh: what JMH writes with -rf json."
      })
  private String format;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to read.")
  private Path file;

  @Option(
      names = "--into",
      paramLabel = "CAMPAIGN",
      description = "The campaign's name or folder; the latest if absent.")
  private String campaign;

  @ArgGroup(exclusive = false, heading = "What the files of ycsb and jmh do not say:%n")
  private final ImportOptions told = new ImportOptions();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "${env:MADTREE_RESULTS:-results}",
      description = "Where records lie.")
  private Path results;

  /** Makes the command. */
  public ImportCommand() {}

  @Override
  public Integer call() throws Exception {
    if (!FORMATS.contains(format)) {
      throw new ConfigurationException(
          List.of("import: " + NearestName.explain("format", format, FORMATS)));
    }
    CampaignDirectory directory = CampaignName.find(results.resolve("campaigns"), campaign);
    List<ForkRecord> records =
        switch (format) {
          case YCSB -> OutsideRuns.add(directory, ycsbRuns());
          case JMH ->
              OutsideRuns.add(
                  directory, JmhResults.read(file, told.structure(), told.conditions()));
          default -> {
            told.refuse();
            yield ImportedRuns.add(directory, file, MttestNotebook.read(file));
          }
        };
    PrintWriter out = spec.commandLine().getOut();
    for (ForkRecord record : records) {
      Sample throughput = record.samples().get(0);
      out.printf(
          "%s under %s, %d threads: %s ops/s%n",
          record.cell().structure(),
          record.cell().workload(),
          record.cell().threads(),
          Words.rate(throughput.value()));
    }
    out.println("ratios to them mean something only if this machine made them");
    out.println("draw them with: ./run.sh report " + directory.id());
    out.flush();
    return ExitStatus.DONE;
  }

  private List<OutsideRun> ycsbRuns() throws ConfigurationException {
    return YcsbOutput.read(file, told.neededStructure(), told.conditionsOfAMix());
  }
}
