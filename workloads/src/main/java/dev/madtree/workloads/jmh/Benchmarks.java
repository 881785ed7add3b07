package dev.madtree.workloads.jmh;

import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.ReplayBenchmark;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.settings.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** JMH's own command line over the benchmarks of single operations. */
public final class Benchmarks {

  private static final int USAGE = 2;
  private static final int FIRST_WITH_UNSAFE_WARNINGS = 23;
  private static final String PREPEND = "-jvmArgsPrepend";

  private Benchmarks() {}

  /**
   * Runs JMH. Ends with status 2 if an option or a name is wrong, else with JMH's own.
   *
   * @param arguments as {@code -h} explains them
   */
  public static void main(String[] arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    // What a campaign's forks replay is prepared by them, and by nobody else.
    all.add("-e");
    all.add(ReplayBenchmark.class.getName().replace(".", "\\."));
    if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_WARNINGS && !all.contains(PREPEND)) {
      all.add(PREPEND);
      all.add("--sun-misc-unsafe-memory-access=allow");
    }
    String[] complete = all.toArray(String[]::new);
    try {
      CommandLineOptions options = new CommandLineOptions(complete);
      checkNames(options, "structure", "structure", Structure.labels());
      checkNames(options, "keyShape", "key shape", KeyShape.labels());
    } catch (CommandLineOptionException | IllegalArgumentException e) {
      System.err.println("jmh: " + e.getMessage());
      System.err.println("see: ./run.sh jmh -h");
      System.exit(USAGE);
    }
    Main.main(complete);
  }

  private static void checkNames(
      CommandLineOptions options, String parameter, String kind, List<String> known) {
    for (String name : options.getParameter(parameter).orElse(List.of())) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "-p " + parameter + ": " + NearestName.explain(kind, name, known));
      }
    }
  }
}
