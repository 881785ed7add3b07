package dev.madtree.workloads.campaign;

/** The speed of one core in a short loop, relative to the best seen in this campaign. */
final class SpinCalibration {

  private static final long SPIN_NS = 20_000_000;

  private double best;
  private long sink = 1;

  /** Returns the speed now, 1 if it is the best so far. */
  double measure() {
    long begin = System.nanoTime();
    long loops = 0;
    long x = sink;
    while (System.nanoTime() - begin < SPIN_NS) {
      for (int i = 0; i < 1000; i++) {
        x = x * 6364136223846793005L + 1442695040888963407L;
      }
      loops++;
    }
    sink = x;
    double speed = loops * 1e9 / (System.nanoTime() - begin);
    best = Math.max(best, speed);
    return speed / best;
  }
}
