package dev.madtree.results;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Fork records for tests. */
final class Forks {
  static final ForkCounters QUIET = new ForkCounters(16, 3, 12.5, 300, 0, 0, 0.5, 7, 1);

  private Forks() {}

  static CellKey cell(String structure, String workload, int threads) {
    return new CellKey(
        "20260101T000000Z_test_abc",
        "e0e0e0e0e0",
        "abc1234",
        structure,
        "replay",
        workload,
        "zipfian",
        "ycsb",
        23.5,
        8,
        1_000_000,
        threads,
        "Temurin 17.0.1",
        "g1",
        1024,
        "feed",
        structure + "-" + workload + "-" + threads);
  }

  static ForkRecord ok(CellKey cell, int round, double... throughputs) {
    return fork(cell, round, 0, Status.OK, "", throughputs);
  }

  static ForkRecord fork(
      CellKey cell, int round, int attempt, Status status, String error, double... throughputs) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample(Phase.WARMUP, 0, 1000, 1, "throughput", "all", 1, "ops/s"));
    for (double value : throughputs) {
      samples.add(
          new Sample(
              Phase.MEASURE,
              samples.size() - 1,
              2000,
              1.0001,
              "throughput",
              "all",
              value,
              "ops/s"));
    }
    return new ForkRecord(cell, round, attempt, status, error, samples, List.of(), QUIET);
  }

  static ForkRecord withTimes(ForkRecord fork, long... nanoseconds) {
    Histogram histogram = new Histogram(3);
    Arrays.stream(nanoseconds).forEach(histogram::recordValue);
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    String text = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    return new ForkRecord(
        fork.cell(),
        fork.round(),
        fork.attempt(),
        fork.status(),
        fork.error(),
        fork.samples(),
        List.of(new ServiceTimes("closed", Double.NaN, "all", text)),
        fork.counters());
  }
}
