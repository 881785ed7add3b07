package dev.madtree.workloads.replay;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.KeyView;
import dev.madtree.workloads.trace.Operation;
import dev.madtree.workloads.trace.Trace;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * One thread's way through its trace, in batches, at full speed, round and round.
 *
 * <p>Before a batch its keys are touched once in a loop of independent loads: a caller of a map has
 * just built or received its key, so the key is in the cache, and the cost of fetching it from
 * memory would be the harness's own. The keys handed in are never the objects that were loaded, so
 * this warms nothing that the index holds.
 *
 * <p>Not thread-safe; read by others only when its thread has stopped.
 *
 * @param <V> the type of the values
 */
final class Replayer<V> implements EntryVisitor<V> {

  /** Operations in a batch. Traces are whole numbers of batches. */
  static final int BATCH = 256;

  private static final long LONGEST_NS = 3_600_000_000_000L;

  private final OrderedIndex<V> index;
  private final Values<V> values;
  private final byte[][] keys;
  private final int thread;
  private final byte[] operations;
  private final int[] keyNumbers;
  private final short[] scanLengths;
  private final int sampleEvery;
  private final boolean ownsKeys;
  private final byte[][] staged = new byte[BATCH][];
  private final byte[][] together = new byte[Operation.MULTIGET_KEYS][];
  private final V[] found;
  private final Map<Operation, Histogram> serviceTimes = new EnumMap<>(Operation.class);

  private int at;
  private long laps;
  private int untilSample;
  private boolean sampling;
  private long scanned;
  private long unexpected;

  @SuppressWarnings("unchecked") // Nothing but values of the index is ever put into the array.
  Replayer(Replay<V> replay, int thread, int[] keyNumbers, Trace trace, int sampleEvery) {
    if (trace.length() == 0 || trace.length() % BATCH != 0) {
      throw new IllegalArgumentException(
          "a trace of " + trace.length() + " operations is no whole number of batches");
    }
    this.index = replay.index();
    this.values = replay.values();
    this.keys = replay.keys();
    this.thread = thread;
    this.operations = trace.operations();
    this.keyNumbers = keyNumbers;
    this.scanLengths = trace.scanLengths();
    this.found = (V[]) new Object[Operation.MULTIGET_KEYS];
    this.sampleEvery = sampleEvery;
    this.ownsKeys = trace.removes();
    this.untilSample = sampleEvery;
    for (byte code : operations) {
      serviceTimes.computeIfAbsent(
          Operation.ofCode(code), operation -> new Histogram(1, LONGEST_NS, 3));
    }
  }

  /** Times one of so many operations from now on, or none. */
  void sample(boolean on) {
    sampling = on;
  }

  /** Replays the next operations and returns a number that depends on everything they returned. */
  long batch() {
    long sum = stage();
    int from = at;
    for (int i = 0; i < BATCH; i++) {
      if (--untilSample == 0) {
        untilSample = sampleEvery;
        sum += sampling ? timed(from + i, staged[i]) : perform(from + i, staged[i]);
      } else {
        sum += perform(from + i, staged[i]);
      }
    }
    at = from + BATCH;
    if (at == operations.length) {
      at = 0;
      laps++;
    }
    return sum;
  }

  /**
   * Replays the next operation by itself, untimed, and returns a number that depends on what it
   * returned. The key is not touched before. Operations that wait for others cannot be replayed so.
   */
  long next() {
    int position = at;
    long sum = perform(position, keys[keyNumbers[position]]);
    at = position + 1;
    if (at == operations.length) {
      at = 0;
      laps++;
    }
    return sum;
  }

  /** The number of operations replayed since the beginning. */
  long executed() {
    return laps * operations.length + at;
  }

  int thread() {
    return thread;
  }

  byte[] operations() {
    return operations;
  }

  /** The number among all threads' keys of the key of each operation in the trace. */
  int[] keyNumbers() {
    return keyNumbers;
  }

  /**
   * How many inserts met a key, and removals none, where the keys are the thread's own and either
   * is known to be wrong.
   */
  long unexpected() {
    return unexpected;
  }

  /** The nanoseconds of the operations that were timed, by operation. */
  Map<Operation, Histogram> serviceTimes() {
    return serviceTimes;
  }

  private long stage() {
    long touched = 0;
    int from = at;
    for (int i = 0; i < BATCH; i++) {
      byte[] key = keys[keyNumbers[from + i]];
      staged[i] = key;
      touched += key[key.length - 1];
    }
    return touched;
  }

  private long timed(int position, byte[] key) {
    long start = System.nanoTime();
    long sum = perform(position, key);
    long ns = System.nanoTime() - start;
    if (waitsForOthers(position)) {
      return sum;
    }
    serviceTimes.get(Operation.ofCode(operations[position])).recordValue(Math.min(ns, LONGEST_NS));
    return sum;
  }

  private long perform(int position, byte[] key) {
    return switch (Operation.ofCode(operations[position])) {
      case READ -> read(key);
      case UPDATE -> write(position, key);
      case INSERT -> insert(position, key);
      case SCAN -> scan(key, scanLengths[position]);
      case READ_MODIFY_WRITE -> read(key) + write(position, key);
      case REMOVE -> remove(key);
      case MULTIGET -> waitsForOthers(position) ? 0 : readTogether(position);
    };
  }

  private long read(byte[] key) {
    V value = index.get(key);
    return value == null ? 0 : values.stamp(value);
  }

  /** Whether an operation is done later, with the last one of its batch. */
  private boolean waitsForOthers(int position) {
    return operations[position] == Operation.MULTIGET.code()
        && (position + 1) % Operation.MULTIGET_KEYS != 0;
  }

  private long readTogether(int position) {
    int first = (position + 1 - Operation.MULTIGET_KEYS) % BATCH;
    System.arraycopy(staged, first, together, 0, Operation.MULTIGET_KEYS);
    index.getAll(together, found);
    long sum = 0;
    for (V value : found) {
      sum += value == null ? 0 : values.stamp(value);
    }
    return sum;
  }

  private long write(int position, byte[] key) {
    long operation = laps * operations.length + position;
    V previous = index.put(key, values.of(Stamp.written(thread, operation)));
    return previous == null ? 0 : 1;
  }

  private long insert(int position, byte[] key) {
    long found = write(position, key);
    unexpected += ownsKeys ? found : 0;
    return found;
  }

  private long remove(byte[] key) {
    V previous = index.remove(key);
    if (previous == null) {
      unexpected++;
      return 0;
    }
    return values.stamp(previous);
  }

  private long scan(byte[] key, int length) {
    scanned = 0;
    return index.scan(KeyRange.atLeast(key), length, this) + scanned;
  }

  /** Consumes an entry of a scan: its key and its value. */
  @Override
  public boolean visit(KeyView key, V value) {
    scanned += key.longAt(0) + key.length() + values.stamp(value);
    return true;
  }
}
