package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that play histories together, one after another, and begin each at the same moment. The
 * thread that calls is the first of them. They wait by spinning and yielding: tens of thousands of
 * histories a second leave no time to sleep.
 */
final class HistoryTeam implements AutoCloseable {

  private static final int SPINS = 200;

  private record Round(
      History history, Subject subject, AtomicInteger waiting, AtomicInteger busy) {}

  private final List<Thread> threads = new ArrayList<>();
  private volatile Round round;
  private volatile boolean closed;
  private volatile Throwable failure;

  HistoryTeam(int most) {
    for (int i = 1; i < most; i++) {
      int number = i;
      Thread thread = new Thread(() -> serve(number), "history-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** Plays a history on a tree that holds what it begins with. */
  void play(History history, Subject subject) {
    int count = history.threads.length;
    Round next = new Round(history, subject, new AtomicInteger(count), new AtomicInteger(count));
    round = next;
    part(next, 0);
    for (int waited = 0; next.busy.get() > 0; waited++) {
      pause(waited);
    }
    if (failure != null) {
      throw new AssertionError("a call failed: " + failure, failure);
    }
  }

  private void serve(int number) {
    Round last = null;
    for (int waited = 0; !closed; waited++) {
      Round now = round;
      if (now == last) {
        pause(waited);
        continue;
      }
      last = now;
      waited = 0;
      if (number < now.history.threads.length) {
        part(now, number);
      }
    }
  }

  private void part(Round now, int number) {
    try {
      now.waiting.decrementAndGet();
      for (int waited = 0; now.waiting.get() > 0 && !closed; waited++) {
        pause(waited);
      }
      now.history.play(number, now.subject);
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      now.busy.decrementAndGet();
    }
  }

  private static void pause(int waited) {
    if (waited < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
