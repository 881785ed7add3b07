package dev.madtree.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Watches the machine from the process that starts the forks: read it before a fork and after its
 * end, and {@link #between} tells what else went on. Starts no command. Not for use by several
 * threads.
 */
public final class NoiseProbe {
  private static final Path ROOT = Path.of("/");
  private static final int BUSY_FIELDS = 8;
  private static final int IDLE = 3;
  private static final int IOWAIT = 4;
  private static final int STEAL = 7;
  private static final int OWN_TIME = 10;
  private static final int OWN_TIMES = 4;
  private static final double NANOS_PER_MICRO = 1000;

  private final SystemFiles files;
  private final SpinCalibration spin;

  /**
   * The counters of one moment, all growing. What cannot be seen is NaN.
   *
   * @param nanos the clock, in nanoseconds
   * @param totalTicks time of all processors
   * @param busyTicks time of all processors that something ran
   * @param stealTicks time of all processors that the hypervisor took
   * @param ownTicks processor time of this process and of its children that have ended
   * @param pressureNanos time in which somebody waited for a processor
   * @param throttledNanos time in which the container's quota held threads back
   */
  public record Reading(
      double nanos,
      double totalTicks,
      double busyTicks,
      double stealTicks,
      double ownTicks,
      double pressureNanos,
      double throttledNanos) {}

  /** Makes a probe of this machine. */
  public NoiseProbe() {
    this(ROOT, new SpinCalibration());
  }

  NoiseProbe(Path root, SpinCalibration spin) {
    this.files = new SystemFiles(root);
    this.spin = spin;
  }

  /**
   * Runs a short loop, of 200 ms, on one processor.
   *
   * @return its speed relative to the best this probe has seen, at most 1
   */
  public double spin() {
    return spin.relativeSpeed();
  }

  /**
   * Reads all counters now. Children of this process count as its own from when they have ended and
   * been waited for.
   *
   * @return the counters
   */
  public Reading read() {
    double[] cpu = fields(files.text("proc/stat").orElse(""), 1);
    double total = sum(cpu, BUSY_FIELDS);
    double steal = cpu.length > STEAL ? cpu[STEAL] : Double.NaN;
    double idle = cpu.length > IOWAIT ? cpu[IDLE] + cpu[IOWAIT] : Double.NaN;
    return new Reading(
        System.nanoTime(),
        total,
        total - idle - steal,
        steal,
        ownTicks(),
        pressureNanos(),
        throttledNanos());
  }

  /**
   * Tells what went on between two readings.
   *
   * @param before the earlier reading
   * @param after the later one, taken after the fork was waited for
   * @return the shares, each from 0 to 100, NaN where a counter cannot be seen
   */
  public static Disturbance between(Reading before, Reading after) {
    double ticks = after.totalTicks() - before.totalTicks();
    double nanos = after.nanos() - before.nanos();
    double foreign =
        after.busyTicks() - before.busyTicks() - (after.ownTicks() - before.ownTicks());
    return new Disturbance(
        pct(after.stealTicks() - before.stealTicks(), ticks),
        pct(after.pressureNanos() - before.pressureNanos(), nanos),
        pct(foreign, ticks),
        pct(after.throttledNanos() - before.throttledNanos(), nanos));
  }

  private static double pct(double part, double whole) {
    return whole > 0 ? Math.max(0, Math.min(100, 100 * part / whole)) : Double.NaN;
  }

  /**
   * Counts the involuntary context switches of all living threads of a process. A fork asks for
   * itself, at the end of its measurement, because its threads are forgotten when they end.
   *
   * @param pid the process
   * @return the number so far, NaN if it cannot be seen
   */
  public static double involuntarySwitches(long pid) {
    SystemFiles files = new SystemFiles(ROOT);
    String tasks = "proc/" + pid + "/task";
    double switches = Double.NaN;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(ROOT.resolve(tasks))) {
      for (Path thread : threads) {
        double count =
            SystemFiles.number(
                files.entry(
                    tasks + "/" + thread.getFileName() + "/status", "nonvoluntary_ctxt_switches"));
        if (!Double.isNaN(count)) {
          switches = Double.isNaN(switches) ? count : switches + count;
        }
      }
    } catch (IOException | RuntimeException e) {
      return Double.NaN;
    }
    return switches;
  }

  /** User and system time of the process and of its waited-for children: four fields in a row. */
  private double ownTicks() {
    String stat = files.text("proc/self/stat").orElse("");
    double[] afterState = fields(stat.substring(stat.lastIndexOf(')') + 1), 1);
    if (afterState.length < OWN_TIME + OWN_TIMES) {
      return Double.NaN;
    }
    return sum(Arrays.copyOfRange(afterState, OWN_TIME, afterState.length), OWN_TIMES);
  }

  private double pressureNanos() {
    String some = files.text("proc/pressure/cpu").orElse("");
    int total = some.indexOf("total=");
    return total < 0
        ? Double.NaN
        : SystemFiles.number(Optional.of(some.substring(total + "total=".length())))
            * NANOS_PER_MICRO;
  }

  /** The second version of control groups counts microseconds, the first nanoseconds. */
  private double throttledNanos() {
    double micros = counter("sys/fs/cgroup/cpu.stat", "throttled_usec ");
    return Double.isNaN(micros)
        ? counter("sys/fs/cgroup/cpu/cpu.stat", "throttled_time ")
        : micros * NANOS_PER_MICRO;
  }

  private double counter(String path, String name) {
    return SystemFiles.number(
        files.lines(path).stream()
            .filter(line -> line.startsWith(name))
            .map(line -> line.substring(name.length()))
            .findFirst());
  }

  /** The numbers of a line from a field on, none if one of them is no number. */
  private static double[] fields(String line, int from) {
    try {
      return Arrays.stream(line.strip().split("\\s+"))
          .skip(from)
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      return new double[0];
    }
  }

  private static double sum(double[] values, int most) {
    return values.length == 0 ? Double.NaN : Arrays.stream(values).limit(most).sum();
  }
}
