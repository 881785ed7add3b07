package dev.madtree.workloads.replay;

import dev.madtree.workloads.distributions.Draws;
import dev.madtree.workloads.keys.KeyShape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills an index with the loaded keys, in a shuffled order, then lets the collector settle. */
final class Loading {

  private Loading() {}

  /**
   * Loads the keys from 0 to below the replay's records, with values that say so.
   *
   * <p>Each key is a new array, not the one that the replay asks with.
   *
   * @param threads how many share the work
   * @param signOfLife called now and then, for the one who watches
   * @throws IllegalStateException if the index throws
   */
  static <V> void load(
      Replay<V> replay, KeyShape shape, long seed, int threads, Runnable signOfLife)
      throws InterruptedException {
    int[] order = Draws.shuffled(replay.records(), seed);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int from = (int) ((long) order.length * thread / threads);
        int to = (int) ((long) order.length * (thread + 1) / threads);
        parts.add(workers.submit(() -> loadPart(replay, shape, order, from, to, signOfLife)));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("loading failed: " + e.getCause(), e.getCause());
    } finally {
      workers.shutdownNow();
    }
    System.gc();
  }

  private static <V> void loadPart(
      Replay<V> replay, KeyShape shape, int[] order, int from, int to, Runnable signOfLife) {
    int tenth = Math.max(1, (to - from) / 10);
    for (int i = from; i < to; i++) {
      int number = order[i];
      replay.index().put(shape.key(number), replay.values().of(Stamp.loaded(number)));
      if ((i - from) % tenth == 0) {
        signOfLife.run();
      }
    }
  }
}
