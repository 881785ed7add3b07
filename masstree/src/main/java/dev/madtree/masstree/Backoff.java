package dev.madtree.masstree;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits for another thread's short critical section: spins, then yields, then parks.
 *
 * <p>Spinning alone would starve a preempted holder wherever there are more threads than cores.
 */
final class Backoff {

  private static final int SPINS = 64;
  private static final int YIELDS = 16;
  private static final long PARK_NANOS = 20_000;

  private Backoff() {}

  /** Waits a little; returns what to pass to the next call of the same wait. Begins with 0. */
  static int pause(int waited) {
    if (waited < SPINS) {
      Thread.onSpinWait();
    } else if (waited < SPINS + YIELDS) {
      Thread.yield();
    } else {
      // An interrupted thread does not park; it yields at least.
      Thread.yield();
      LockSupport.parkNanos(PARK_NANOS);
      return waited;
    }
    return waited + 1;
  }
}
