package dev.madtree.masstree;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A call in a thread of its own that waits for a node which the test holds, so that the test can
 * change the tree under it at a known point.
 */
final class WaitingCall<T> {

  private static final long PATIENCE_S = 300;

  private final FutureTask<T> call;
  private final Thread thread;

  private WaitingCall(Callable<T> call) {
    this.call = new FutureTask<>(call);
    thread = new Thread(this.call, "waiting call");
    thread.setDaemon(true);
  }

  /** Begins a call and returns once it waits for a node on behalf of a class. */
  static <T> WaitingCall<T> begin(Class<?> waiting, Callable<T> call) {
    WaitingCall<T> begun = new WaitingCall<>(call);
    begun.thread.start();
    begun.awaitIn(waiting);
    return begun;
  }

  /** Returns once the call waits for a node on behalf of a class. */
  void awaitIn(Class<?> waiting) {
    while (!waiting.getName().equals(waitsFor())) {
      if (call.isDone()) {
        throw new AssertionError("The call did not wait in " + waiting + ": " + call);
      }
      Thread.yield();
    }
  }

  /** The class that called what waits, or null if nothing does. */
  private String waitsFor() {
    boolean waits = false;
    for (StackTraceElement frame : thread.getStackTrace()) {
      String name = frame.getClassName();
      if (name.equals(Backoff.class.getName())) {
        waits = true;
      } else if (waits && !name.equals(Node.class.getName())) {
        return name;
      }
    }
    return null;
  }

  /** What the call returned; what it threw is thrown. */
  T result() throws Exception {
    try {
      return call.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException exception) {
      throw new AssertionError("The call failed", exception.getCause());
    }
  }
}
