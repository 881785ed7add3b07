package dev.madtree.results;

import java.util.function.DoubleSupplier;

/**
 * A short loop without memory accesses, whose speed shows what the processor gives at the moment.
 */
final class SpinCalibration {
  private static final long SPIN_NANOS = 200_000_000;
  private static final int STEPS = 1 << 12;

  private final DoubleSupplier speed;
  private double best;
  private boolean compiled;

  SpinCalibration() {
    this.speed = SpinCalibration::measure;
  }

  /** Makes a calibration over another source of speeds, for tests. */
  SpinCalibration(DoubleSupplier speed) {
    this.speed = speed;
  }

  /** The speed now over the best so far. The first time the loop runs twice, to be compiled. */
  double relativeSpeed() {
    if (!compiled) {
      speed.getAsDouble();
      compiled = true;
    }
    double now = speed.getAsDouble();
    best = Math.max(best, now);
    return now / best;
  }

  private static double measure() {
    long start = System.nanoTime();
    long elapsed;
    long loops = 0;
    long state = start | 1;
    do {
      state = xorshift(state);
      loops++;
      elapsed = System.nanoTime() - start;
    } while (elapsed < SPIN_NANOS);
    // A xorshift never reaches zero; the test keeps the compiler from dropping the loop.
    return state == 0 ? 0 : (double) loops / elapsed;
  }

  private static long xorshift(long from) {
    long state = from;
    for (int i = 0; i < STEPS; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }
}
