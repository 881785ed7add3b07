package dev.madtree.workloads.mttest;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.mttest.IndexClient.Stretch;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A test run once through, by all its clients, on an index that was empty. */
final class MttestRun {

  private final List<IndexClient> clients;

  private MttestRun(List<IndexClient> clients) {
    this.clients = clients;
  }

  /**
   * Runs a test.
   *
   * @param limit the operations of a loop, if the test is not timed
   * @param timeNs the time of a loop, if it is
   * @param checks whether the index stores what it is given
   * @throws WrongContentException if a get did not find what was put
   * @throws IllegalStateException if the index throws
   */
  static MttestRun of(
      OrderedIndex<byte[]> index,
      MttestWorkload workload,
      int threads,
      long limit,
      long timeNs,
      boolean checks)
      throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<IndexClient> clients = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    ExecutorCompletionService<Void> ended = new ExecutorCompletionService<>(workers);
    try {
      for (int number = 0; number < threads; number++) {
        IndexClient client =
            new IndexClient(index, workload, number, threads, limit, timeNs, checks, start);
        clients.add(client);
        ended.submit(() -> workload.runInTeam(client), null);
      }
      for (int i = 0; i < threads; i++) {
        ended.take().get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WrongContentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(e.getCause().toString(), e.getCause());
    } finally {
      // Where one has failed, the others may wait for it.
      workers.shutdownNow();
    }
    return new MttestRun(clients);
  }

  /** Returns, for each client, how many operations ended its loop. */
  List<Long> done() {
    return clients.stream().map(IndexClient::done).toList();
  }

  /** Returns, for each client, what it says it has left. */
  List<Leftover> leftovers() {
    return clients.stream().map(IndexClient::leftover).toList();
  }

  /** Returns all operations of all clients within the clock. */
  long operations() {
    return stretches().stream().mapToLong(Stretch::operations).sum();
  }

  /** Returns what all clients allocated within the clock. */
  long allocatedBytes() {
    return stretches().stream().mapToLong(Stretch::allocatedBytes).sum();
  }

  /** Returns a number that depends on everything that was read. */
  long touched() {
    return clients.stream().mapToLong(IndexClient::touched).sum();
  }

  /**
   * Returns the sum of the clients' own rates, each its operations over its own time: what the
   * original calls throughput. A client that is done early does not count as idle.
   */
  double sumOfRates() {
    double sum = 0;
    for (IndexClient client : clients) {
      long operations = client.stretches().stream().mapToLong(Stretch::operations).sum();
      long ns = client.stretches().stream().mapToLong(each -> each.endNs() - each.beginNs()).sum();
      sum += operations * 1e9 / Math.max(1, ns);
    }
    return sum;
  }

  /** Returns operations over wall-clock: from the first client's begin to the last one's end. */
  double throughput() {
    long ns = 0;
    for (List<Stretch> phase : phases().values()) {
      ns += wallClockNs(phase);
    }
    return operations() * 1e9 / Math.max(1, ns);
  }

  /** Returns operations over wall-clock of each phase, by what it did. */
  Map<String, Double> throughputs() {
    Map<String, Double> result = new LinkedHashMap<>();
    phases()
        .forEach(
            (op, phase) -> {
              long operations = phase.stream().mapToLong(Stretch::operations).sum();
              result.put(op, operations * 1e9 / Math.max(1, wallClockNs(phase)));
            });
    return result;
  }

  private Map<String, List<Stretch>> phases() {
    Map<String, List<Stretch>> phases = new LinkedHashMap<>();
    for (Stretch each : stretches()) {
      phases.computeIfAbsent(each.op(), op -> new ArrayList<>()).add(each);
    }
    return phases;
  }

  /** All clients begin a phase together, so that phases do not overlap. */
  private static long wallClockNs(List<Stretch> phase) {
    long begin = phase.get(0).beginNs();
    long end = phase.get(0).endNs();
    for (Stretch each : phase) {
      // Differences, because the clock may overflow.
      begin = each.beginNs() - begin < 0 ? each.beginNs() : begin;
      end = each.endNs() - end > 0 ? each.endNs() : end;
    }
    return end - begin;
  }

  private List<Stretch> stretches() {
    return clients.stream().flatMap(client -> client.stretches().stream()).toList();
  }
}
