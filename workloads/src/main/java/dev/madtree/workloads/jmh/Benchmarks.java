package dev.madtree.workloads.jmh;

import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.ReplayBenchmark;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.settings.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** JMH's own command line over the benchmarks of single operations. */
public final class Benchmarks {

  private static final int USAGE = 2;
  private static final int FIRST_WITH_UNSAFE_WARNINGS = 23;
  private static final String PREPEND = "-jvmArgsPrepend";
  private static final String SCAN = ScanBenchmark.class.getName() + ".scan100";

  private Benchmarks() {}

  /**
   * Runs JMH. Ends with status 2 if an option or a name is wrong, else with JMH's own.
   *
   * @param arguments as {@code -h} explains them
   */
  public static void main(String[] arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    // JMH knows the short form only, all other commands of ours the long one too.
    all.replaceAll(each -> each.equals("--help") ? "-h" : each);
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
      checkOrder(options);
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

  /** Refuses scans of what keeps no order before anything is measured. */
  private static void checkOrder(CommandLineOptions options) {
    if (!isChosen(options, SCAN)) {
      return;
    }
    for (String name : options.getParameter("structure").orElse(List.of())) {
      if (!Structure.named(name).orElseThrow().isOrdered()) {
        throw new IllegalArgumentException(
            "-p structure="
                + name
                + " keeps no order to scan in; leave it out, or the scans: -e scan100");
      }
    }
  }

  /** JMH takes what an expression finds a part in, and all if there is no expression. */
  private static boolean isChosen(CommandLineOptions options, String benchmark) {
    List<String> included = options.getIncludes();
    return (included.isEmpty() || included.stream().anyMatch(each -> isIn(each, benchmark)))
        && options.getExcludes().stream().noneMatch(each -> isIn(each, benchmark));
  }

  private static boolean isIn(String expression, String benchmark) {
    return Pattern.compile(expression).matcher(benchmark).find();
  }
}
