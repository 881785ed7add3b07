package dev.madtree.workloads.jmh;

import dev.madtree.workloads.distributions.Draws;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * The records that one thread asks for: drawn beforehand, uniformly, in a row that begins again.
 */
@State(Scope.Thread)
public class RandomRecords {

  /** A power of two, and more than caches hold. */
  private static final int DRAWN = 1 << 22;

  private int[] numbers;
  private int at;

  /** Makes an empty row; JMH fills it. */
  public RandomRecords() {}

  /** Draws the records, others for each thread. */
  @Setup(Level.Trial)
  public void draw(BenchmarkParams benchmark, ThreadParams thread) {
    int records = Integer.parseInt(benchmark.getParam("records"));
    long seed = Long.parseLong(benchmark.getParam("seed"));
    SplittableRandom random = new SplittableRandom(seed + 1 + thread.getThreadIndex());
    numbers = new int[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      numbers[i] = (int) Draws.below(records, random);
    }
  }

  /** Returns the next record's number. */
  final int next() {
    return numbers[at++ & DRAWN - 1];
  }
}
