package dev.madtree.competitors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that do one job together; what one of them finds wrong is thrown. */
final class Team {

  private static final long PATIENCE_S = 120;

  private Team() {}

  /** What one thread of a team does. */
  @FunctionalInterface
  public interface Job {
    /** Does the part of the thread of a number, from 0 on. */
    void run(int thread) throws Exception;
  }

  /** Runs a job in several threads and waits for all of them. */
  public static void run(int threads, Job job) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        parts.add(
            pool.submit(
                () -> {
                  job.run(thread);
                  return null;
                }));
      }
      for (Future<?> part : parts) {
        part.get(PATIENCE_S, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
