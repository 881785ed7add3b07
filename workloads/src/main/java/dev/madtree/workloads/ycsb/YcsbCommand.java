package dev.madtree.workloads.ycsb;

import dev.madtree.workloads.cli.ExitStatus;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.settings.ConfigurationException;
import dev.madtree.workloads.settings.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import site.ycsb.Client;
import site.ycsb.measurements.exporter.TextMeasurementsExporter;
import site.ycsb.workloads.CoreWorkload;

/** Runs the genuine YCSB client on a structure, with its own flags, and judges what it printed. */
@Command(
    name = "ycsb",
    description = "Run the genuine YCSB client, with its own flags.",
    footer = {
      "",
      "A load leaves its records in results/ycsb/STORE.ckpt, where the run finds them;",
      "-p masstree.snapshot=FILE says another file, -p masstree.autoload=true loads in the run.",
      "-p madtree.hdr=FILE writes whole latency distributions. JAVA_OPTS is for the client's JVM.",
      "Exit status: 0 all operations were OK, 2 usage, 4 some were not or are missing."
    })
public final class YcsbCommand implements Callable<Integer> {

  private static final String TEXT_EXPORTER = TextMeasurementsExporter.class.getName();

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "load|run", description = "What YCSB calls the phase.")
  private String phase;

  @Parameters(index = "1", paramLabel = "STORE", description = "A structure, as in list.")
  private String store;

  @Option(
      names = "-P",
      paramLabel = "FILE",
      description = "A workload file, or a to f for those shipped.")
  private List<String> files = new ArrayList<>();

  @Option(names = "-p", paramLabel = "NAME=VALUE", description = "A property; overrides files.")
  private Map<String, String> given = new LinkedHashMap<>();

  @Option(names = "-threads", paramLabel = "N", description = "Client threads; 1 if absent.")
  private Integer threads;

  @Option(names = "-target", paramLabel = "N", description = "Operations a second to aim at.")
  private Integer target;

  @Option(names = "-s", description = "Tell the state every 10 seconds.")
  private boolean status;

  @Option(names = "-l", paramLabel = "LABEL", description = "A label for the state.")
  private String label;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "${env:MADTREE_RESULTS:-results}",
      description = "Where ycsb/STORE.ckpt lies.")
  private Path results;

  /** Makes the command. */
  public YcsbCommand() {}

  @Override
  public Integer call() throws ConfigurationException, IOException, InterruptedException {
    checkWords();
    Path folder = Files.createTempDirectory("madtree-ycsb");
    // Also after Ctrl-C.
    folder.toFile().deleteOnExit();
    return run(folder);
  }

  private int run(Path folder) throws ConfigurationException, IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    Properties properties = new Properties();
    for (String each : files) {
      Path file = WorkloadFiles.find(each, folder);
      try (InputStream in = Files.newInputStream(file)) {
        properties.load(in);
      }
      arguments.addAll(List.of("-P", file.toString()));
    }
    properties.putAll(given);
    complete(properties);
    final long expected = expected(properties);
    given.forEach((name, value) -> arguments.addAll(List.of("-p", name + "=" + value)));
    // YCSB lets the last one win, so that no property names another database or phase.
    arguments.addAll(List.of("-db", MadtreeClient.class.getName(), isLoad() ? "-load" : "-t"));
    addFlags(arguments);
    Optional<Path> exportFile =
        Optional.ofNullable(properties.getProperty(Client.EXPORT_FILE_PROPERTY)).map(Path::of);
    if (exportFile.isPresent()) {
      // YCSB replaces it, unless it fails before; then an old one must not be judged.
      Files.deleteIfExists(exportFile.get());
    }
    ClientRun.Ended ended =
        new ClientRun(spec.commandLine().getOut(), spec.commandLine().getErr())
            .run(jvmArguments(), arguments, exportFile);
    if (ended.status() == ClientProcess.REFUSED) {
      return ExitStatus.USAGE;
    }
    return judge(ended.output(), properties, expected);
  }

  private int judge(ClientOutput output, Properties properties, long expected) {
    boolean isCore =
        properties.getProperty(Client.WORKLOAD_PROPERTY).equals(CoreWorkload.class.getName());
    boolean writes =
        isLoad()
            && properties.containsKey(StoreSettings.SNAPSHOT)
            && Structure.named(store).orElseThrow().storesEntries();
    List<String> problems = output.problems(expected, !isCore, writes);
    PrintWriter err = spec.commandLine().getErr();
    problems.forEach(each -> err.println("madtree: ycsb " + phase + " " + store + ": " + each));
    err.flush();
    return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.WITH_FAILURES;
  }

  private void checkWords() throws ConfigurationException {
    List<String> problems = new ArrayList<>();
    List<String> phases = List.of("load", "run");
    if (!phases.contains(phase)) {
      problems.add("ycsb: " + NearestName.explain("phase", phase, phases));
    }
    if (Structure.named(store).isEmpty()) {
      problems.add("ycsb: " + NearestName.explain("store", store, Structure.labels()));
    }
    if (threads != null && threads < 1) {
      problems.add("-threads " + threads + ": expected at least 1");
    }
    if (target != null && target < 1) {
      problems.add("-target " + target + ": expected at least 1");
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  /** Adds what YCSB leaves to its caller, and refuses what it would not notice. */
  private void complete(Properties properties) throws ConfigurationException {
    List<String> problems = StoreSettings.problems(properties);
    if (!properties.containsKey(Client.WORKLOAD_PROPERTY)) {
      set(properties, Client.WORKLOAD_PROPERTY, CoreWorkload.class.getName());
    }
    String exporter = properties.getProperty(Client.EXPORTER_PROPERTY, TEXT_EXPORTER);
    if (!exporter.equals(TEXT_EXPORTER)) {
      problems.add("exporter: success is read from YCSB's text, so it cannot be another one here");
    }
    // Zipfian key choice wants it in a load too, where it means nothing.
    if (isLoad() && !properties.containsKey(Client.OPERATION_COUNT_PROPERTY)) {
      set(properties, Client.OPERATION_COUNT_PROPERTY, "1");
    }
    set(properties, StoreSettings.STRUCTURE, store);
    boolean autoloads = "true".equals(properties.getProperty(StoreSettings.AUTOLOAD));
    if (!properties.containsKey(StoreSettings.SNAPSHOT) && !autoloads) {
      Path file = results.resolve("ycsb").resolve(store + ".ckpt").toAbsolutePath();
      set(properties, StoreSettings.SNAPSHOT, file.toString());
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems.stream().map(each -> "ycsb: " + each).toList());
    }
  }

  private void set(Properties properties, String name, String value) {
    properties.setProperty(name, value);
    given.put(name, value);
  }

  /** Returns the number of operations that must be done, or -1 if time ends the run. */
  private long expected(Properties properties) throws ConfigurationException {
    String name = Client.OPERATION_COUNT_PROPERTY;
    if (isLoad()) {
      name =
          properties.containsKey(Client.INSERT_COUNT_PROPERTY)
              ? Client.INSERT_COUNT_PROPERTY
              : Client.RECORD_COUNT_PROPERTY;
    }
    String text = properties.getProperty(name);
    if (text == null
        || !text.strip().matches("[1-9][0-9]{0,9}")
        || Long.parseLong(text.strip()) > Integer.MAX_VALUE) {
      throw new ConfigurationException(
          List.of(
              "ycsb: "
                  + name
                  + (text == null ? " is missing" : "=" + text)
                  + "; expected a whole number from 1 to "
                  + Integer.MAX_VALUE
                  + ", from a workload file (-P) or -p "
                  + name
                  + "=N"));
    }
    return properties.containsKey(Client.MAX_EXECUTION_TIME) ? -1 : Long.parseLong(text.strip());
  }

  private void addFlags(List<String> arguments) {
    if (threads != null) {
      arguments.addAll(List.of("-threads", threads.toString()));
    }
    if (target != null) {
      arguments.addAll(List.of("-target", target.toString()));
    }
    if (status) {
      arguments.add("-s");
    }
    if (label != null) {
      arguments.addAll(List.of("-l", label));
    }
  }

  private static List<String> jvmArguments() {
    String options = System.getenv("JAVA_OPTS");
    return options == null || options.isBlank()
        ? List.of()
        : Arrays.asList(options.strip().split("\\s+"));
  }

  private boolean isLoad() {
    return phase.equals("load");
  }
}
