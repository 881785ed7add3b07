package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that do one job together; what one of them finds wrong is thrown. */
final class Team {

  private static final long PATIENCE_S = 300;

  private Team() {}

  /** What one thread of a team does. */
  @FunctionalInterface
  interface Job {

    /** Does the part of the thread of a number, from 0 on; returns the operations done. */
    long run(int thread) throws Exception;
  }

  /** Runs a job in several threads, waits for all of them, and returns the operations done. */
  static long run(int threads, Job job) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        parts.add(pool.submit(() -> job.run(thread)));
      }
      long operations = 0;
      for (Future<Long> part : parts) {
        operations += part.get(PATIENCE_S, TimeUnit.SECONDS);
      }
      return operations;
    } finally {
      pool.shutdownNow();
    }
  }
}
