package dev.madtree.workloads.replay;

import dev.madtree.results.NoiseProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says about this process; NaN elsewhere. */
public final class ProcessCounters {

  private static final Path STATUS = Path.of("/proc/self/status");

  private double switchesAtBegin;
  private double switches;

  /** Makes counters that stand at nothing. */
  public ProcessCounters() {}

  /** Begins a stretch in which switches count. */
  public void begin() {
    switchesAtBegin = switchesOfAllThreads();
  }

  /** Ends the stretch. */
  public void end() {
    switches += switchesOfAllThreads() - switchesAtBegin;
  }

  /** Returns the involuntary switches of all threads in all stretches. */
  public double involuntarySwitches() {
    return switches;
  }

  /** Returns the resident memory in mebibytes. */
  public static double residentMb() {
    return field(STATUS, "VmRSS:") / 1024;
  }

  private static double switchesOfAllThreads() {
    return NoiseProbe.involuntarySwitches(ProcessHandle.current().pid());
  }

  private static double field(Path file, String name) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (String line : lines) {
        if (line.startsWith(name)) {
          return Double.parseDouble(line.substring(name.length()).replace("kB", "").trim());
        }
      }
    } catch (IOException | NumberFormatException e) {
      return Double.NaN;
    }
    return Double.NaN;
  }
}
