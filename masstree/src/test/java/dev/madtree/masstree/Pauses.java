package dev.madtree.masstree;

import java.lang.invoke.VarHandle;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Random pauses before the shared accesses of a paused copy of the tree. Each thread has its own
 * generator and now and then changes how often it pauses, so that one runs on while others stand.
 */
final class Pauses {

  private static final int STEADY_ACCESSES = 512;

  /** So many accesses without one of another thread show that there is none to meet. */
  private static final int ALONE_ACCESSES = 96;

  private static final int MOST_SPINS = 200;
  private static final int MOST_NANOS = 30_000;

  private static final AtomicLong threads = new AtomicLong();
  private static final ThreadLocal<Pauses> own = ThreadLocal.withInitial(Pauses::new);
  private static final LongAdder taken = new LongAdder();
  private static volatile long seed = 2012;
  private static volatile boolean abandoned;
  private static volatile boolean inUse;
  private static volatile Pauses latest;

  private final SplittableRandom random = new SplittableRandom(seed + threads.getAndIncrement());
  private int accessesAlone;
  private int accessesLeft;
  private int accessesPerPause = 4;
  private boolean resting;
  private Schedule schedule;

  private Pauses() {}

  /** Sets the seed of all threads that have not paused yet. */
  static void seed(long to) {
    seed = to;
  }

  /** Makes every access from now on fail, so that threads that hang in the tree come out of it. */
  static void abandon() {
    abandoned = true;
  }

  /** Whether the tree that the tests are loaded with is a copy that pauses. */
  static boolean inUse() {
    return inUse;
  }

  /** The pauses that all threads took. */
  static long taken() {
    return taken.sum();
  }

  /** Sets whether the calling thread, which nobody would meet now, goes without pauses. */
  static void rest(boolean now) {
    own.get().resting = now;
  }

  /** Sets the schedule by which the calling thread runs, null for its own. */
  static void follow(Schedule schedule) {
    own.get().schedule = schedule;
  }

  /** Tells that the calling thread has done a step. */
  static void stepEnded() {
    Schedule schedule = own.get().schedule;
    if (schedule != null) {
      schedule.stepEnded();
    }
  }

  /** Waits in the place of {@link Backoff#pause}. */
  static int backOff(int waited) {
    Schedule schedule = own.get().schedule;
    if (schedule == null) {
      return Backoff.pause(waited);
    }
    schedule.waiting();
    return waited;
  }

  /** Lets others run, in the place of {@link Thread#yield}, with which a bug widens its window. */
  static void yieldToOthers() {
    Schedule schedule = own.get().schedule;
    if (schedule == null) {
      Thread.yield();
    } else {
      schedule.waiting();
    }
  }

  /** Perhaps pauses, and returns the handle that is about to be used. */
  static VarHandle at(VarHandle handle) {
    if (abandoned) {
      throw new IllegalStateException("the hunt was abandoned: a call did not end");
    }
    if (!inUse) {
      inUse = true;
    }
    own.get().access();
    return handle;
  }

  private void access() {
    if (schedule != null) {
      schedule.access();
      return;
    }
    if (resting) {
      return;
    }
    accessesAlone = latest == this ? accessesAlone + 1 : 0;
    if (accessesAlone > ALONE_ACCESSES) {
      return;
    }
    latest = this;
    if (accessesLeft-- == 0) {
      accessesLeft = random.nextInt(STEADY_ACCESSES);
      accessesPerPause = 6 << random.nextInt(7);
    }
    if (random.nextInt(accessesPerPause) > 0) {
      return;
    }
    taken.increment();
    int dice = random.nextInt(16);
    if (dice == 0) {
      LockSupport.parkNanos(1 + random.nextInt(MOST_NANOS));
    } else if (dice < 5) {
      Thread.yield();
    } else {
      for (int spins = random.nextInt(MOST_SPINS); spins > 0; spins--) {
        Thread.onSpinWait();
      }
    }
  }
}
