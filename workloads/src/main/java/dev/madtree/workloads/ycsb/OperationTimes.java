package dev.madtree.workloads.ycsb;

import dev.madtree.results.ServiceTimes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Service times in nanoseconds, a histogram an operation. YCSB counts whole microseconds, in which
 * an index in memory answers everything in zero. Not safe for use by two threads.
 */
final class OperationTimes {

  /** What a database is asked. */
  enum Operation {
    READ,
    SCAN,
    UPDATE,
    INSERT,
    DELETE
  }

  private static final long LONGEST_NS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final double[] PERCENTILES = {50, 90, 95, 99, 99.9};

  private final Histogram[] histograms = new Histogram[Operation.values().length];

  /** Counts one operation that began at a time of {@code nanoTime} and has ended. */
  void record(Operation operation, long startNs) {
    long elapsed = System.nanoTime() - startNs;
    of(operation).recordValue(Math.max(0, Math.min(elapsed, LONGEST_NS)));
  }

  /** Adds what another has counted. */
  void add(OperationTimes other) {
    for (Operation each : Operation.values()) {
      Histogram theirs = other.histograms[each.ordinal()];
      if (theirs != null) {
        of(each).add(theirs);
      }
    }
  }

  /** Returns how often an operation was counted. */
  long count(Operation operation) {
    Histogram histogram = histograms[operation.ordinal()];
    return histogram == null ? 0 : histogram.getTotalCount();
  }

  /** Returns the times of all operations together, then of each that happened. */
  List<ServiceTimes> all() {
    List<ServiceTimes> result = new ArrayList<>();
    Histogram together = new Histogram(LONGEST_NS, DIGITS);
    for (Operation each : Operation.values()) {
      if (count(each) > 0) {
        together.add(histograms[each.ordinal()]);
        String label = each.name().toLowerCase(Locale.ROOT);
        result.add(ServiceTimes.closed(label, histograms[each.ordinal()]));
      }
    }
    if (!result.isEmpty()) {
      result.add(0, ServiceTimes.closed("all", together));
    }
    return result;
  }

  /** Prints lines as YCSB's text exporter does. */
  void print(PrintStream out) {
    for (Operation each : Operation.values()) {
      Histogram histogram = histograms[each.ordinal()];
      if (histogram == null) {
        continue;
      }
      String name = "[MADTREE-" + each + "], ";
      out.println(name + "Operations, " + histogram.getTotalCount());
      out.printf(Locale.ROOT, "%sAverageLatency(ns), %.1f%n", name, histogram.getMean());
      out.println(name + "MinLatency(ns), " + histogram.getMinValue());
      out.println(name + "MaxLatency(ns), " + histogram.getMaxValue());
      for (double percentile : PERCENTILES) {
        String which =
            percentile == Math.rint(percentile)
                ? Long.toString((long) percentile)
                : Double.toString(percentile);
        out.println(
            name
                + which
                + "thPercentileLatency(ns), "
                + histogram.getValueAtPercentile(percentile));
      }
    }
  }

  /** Prints the whole percentile distribution of every operation that happened. */
  void printDistributions(PrintStream out) {
    for (Operation each : Operation.values()) {
      Histogram histogram = histograms[each.ordinal()];
      if (histogram != null) {
        out.println("# " + each + ", nanoseconds");
        histogram.outputPercentileDistribution(out, 1.0);
      }
    }
  }

  private Histogram of(Operation operation) {
    Histogram histogram = histograms[operation.ordinal()];
    if (histogram == null) {
      histogram = new Histogram(LONGEST_NS, DIGITS);
      histograms[operation.ordinal()] = histogram;
    }
    return histogram;
  }
}
