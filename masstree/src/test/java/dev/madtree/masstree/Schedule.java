package dev.madtree.masstree;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads of which one runs at a time, until a random one of its accesses to shared memory in a
 * paused copy of the tree; then another one goes on. A seed tells who runs when, so that it plays
 * the same again, however busy the machine is. What the order of memory accesses does to a
 * processor's caches is not to be seen here: each thread sees all that was written before.
 *
 * <p>Whoever waits for a lock passes the turn on. If nobody gets on, that is a failure at once.
 */
final class Schedule {

  /** What each of the threads does. */
  @FunctionalInterface
  interface Part {

    /** Does the part of the thread of a number, from 0 on. */
    void run(int thread) throws Exception;
  }

  private static final int SPINS = 200;

  /** So many accesses of all threads without the end of a step show that there is none. */
  private static final int MOST_ACCESSES = 20_000;

  /** A thread that does not run on to the end of its step makes fewer than 2 to this accesses. */
  private static final int MAGNITUDES = 8;

  private final SplittableRandom random;
  private final Part part;
  private final Thread[] threads;
  private final boolean[] ended;
  private final Thread caller = Thread.currentThread();
  private int accessesLeft;
  private int accessesOfSteps;
  private int running;
  private Throwable failure;

  /**
   * The number of the thread that runs, or the number of threads for the one that waits for all.
   */
  private volatile int turn;

  private Schedule(long seed, int count, Part part) {
    random = new SplittableRandom(seed);
    this.part = part;
    threads = new Thread[count];
    ended = new boolean[count];
    running = count;
    turn = count;
    for (int i = 0; i < count; i++) {
      int thread = i;
      threads[i] = new Thread(() -> serve(thread), "scheduled-" + i);
      threads[i].setDaemon(true);
    }
  }

  /** Plays all parts; throws what the first of them threw that failed, and leaves the others be. */
  static void run(long seed, int count, Part part) throws Throwable {
    Schedule schedule = new Schedule(seed, count, part);
    for (Thread thread : schedule.threads) {
      thread.start();
    }
    schedule.draw();
    schedule.passTo(schedule.random.nextInt(count));
    schedule.await(count);
    if (schedule.failure != null) {
      throw schedule.failure;
    }
  }

  private void serve(int thread) {
    Pauses.follow(this);
    await(thread);
    try {
      part.run(thread);
    } catch (Throwable thrown) {
      failure = thrown;
    }
    ended[thread] = true;
    running--;
    Pauses.follow(null);
    passTo(failure != null || running == 0 ? threads.length : another());
  }

  /** Perhaps lets another thread go on, before the thread that runs makes an access. */
  void access() {
    count();
    if (--accessesLeft < 0) {
      letAnotherRun();
    }
  }

  private void count() {
    if (++accessesOfSteps > MOST_ACCESSES) {
      throw new AssertionError("a call does not end, or waits for one that does not");
    }
  }

  /** Lets another thread go on, since the one that runs waits for something. */
  void waiting() {
    count();
    letAnotherRun();
  }

  /** Counts a step that has ended, and often lets another thread go on. */
  void stepEnded() {
    accessesOfSteps = 0;
    if (accessesLeft > MOST_ACCESSES || random.nextInt(4) == 0) {
      letAnotherRun();
    }
  }

  private void letAnotherRun() {
    draw();
    int self = turn;
    if (running > 1) {
      passTo(another());
      await(self);
    }
  }

  /** Half of the time a step goes on to its end; else it is cut, sooner more often than later. */
  private void draw() {
    accessesLeft =
        random.nextBoolean() ? random.nextInt(2 << random.nextInt(MAGNITUDES)) : Integer.MAX_VALUE;
  }

  /** Any thread that has not ended, but the one that runs. */
  private int another() {
    int self = turn;
    int other;
    do {
      other = random.nextInt(threads.length);
    } while (ended[other] || other == self);
    return other;
  }

  private void passTo(int next) {
    turn = next;
    LockSupport.unpark(next == threads.length ? caller : threads[next]);
  }

  private void await(int self) {
    for (int spins = 0; turn != self; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }
}
