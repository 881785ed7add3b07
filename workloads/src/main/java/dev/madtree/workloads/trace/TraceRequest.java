package dev.madtree.workloads.trace;

import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.mix.Workload;

/**
 * Everything that decides one thread's trace.
 *
 * @param workload the operation mix
 * @param distribution which keys are asked for
 * @param records the number of keys loaded before; where keys are removed, this thread's own of
 *     them
 * @param thread the thread, from 0
 * @param length the number of operations
 * @param seed the campaign's seed
 */
public record TraceRequest(
    Workload workload, Distribution distribution, long records, int thread, int length, long seed) {

  /** Returns a file name that differs wherever the trace does. */
  public String fileName() {
    return String.join(
        "-",
        workload.label().replace(':', '-'),
        distribution.label(),
        "r" + records,
        "t" + thread,
        "n" + length,
        "s" + seed + ".trace");
  }

  /** The seed of this thread's generator: no two requests of a campaign share one. */
  long threadSeed() {
    long mixed = seed;
    for (long part : new long[] {hash(workload.label()), hash(distribution.label()), thread}) {
      mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 32;
    }
    return mixed;
  }

  private static long hash(String label) {
    return label.hashCode();
  }
}
