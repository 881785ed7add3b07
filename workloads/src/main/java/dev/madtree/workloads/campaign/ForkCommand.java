package dev.madtree.workloads.campaign;

import dev.madtree.results.CellKey;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.settings.Collector;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.CompilerHints;

/** The command line of a fork: the same for all structures. */
final class ForkCommand {

  private static final int FIRST_WITH_UNSAFE_WARNINGS = 23;

  private ForkCommand() {}

  /**
   * Returns the command.
   *
   * @param spec the file that says what the fork shall do
   * @param errorFile where the JVM writes if it dies
   * @param classpath the user's own jars
   */
  static List<String> of(
      TargetJvm jvm, CellKey cell, Path spec, Path errorFile, List<Path> classpath) {
    List<String> command = new ArrayList<>();
    command.add(jvm.executable().toString());
    command.add("-Xms" + cell.heapMb() + "m");
    command.add("-Xmx" + cell.heapMb() + "m");
    command.add(Collector.named(cell.gc()).orElseThrow().flag());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:ErrorFile=" + errorFile);
    // What JMH would tell a fork of its own: which of its methods must not be inlined.
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.add("-XX:CompileCommand=quiet");
    command.add("-XX:CompileCommandFile=" + CompilerHints.hintsFile());
    command.add("-Djmh.ignoreLock=true");
    if (jvm.feature() >= FIRST_WITH_UNSAFE_WARNINGS) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-cp");
    List<String> path = new ArrayList<>(List.of(System.getProperty("java.class.path")));
    classpath.forEach(jar -> path.add(jar.toString()));
    command.add(String.join(File.pathSeparator, path));
    command.add(Drivers.named(cell.driver()).fork().getName());
    command.add(spec.toString());
    return command;
  }
}
