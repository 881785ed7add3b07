package dev.madtree.workloads.mttest;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import dev.madtree.workloads.replay.Allocation;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.LongConsumer;

/**
 * A client of an index, with a clock. Keys and values are made within the clock, as the original
 * does.
 *
 * <p>Used by its thread alone until that has ended.
 */
final class IndexClient implements TeamClient {

  /**
   * What a client did between two looks at the clock.
   *
   * @param op what it did
   * @param operations how many operations
   * @param beginNs when it began
   * @param endNs when it ended
   * @param allocatedBytes what its thread allocated
   */
  record Stretch(String op, long operations, long beginNs, long endNs, long allocatedBytes) {}

  private static final int LOOKS_AT_CLOCK = 64;

  private final OrderedIndex<byte[]> index;
  private final MttestWorkload workload;
  private final int number;
  private final int clients;
  private final long size;
  private final long limit;
  private final long timeNs;
  private final boolean checks;
  private final CyclicBarrier start;
  private final Leftover leftover = new Leftover();
  private final List<Stretch> stretches = new ArrayList<>();
  private long beginNs;
  private long beginBytes;
  private long done;
  private long touched;

  /**
   * Makes a client.
   *
   * @param clients how many there are
   * @param limit the operations of a loop, if the test is not timed
   * @param timeNs the time of a loop, if it is
   * @param checks whether the index stores what it is given, so that gets can be checked
   * @param start where all clients wait for each other before a phase
   */
  IndexClient(
      OrderedIndex<byte[]> index,
      MttestWorkload workload,
      int number,
      int clients,
      long limit,
      long timeNs,
      boolean checks,
      CyclicBarrier start) {
    this.index = index;
    this.workload = workload;
    this.number = number;
    this.clients = clients;
    this.size = limit;
    this.limit = workload.isTimed() ? Integer.MAX_VALUE : limit;
    this.timeNs = workload.isTimed() ? timeNs : Long.MAX_VALUE;
    this.checks = checks;
    this.start = start;
  }

  List<Stretch> stretches() {
    return stretches;
  }

  /** Returns how many operations the loop had that a limit or the time has ended. */
  long done() {
    return done;
  }

  /** Returns a number that depends on everything that was read. */
  long touched() {
    return touched;
  }

  /** Returns what the client says it has left. */
  Leftover leftover() {
    return leftover;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean goesOn(long operations) {
    boolean more =
        operations < limit
            && (operations % LOOKS_AT_CLOCK != 0 || System.nanoTime() - beginNs < timeNs);
    if (!more) {
      done = operations;
    }
    return more;
  }

  @Override
  public void put(long key, long value) {
    index.put(workload.key(key), MttestWorkload.value(value));
  }

  @Override
  public void get(long key) {
    byte[] value = index.get(workload.key(key));
    touched += value == null ? 0 : value[0];
  }

  @Override
  public void check(long key, long expected) {
    byte[] value = index.get(workload.key(key));
    byte[] wanted = MttestWorkload.value(expected);
    touched += wanted.length;
    if (checks && !Arrays.equals(value, wanted)) {
      throw new WrongContentException(
          "client "
              + number
              + " put "
              + expected
              + " under key "
              + key
              + " and got "
              + (value == null ? "nothing" : MttestCheck.text(value)));
    }
  }

  @Override
  public int clients() {
    return clients;
  }

  @Override
  public long size() {
    return size;
  }

  /** Who waits for somebody that has failed is interrupted. */
  @Override
  public boolean isOver() {
    return System.nanoTime() - beginNs >= timeNs || Thread.currentThread().isInterrupted();
  }

  @Override
  public boolean has(long key) {
    return index.get(workload.key(key)) != null;
  }

  @Override
  public boolean remove(long key) {
    return index.remove(workload.key(key)) != null;
  }

  @Override
  public void putNew(long key, long value) {
    byte[] previous = index.put(workload.key(key), MttestWorkload.value(value));
    if (previous != null) {
      wrong("put of key " + key + " found " + MttestCheck.text(previous) + ", expected nothing");
    }
  }

  @Override
  public void removePresent(long key) {
    if (!remove(key)) {
      wrong("removal of key " + key + " found nothing");
    }
  }

  @Override
  public void checkAbsent(long key) {
    byte[] value = index.get(workload.key(key));
    if (value != null) {
      wrong("key " + key + " has " + MttestCheck.text(value) + " after it was removed");
    }
  }

  @Override
  public long scan(long first, int limit, LongConsumer keys) {
    return index.scan(KeyRange.atLeast(workload.key(first)), limit, passing(keys));
  }

  @Override
  public long scanDescending(long last, int limit, LongConsumer keys) {
    return index.scanDescending(KeyRange.atMost(workload.key(last)), limit, passing(keys));
  }

  private EntryVisitor<byte[]> passing(LongConsumer keys) {
    return (key, value) -> {
      touched += value[0];
      keys.accept(workload.number(key));
      return true;
    };
  }

  @Override
  public void wrong(String what) {
    if (checks) {
      throw new WrongContentException("client " + number + ": " + what);
    }
  }

  @Override
  public void leaves(long key, long value) {
    leftover.leaves(key, value);
  }

  @Override
  public void takes(long key) {
    leftover.takes(key);
  }

  @Override
  public void begin() {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("another client has failed", e);
    }
    beginBytes = Allocation.ofThisThread();
    beginNs = System.nanoTime();
  }

  @Override
  public void end(String op, long operations) {
    long endNs = System.nanoTime();
    long bytes = Allocation.ofThisThread() - beginBytes;
    stretches.add(new Stretch(op, operations, beginNs, endNs, bytes));
  }
}
