package dev.madtree.workloads.mttest;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.replay.Allocation;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * A client of an index, with a clock. Keys and values are made within the clock, as the original
 * does.
 *
 * <p>Used by its thread alone until that has ended.
 */
final class IndexClient implements Client {

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
  private final long limit;
  private final long timeNs;
  private final boolean checks;
  private final CyclicBarrier start;
  private final List<Stretch> stretches = new ArrayList<>();
  private long beginNs;
  private long beginBytes;
  private long done;
  private long touched;

  /**
   * Makes a client.
   *
   * @param limit the operations of a loop, if the test is not timed
   * @param timeNs the time of a loop, if it is
   * @param checks whether the index stores what it is given, so that gets can be checked
   * @param start where all clients wait for each other before a phase
   */
  IndexClient(
      OrderedIndex<byte[]> index,
      MttestWorkload workload,
      int number,
      long limit,
      long timeNs,
      boolean checks,
      CyclicBarrier start) {
    this.index = index;
    this.workload = workload;
    this.number = number;
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
