package dev.madtree.results;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * The service or response times of one operation in one fork.
 *
 * @param loop {@code closed} for service times, {@code open} for times from the intended start
 * @param targetOpsPerS the fixed rate of an open loop, NaN for a closed one
 * @param op which operation: {@code all}, {@code read}, {@code update}, …
 * @param histogram an HdrHistogram of nanoseconds, compressed and in Base64
 */
public record ServiceTimes(String loop, double targetOpsPerS, String op, String histogram) {

  /** Checks that nothing is null. */
  public ServiceTimes {
    Objects.requireNonNull(loop, "loop is missing");
    Objects.requireNonNull(op, "op is missing");
    Objects.requireNonNull(histogram, "histogram is missing");
  }

  /**
   * Returns the service times of an operation in a closed loop, from a histogram of nanoseconds.
   */
  public static ServiceTimes closed(String op, Histogram times) {
    ByteBuffer buffer = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
    int length = times.encodeIntoCompressedByteBuffer(buffer);
    String text = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    return new ServiceTimes("closed", Double.NaN, op, text);
  }
}
