package dev.madtree.workloads.ycsb;

import dev.madtree.workloads.replay.Allocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.htrace.core.Tracer;
import site.ycsb.ClientThread;
import site.ycsb.DBFactory;
import site.ycsb.UnknownDBException;
import site.ycsb.Workload;
import site.ycsb.WorkloadException;
import site.ycsb.workloads.CoreWorkload;

/**
 * YCSB's client threads, each around its own {@code DBWrapper} of the binding, and the one {@code
 * CoreWorkload} that they share: for one load, or for one iteration of transactions.
 */
final class ClientTeam {

  private static final int NO_LIMIT = 0;
  private static final double NO_TARGET = 0;

  private final Properties properties;
  private final Workload workload = new CoreWorkload();
  private final Runnable signOfLife;

  private ClientTeam(Properties properties, Runnable signOfLife) {
    this.properties = properties;
    this.signOfLife = signOfLife;
  }

  /**
   * What a team has done.
   *
   * @param operations how many operations, exactly
   * @param seconds from the start of the first thread to the end of the last
   * @param allocatedBytes what the threads allocated
   */
  record Ran(long operations, double seconds, long allocatedBytes) {}

  /**
   * Inserts the records that the properties say.
   *
   * @param signOfLife called now and then, for the one who watches
   */
  static Ran load(Properties properties, long records, int threads, Runnable signOfLife)
      throws InterruptedException {
    ClientTeam team = new ClientTeam(properties, signOfLife);
    List<ClientThread> clients = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      long share = records * (i + 1) / threads - records * i / threads;
      // A client that is to insert nothing would insert without end.
      if (share > 0) {
        clients.add(team.client(false, Math.toIntExact(share), ended));
      }
    }
    return team.run(clients, Double.POSITIVE_INFINITY);
  }

  /**
   * Asks transactions for a time.
   *
   * @param signOfLife called now and then, for the one who watches
   */
  static Ran transactions(Properties properties, int threads, double seconds, Runnable signOfLife)
      throws InterruptedException {
    ClientTeam team = new ClientTeam(properties, signOfLife);
    List<ClientThread> clients = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      clients.add(team.client(true, NO_LIMIT, ended));
    }
    return team.run(clients, seconds);
  }

  private ClientThread client(boolean transactions, int operations, CountDownLatch ended) {
    Tracer tracer = new Tracer.Builder("madtree").build();
    try {
      return new ClientThread(
          DBFactory.newDB(MadtreeClient.class.getName(), properties, tracer),
          transactions,
          workload,
          properties,
          operations,
          NO_TARGET,
          ended);
    } catch (UnknownDBException e) {
      throw new IllegalStateException("YCSB cannot make our binding: " + e.getMessage(), e);
    }
  }

  private Ran run(List<ClientThread> clients, double seconds) throws InterruptedException {
    try {
      workload.init(properties);
    } catch (WorkloadException e) {
      throw new IllegalArgumentException("YCSB refuses the workload: " + e.getMessage(), e);
    }
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      // Starting a thread can take longer than a short iteration.
      CyclicBarrier ready = new CyclicBarrier(clients.size() + 1);
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < clients.size(); i++) {
        ClientThread client = clients.get(i);
        client.setThreadId(i);
        client.setThreadCount(clients.size());
        running.add(threads.submit(() -> allocatedBy(client, ready)));
      }
      ready.await();
      long start = System.nanoTime();
      if (seconds < Double.POSITIVE_INFINITY) {
        stopAfter(seconds, clients, running);
      }
      long allocated = 0;
      for (Future<Long> each : running) {
        allocated += ended(each);
      }
      double took = (System.nanoTime() - start) / 1e9;
      return new Ran(done(clients), took, allocated);
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("a client thread did not start", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Requests the stop as YCSB's own terminator does, which counts whole seconds. On a machine so
   * busy that nobody has asked anything by then, it waits for somebody: no rate is nought.
   */
  private void stopAfter(double seconds, List<ClientThread> clients, List<Future<Long>> running)
      throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.round(seconds * 1e9));
    while (done(clients) == 0 && !running.stream().allMatch(Future::isDone)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    workload.requestStop();
  }

  private static long done(List<ClientThread> clients) {
    return clients.stream().mapToLong(ClientThread::getOpsDone).sum();
  }

  private static long allocatedBy(ClientThread client, CyclicBarrier ready)
      throws InterruptedException, BrokenBarrierException {
    ready.await();
    long before = Allocation.ofThisThread();
    client.run();
    return Allocation.ofThisThread() - before;
  }

  private long ended(Future<Long> client) throws InterruptedException {
    while (true) {
      try {
        return client.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException stillRunning) {
        signOfLife.run();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client thread died: " + e.getCause(), e.getCause());
      }
    }
  }
}
