package dev.madtree.masstree.sabotage;

import dev.madtree.masstree.Masstree;
import dev.madtree.masstree.SabotageHunt;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Sends a hunter after a compiled copy of the tree, in a process of its own. */
final class HuntProcess {

  /** How long a process may last beyond the time at which its hunter is said to hang. */
  private static final long PATIENCE_S = 30;

  private HuntProcess() {}

  /**
   * What came of a hunt.
   *
   * @param status one of the exit statuses of {@link SabotageHunt}
   * @param report what was found
   * @param millis how long it took, the start of the process included
   */
  record Outcome(int status, String report, long millis) {}

  /**
   * Hunts.
   *
   * @param classes the compiled copy
   * @param seconds what the hunter has, if it works by time
   * @param patience the seconds after which it is said to hang
   * @param log the file for all that the hunter prints
   * @throws IllegalStateException if the process ends in any other way than a hunter does
   */
  static Outcome hunt(Path classes, String hunter, long seed, long seconds, long patience, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-ea", "-Xmx512m", "-XX:+UseSerialGC"));
    if (hunter.startsWith("scheduled-")) {
      // It waits for no optimal code, and begins at once.
      command.add("-XX:TieredStopAtLevel=1");
    }
    for (String seeded : List.of("paused", "race", "ownership", "stress", "madtree")) {
      command.add("-D" + seeded + ".seed=" + seed);
    }
    // Two of the four cases of a stress test are played, and each of two depths of the race.
    command.add("-Downership.seconds=" + 2 * seconds);
    command.add("-Dstress.seconds=" + 2 * seconds);
    command.add("-Drace.seconds=" + Math.max(1, seconds / 2));
    command.addAll(List.of("-cp", classes + File.pathSeparator + classPathOfTests()));
    command.addAll(
        List.of(SabotageHunt.class.getName(), hunter, "" + seed, "" + seconds, "" + patience));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(patience + PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the process of " + hunter + " does not end, see " + log);
      }
    } finally {
      process.destroyForcibly();
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith(SabotageHunt.REPORT))
            .map(line -> line.substring(SabotageHunt.REPORT.length()))
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException(
          hunter + " ended with status " + process.exitValue() + " and no report, see " + log);
    }
    return new Outcome(process.exitValue(), lines.get(lines.size() - 1), millis);
  }

  /** What the tests run on, without the tree itself. */
  static String classPathOfTests() {
    Path tree = locationOf(Masstree.class);
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).toAbsolutePath().normalize().equals(tree))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The tests alone, which the copy that pauses is compiled with. */
  static Path tests() {
    return locationOf(SabotageHunt.class);
  }

  private static Path locationOf(Class<?> type) {
    URI location = URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(location).toAbsolutePath().normalize();
  }
}
