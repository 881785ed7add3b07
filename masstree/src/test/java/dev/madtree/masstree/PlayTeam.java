package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that play one {@link Play} after another. They share out the preparing of a batch, meet,
 * play it, trying to meet again before each play, and share out the checking: so the plays of a
 * batch follow each other within a microsecond, and no thread waits while there is work.
 *
 * <p>The first two threads take part in every batch and wait by spinning, then yielding; the others
 * sleep until there is a batch that needs them. The thread that calls only watches.
 */
final class PlayTeam {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int SPINS = 20_000;
  private static final int SPINS_IF_CROWDED = 10;
  private static final int SPINS_IF_ALONE = 40;
  private static final int PLAYS_ALONE = 32;
  private static final int YIELDS_IF_CROWDED = 4;
  private static final long GLANCE_MS = 200;

  /** A team that gets nothing done for so long has a call that does not end. */
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Plays plays;
  private final long first;
  private final long end;
  private final long deadlineNanos;
  private final long patienceNanos;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final LongAdder checked = new LongAdder();
  private volatile Batch current;
  private volatile boolean closed;

  /** What the threads know of each other while they play a batch. */
  private static final class Batch {

    /** Neighbours in memory would make the meetings disturb each other. */
    private static final int APART = 16;

    final long number;
    final int threads;
    final long from;
    final Play[] plays;
    final AtomicInteger toPrepare = new AtomicInteger();
    final AtomicInteger prepared = new AtomicInteger();
    final AtomicInteger played = new AtomicInteger();
    final AtomicInteger toCheck = new AtomicInteger();
    final AtomicIntegerArray arrived;
    final int spins;
    volatile int at;

    Batch(long number, int threads, long from, int count) {
      this.number = number;
      this.threads = threads;
      this.from = from;
      spins = threads > PROCESSORS || Pauses.inUse() ? SPINS_IF_CROWDED : SPINS;
      plays = new Play[count];
      arrived = new AtomicIntegerArray(APART * (count + 1));
    }
  }

  /** What a step waits for. */
  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  /** Ends a thread of a team that was closed. */
  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Closed() {
      super("closed", null, false, false);
    }
  }

  /** Makes a team for the plays of some numbers, to be begun before a deadline. */
  PlayTeam(Plays plays, long first, long count, long deadlineNanos) {
    this(plays, first, count, deadlineNanos, PATIENCE_NANOS);
  }

  /** A team that waits so long for a call that does not end. */
  PlayTeam(Plays plays, long first, long count, long deadlineNanos, long patienceNanos) {
    this.patienceNanos = patienceNanos;
    this.plays = plays;
    this.first = first;
    this.end = count > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + count;
    this.deadlineNanos = deadlineNanos;
  }

  /**
   * Plays until all is played or the time is over; returns the number of plays checked.
   *
   * @throws AssertionError if a play went wrong, a call threw or did not end
   */
  long run() {
    for (int i = 0; i < Plays.MOST_THREADS; i++) {
      int worker = i;
      Thread thread = new Thread(() -> serve(worker), "play-" + i);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    try {
      watch();
    } finally {
      close();
    }
    Throwable wrong = failure.get();
    if (wrong instanceof AssertionError found) {
      throw found;
    }
    if (wrong != null) {
      throw new AssertionError(wrong.toString(), wrong);
    }
    return checked.sum();
  }

  /** The number of plays checked so far. */
  long checked() {
    return checked.sum();
  }

  private void watch() {
    long seen = -1;
    long since = System.nanoTime();
    long count = end == Long.MAX_VALUE ? end : end - first;
    Progress told = new Progress("plays", count, deadlineNanos);
    try {
      for (Thread thread : threads) {
        for (thread.join(GLANCE_MS); thread.isAlive(); thread.join(GLANCE_MS)) {
          long done = checked.sum();
          told.at(done);
          Batch batch = current;
          long progress = done + (batch == null ? 0 : batch.at + batch.prepared.get());
          if (progress != seen) {
            seen = progress;
            since = System.nanoTime();
          } else if (System.nanoTime() - since > patienceNanos) {
            throw stuck(batch);
          }
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private AssertionError stuck(Batch batch) {
    StringBuilder text = new StringBuilder("a call did not end");
    for (Thread thread : threads) {
      text.append('\n').append(thread.getName());
      for (StackTraceElement frame : thread.getStackTrace()) {
        text.append("\n  at ").append(frame);
      }
    }
    if (batch != null && batch.plays[batch.at] != null) {
      text.append('\n').append(batch.plays[batch.at].describe());
    }
    return new AssertionError(text.toString());
  }

  private void close() {
    closed = true;
    threads.forEach(LockSupport::unpark);
  }

  private void serve(int worker) {
    Pauses.rest(true);
    try {
      for (long number = first / Plays.BATCH; number <= (end - 1) / Plays.BATCH; number++) {
        int needed = plays.threads(number);
        if (worker == 0) {
          open(number, needed);
        }
        if (worker < needed) {
          join(worker, number);
        }
      }
    } catch (Closed over) {
      return;
    } catch (Throwable wrong) {
      failure.compareAndSet(null, wrong);
      close();
    }
  }

  private void open(long number, int needed) {
    if (System.nanoTime() >= deadlineNanos) {
      close();
      throw new Closed();
    }
    long from = Math.max(first, number * Plays.BATCH);
    long to = Math.min(end, (number + 1) * Plays.BATCH);
    current = new Batch(number, needed, from, (int) (to - from));
    for (int i = 2; i < needed; i++) {
      LockSupport.unpark(threads.get(i));
    }
  }

  private void join(int worker, long number) {
    if (worker >= 2) {
      while (current == null || current.number < number) {
        requireOpen();
        LockSupport.park(this);
      }
    }
    await(SPINS, () -> current != null && current.number >= number);
    Batch batch = current;
    int spins = batch.spins;
    int count = batch.plays.length;
    for (int i = next(batch.toPrepare); i < count; i = next(batch.toPrepare)) {
      Play play = plays.play(batch.from + i);
      play.prepare();
      batch.plays[i] = play;
      batch.prepared.incrementAndGet();
    }
    await(spins, () -> batch.prepared.get() == count);
    Pauses.rest(false);
    playAll(batch, worker);
    Pauses.rest(true);
    batch.played.incrementAndGet();
    await(spins, () -> batch.played.get() == batch.threads);
    for (int i = next(batch.toCheck); i < count; i = next(batch.toCheck)) {
      batch.plays[i].check();
      checked.increment();
    }
  }

  private void playAll(Batch batch, int worker) {
    Play[] all = batch.plays;
    int alone = 0;
    for (int i = 0; i < all.length; i++) {
      boolean met = meet(batch, i, alone == 0);
      alone = met || alone == PLAYS_ALONE ? 0 : alone + 1;
      if (worker == 0) {
        batch.at = i;
      }
      try {
        all[i].play(worker);
      } catch (Throwable thrown) {
        throw new AssertionError("a call failed: " + thrown + "\n" + all[i].describe(), thrown);
      }
    }
  }

  /**
   * Waits a little for the others to come to a play. On a busy machine one of them may have no
   * processor for long; the thread then plays a few alone and waits again, spinning, so that it
   * runs when the other does. Returns whether all are here.
   */
  private boolean meet(Batch batch, int play, boolean patient) {
    int place = Batch.APART * (play + 1);
    if (batch.arrived.incrementAndGet(place) == batch.threads) {
      return true;
    }
    if (Pauses.inUse()) {
      await(batch.spins, () -> batch.arrived.get(place) == batch.threads);
      return true;
    }
    int spins = patient ? batch.spins : SPINS_IF_ALONE;
    for (int waited = 0; waited < spins; waited++) {
      if (batch.arrived.get(place) == batch.threads) {
        return true;
      }
      Thread.onSpinWait();
    }
    int yields = patient && batch.spins < SPINS ? YIELDS_IF_CROWDED : 0;
    for (int waited = 0; waited < yields; waited++) {
      if (batch.arrived.get(place) == batch.threads) {
        return true;
      }
      Thread.yield();
    }
    requireOpen();
    return false;
  }

  private static int next(AtomicInteger counter) {
    return counter.getAndIncrement();
  }

  private void await(int spins, Condition condition) {
    for (int waited = 0; !condition.holds(); waited++) {
      pause(waited, spins);
    }
  }

  private void pause(int waited, int spins) {
    if (waited < spins) {
      Thread.onSpinWait();
    } else {
      requireOpen();
      Thread.yield();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new Closed();
    }
  }
}
