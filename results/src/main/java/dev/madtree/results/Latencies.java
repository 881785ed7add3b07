package dev.madtree.results;

import dev.madtree.results.csv.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Merges the histograms of a cell's forks, for {@code latency.csv} and {@code hdr/}. */
final class Latencies {
  /** Percentiles are averaged nowhere: they are read from merged histograms. */
  private static final double[] PERCENTILES = {
    0, 50, 75, 90, 95, 99, 99.5, 99.9, 99.99, 99.999, 99.9999, 99.99999, 99.999999
  };

  private static final double FEWEST_BEYOND = 10;
  private static final double MAXIMUM = 100;

  private final CellForks cell;
  private final Map<Times, Histogram> merged = new LinkedHashMap<>();

  private record Times(String loop, double targetOpsPerS, String op) {}

  /**
   * Merges the histograms of the forks that count.
   *
   * @throws IOException if a histogram cannot be decoded
   */
  Latencies(CellForks cell) throws IOException {
    this.cell = cell;
    for (ForkRecord fork : cell.measured()) {
      for (ServiceTimes times : fork.serviceTimes()) {
        merge(fork, times);
      }
    }
  }

  private void merge(ForkRecord fork, ServiceTimes times) throws IOException {
    Histogram histogram;
    try {
      byte[] bytes = Base64.getDecoder().decode(times.histogram());
      histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
    } catch (DataFormatException | RuntimeException e) {
      throw new IOException(
          String.format(
              "cell %s, round %d, op %s: the histogram cannot be decoded, expected a compressed"
                  + " HdrHistogram in Base64: %s",
              fork.cell().cellId(), fork.round(), times.op(), e.getMessage()),
          e);
    }
    Times key = new Times(times.loop(), times.targetOpsPerS(), times.op());
    Histogram sum = merged.get(key);
    if (sum == null) {
      histogram.setAutoResize(true);
      merged.put(key, histogram);
    } else {
      sum.add(histogram);
    }
  }

  boolean isEmpty() {
    return merged.isEmpty();
  }

  /** The percentiles, up to where fewer than ten times lie beyond, and the maximum. */
  List<LatencyRow> rows() {
    List<LatencyRow> rows = new ArrayList<>();
    merged.forEach(
        (times, histogram) -> {
          long total = histogram.getTotalCount();
          for (double percentile : PERCENTILES) {
            if (total * (MAXIMUM - percentile) / MAXIMUM >= FEWEST_BEYOND) {
              rows.add(row(times, histogram, percentile));
            }
          }
          if (total > 0) {
            rows.add(row(times, histogram, MAXIMUM));
          }
        });
    return rows;
  }

  private LatencyRow row(Times times, Histogram histogram, double percentile) {
    return new LatencyRow(
        cell.cell(),
        times.loop(),
        times.targetOpsPerS(),
        times.op(),
        percentile,
        histogram.getValueAtPercentile(percentile),
        histogram.getTotalCount());
  }

  /** The name of the cell's log: its labels for people, its digest to be unique. */
  String fileName() {
    CellKey key = cell.cell();
    String labels =
        String.join(
            "_",
            key.structure(),
            key.driver(),
            key.workload(),
            key.distribution(),
            key.threads() + "t");
    String slug = labels.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    String digest = key.cellId().replaceAll("[^A-Za-z0-9]+", "-");
    return slug.substring(0, Math.min(slug.length(), 100)) + "_" + digest + ".hlog";
  }

  /** Writes the merged histograms as an interval log, one tagged interval an operation. */
  void write(Path folder) throws IOException {
    AtomicFile.replace(
        folder.resolve(fileName()),
        out -> {
          HistogramLogWriter log = new HistogramLogWriter(out);
          log.outputLogFormatVersion();
          log.outputLegend();
          merged.forEach(
              (times, histogram) -> {
                histogram.setTag((times.loop() + "-" + times.op()).replaceAll("[,\\s]+", "-"));
                log.outputIntervalHistogram(histogram);
              });
        });
  }
}
