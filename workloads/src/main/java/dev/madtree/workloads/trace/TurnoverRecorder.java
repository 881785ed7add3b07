package dev.madtree.workloads.trace;

import dev.madtree.workloads.distributions.Draws;
import java.util.Arrays;
import java.util.SplittableRandom;
import site.ycsb.generator.CounterGenerator;
import site.ycsb.generator.NumberGenerator;

/**
 * Draws traces that remove keys, which YCSB's core workload never does.
 *
 * <p>All keys of such a trace are its thread's own: those from 0 to below {@code records} are the
 * thread's share of the loaded ones. A removal therefore always finds its key, an insert never
 * does, and the trace ends with the keys that it began with, so that it can begin again.
 */
final class TurnoverRecorder {

  /** Which part of a thread's keys is away at most. */
  private static final int WINDOW_OF_KEYS = 4;

  private final TraceRequest request;
  private final int share;
  private final SplittableRandom random;
  private final byte[] operations;
  private final int[] keys;
  private int length;

  private TurnoverRecorder(TraceRequest request) {
    if (request.records() < 1) {
      throw new IllegalArgumentException(
          "workload " + request.workload().label() + " needs at least one key for each thread");
    }
    this.request = request;
    this.share = Math.toIntExact(request.records());
    this.random = new SplittableRandom(request.threadSeed());
    this.operations = new byte[request.length()];
    this.keys = new int[request.length()];
  }

  /**
   * Draws one thread's trace.
   *
   * @param request of an even length; its records are the thread's own
   */
  static Trace record(TraceRequest request) {
    TurnoverRecorder recorder = new TurnoverRecorder(request);
    if (request.workload().putsBack()) {
      recorder.removeAndPutBack();
    } else {
      recorder.replaceAndReturn();
    }
    return new Trace(request.records(), recorder.operations, recorder.keys, new short[0]);
  }

  /**
   * Removes a key in a place that the distribution draws and inserts a new one there, until half of
   * the trace is full; the other half takes all of it back, in reverse.
   */
  private void replaceAndReturn() {
    NumberGenerator place =
        request.distribution().create(share, new CounterGenerator(share), random.split());
    int[] present = upTo(share);
    int next = share;
    int half = operations.length / 2;
    while (length < half) {
      int drawn = place.nextValue().intValue();
      append(Operation.REMOVE, present[drawn]);
      present[drawn] = next++;
      if (length < half) {
        append(Operation.INSERT, present[drawn]);
      }
    }
    for (int i = half - 1; i >= 0; i--) {
      boolean removed = operations[i] == Operation.REMOVE.code();
      append(removed ? Operation.INSERT : Operation.REMOVE, keys[i]);
    }
  }

  /** Removes some of the keys in random order, then puts them back in another, over and over. */
  private void removeAndPutBack() {
    int[] all = upTo(share);
    int most = Math.max(1, share / WINDOW_OF_KEYS);
    while (length < operations.length) {
      int window = Math.min(most, (operations.length - length) / 2);
      drawFirst(window, share, all);
      for (int i = 0; i < window; i++) {
        append(Operation.REMOVE, all[i]);
      }
      drawFirst(window, window, all);
      for (int i = 0; i < window; i++) {
        append(Operation.INSERT, all[i]);
      }
    }
  }

  /** Brings a random choice of the first {@code of} numbers to the first places, in any order. */
  private void drawFirst(int count, int of, int[] numbers) {
    for (int i = 0; i < count; i++) {
      int other = i + (int) Draws.below(of - i, random);
      int drawn = numbers[other];
      numbers[other] = numbers[i];
      numbers[i] = drawn;
    }
  }

  private static int[] upTo(int count) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  private void append(Operation operation, int key) {
    operations[length] = operation.code();
    keys[length] = key;
    length++;
  }
}
