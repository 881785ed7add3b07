package dev.madtree.workloads.campaign;

import dev.madtree.results.ForkCounters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the machine did while a fork ran, from Linux's counters; NaN where there are none.
 *
 * @param total processor time of all kinds, in ticks
 * @param idle time in which nobody wanted a processor, in ticks
 * @param steal time taken by the hypervisor, in ticks
 * @param own time of this process and of the forks that it has waited for, in ticks
 * @param pressureUs microseconds in which somebody waited for a processor
 * @param ns when this was read
 */
record MachineCounters(
    double total, double idle, double steal, double own, double pressureUs, long ns) {

  private static final int FIRST_OF_OWN = 11;

  /** Reads the counters now. */
  static MachineCounters now() {
    double[] cpu = cpuTicks();
    return new MachineCounters(cpu[0], cpu[1], cpu[2], ownTicks(), pressure(), System.nanoTime());
  }

  /** Adds what happened since to the counters that the fork itself has taken. */
  ForkCounters since(MachineCounters before, ForkCounters fork, double spin) {
    double ticks = total - before.total;
    double busy = ticks - (idle - before.idle) - (steal - before.steal);
    double foreign = Math.max(0, busy - (own - before.own));
    return new ForkCounters(
        fork.allocBytesPerOp(),
        fork.gcCount(),
        fork.gcMs(),
        fork.rssMb(),
        100 * (steal - before.steal) / ticks,
        100 * (pressureUs - before.pressureUs) * 1000 / (ns - before.ns),
        100 * foreign / ticks,
        fork.involuntarySwitches(),
        spin);
  }

  /** Total, idle and stolen ticks: the first line is {@code cpu user nice system idle iowait …}. */
  private static double[] cpuTicks() {
    try {
      String[] words = firstLine(Path.of("/proc/stat")).split("\\s+");
      double total = 0;
      // Guests' time, from the ninth figure on, is in user time already.
      for (int i = 1; i <= 8; i++) {
        total += Double.parseDouble(words[i]);
      }
      double idle = Double.parseDouble(words[4]) + Double.parseDouble(words[5]);
      return new double[] {total, idle, Double.parseDouble(words[8])};
    } catch (IOException | RuntimeException e) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
  }

  /** User and system time of this process and of its ended children. */
  private static double ownTicks() {
    try {
      String line = firstLine(Path.of("/proc/self/stat"));
      // The name in parentheses may hold anything; the figures follow the last one.
      String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
      double sum = 0;
      for (int i = FIRST_OF_OWN; i < FIRST_OF_OWN + 4; i++) {
        sum += Double.parseDouble(words[i]);
      }
      return sum;
    } catch (IOException | RuntimeException e) {
      return Double.NaN;
    }
  }

  private static double pressure() {
    try {
      String line = firstLine(Path.of("/proc/pressure/cpu")).toLowerCase(Locale.ROOT);
      return Double.parseDouble(line.substring(line.indexOf("total=") + "total=".length()));
    } catch (IOException | RuntimeException e) {
      return Double.NaN;
    }
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readAllLines(file).get(0);
  }
}
