package dev.madtree.workloads.cli;

import dev.madtree.workloads.settings.Given;
import dev.madtree.workloads.settings.NearestName;
import dev.madtree.workloads.settings.Setting;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that plans a campaign. Their texts are checked with the profile. */
final class CampaignOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

  @Option(names = "--dry-run", description = "Print the plan and its time, and measure nothing.")
  private boolean dryRun;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "${env:MADTREE_RESULTS:-results}",
      description = "Where records lie; campaigns go into its folder campaigns.")
  private Path results;

  boolean dryRun() {
    return dryRun;
  }

  /** The folder of all campaigns. */
  Path campaigns() {
    return results.resolve("campaigns");
  }

  Map<Setting, Given> given() {
    return given;
  }

  @Option(
      names = "--structures",
      paramLabel = "NAMES",
      description = "What is measured, such as masstree,skiplist; see list structures.")
  private void structures(String text) {
    set(Setting.STRUCTURES, text);
  }

  @Option(
      names = "--workloads",
      paramLabel = "NAMES",
      description = "Operation mixes, such as a,c; see list workloads.")
  private void workloads(String text) {
    set(Setting.WORKLOADS, text);
  }

  @Option(
      names = "--drivers",
      paramLabel = "NAMES",
      description =
          "What asks the mixes, such as replay,ycsb; see list drivers. Other workloads have a"
              + " driver of their own.")
  private void drivers(String text) {
    set(Setting.DRIVERS, text);
  }

  @Option(
      names = "--distributions",
      paramLabel = "NAMES",
      description = "Which keys are asked for, such as uniform,zipfian; see list distributions.")
  private void distributions(String text) {
    set(Setting.DISTRIBUTIONS, text);
  }

  @Option(
      names = "--threads",
      paramLabel = "NUMBERS",
      description = "How many threads ask, such as 1,2,4.")
  private void threads(String text) {
    set(Setting.THREADS, text);
  }

  @Option(
      names = "--keys",
      paramLabel = "NUMBERS",
      description = "How many entries are loaded, such as 10k or 1m.")
  private void keys(String text) {
    set(Setting.KEYS, text);
  }

  @Option(
      names = "--key-shape",
      paramLabel = "NAMES",
      description = "What keys look like, such as ycsb,int8; see list key-shapes.")
  private void keyShape(String text) {
    set(Setting.KEY_SHAPE, text);
  }

  @Option(
      names = "--value-size",
      paramLabel = "BYTES",
      description = "Bytes of a value: 8 is a boxed long, more a byte array.")
  private void valueSize(String text) {
    set(Setting.VALUE_SIZE, text);
  }

  @Option(names = "--rounds", paramLabel = "N", description = "How many forks each cell gets.")
  private void rounds(String text) {
    set(Setting.ROUNDS, text);
  }

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "The most it may take, such as 30m: a longer plan is refused.")
  private void time(String text) {
    set(Setting.TIME, text);
  }

  @Option(names = "--heap", paramLabel = "SIZE", description = "Fixed heap of a fork, such as 2g.")
  private void heap(String text) {
    set(Setting.HEAP, text);
  }

  @Option(
      names = "--gc",
      paramLabel = "NAMES",
      description = "Collectors: g1, parallel, serial, zgc.")
  private void gc(String text) {
    set(Setting.GC, text);
  }

  @Option(
      names = "--jvm",
      paramLabel = "PATH",
      description = "Home of the JVM that is measured; this one if absent.")
  private void jvm(String text) {
    set(Setting.JVM, text);
  }

  @Option(
      names = "--classpath",
      paramLabel = "JARS",
      description =
          "Your own jars with a StructureProvider in them, such as my.jar:its-library.jar.")
  private void classpath(String text) {
    set(Setting.CLASSPATH, text);
  }

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  private void seed(String text) {
    set(Setting.SEED, text);
  }

  @Option(names = "--tag", paramLabel = "TEXT", description = "Your own word for the campaign.")
  private void tag(String text) {
    set(Setting.TAG, text);
  }

  @Option(
      names = "--warmup",
      paramLabel = "N×TIME",
      description = "Iterations that are not counted, such as 2x400ms.")
  private void warmup(String text) {
    setIterations(Setting.WARMUP_ITERATIONS, Setting.WARMUP_TIME, "--warmup", text);
  }

  @Option(
      names = "--measure",
      paramLabel = "N×TIME",
      description = "Iterations that are counted, such as 4x300ms.")
  private void measure(String text) {
    setIterations(Setting.MEASURE_ITERATIONS, Setting.MEASURE_TIME, "--measure", text);
  }

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any other setting of a profile file.")
  private void set(Map<String, String> settings) {
    settings.forEach(
        (key, value) -> {
          Setting setting =
              Setting.named(key)
                  .orElseThrow(
                      () ->
                          new ParameterException(
                              spec.commandLine(),
                              "--set: " + NearestName.explain("key", key, Setting.keys())));
          given.put(setting, new Given(value, "--set " + key));
        });
  }

  private void setIterations(Setting count, Setting time, String option, String text) {
    String[] parts = text.split("[x×]", 2);
    given.put(count, new Given(parts[0].strip(), option));
    given.put(time, new Given(parts.length < 2 ? "" : parts[1].strip(), option));
  }

  private void set(Setting setting, String text) {
    given.put(setting, new Given(text, "--" + setting.key()));
  }
}
