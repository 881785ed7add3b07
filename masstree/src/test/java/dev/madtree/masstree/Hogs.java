package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.List;

/** Threads that burn processor time, so that others are preempted at every place. */
final class Hogs implements AutoCloseable {

  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  Hogs(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::burn, "hog-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  private void burn() {
    while (!closed) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
