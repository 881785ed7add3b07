package dev.madtree.workloads.replay;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * What all threads of a replay share: the index, the keys by number, the way values are made.
 *
 * @param <V> the type of the values
 */
final class Replay<V> {

  private final OrderedIndex<V> index;
  private final Values<V> values;
  private final byte[][] keys;
  private final int records;
  private final List<Replayer<V>> replayers = new ArrayList<>();

  /**
   * Makes a replay with one replayer for each trace.
   *
   * @param keys the keys by number: the loaded ones, then those that the traces insert
   * @param records the number of keys that are loaded
   * @param sampleEvery one of so many operations is timed
   */
  Replay(
      OrderedIndex<V> index,
      Values<V> values,
      byte[][] keys,
      int records,
      List<Trace> traces,
      int sampleEvery) {
    this.index = index;
    this.values = values;
    this.keys = keys;
    this.records = records;
    for (int thread = 0; thread < traces.size(); thread++) {
      replayers.add(
          new Replayer<>(
              this, thread, globalKeys(traces, thread), traces.get(thread), sampleEvery));
    }
  }

  /** Returns how many keys there are in all once every trace has been replayed to its end. */
  static int keysInAll(int records, List<Trace> traces) {
    long all = records;
    for (int thread = 0; thread < traces.size(); thread++) {
      Trace trace = traces.get(thread);
      long last = globalKeys(trace, records, thread, traces.size()).applyAsLong(trace.lastKey());
      all = Math.max(all, last + 1);
    }
    return Math.toIntExact(all);
  }

  /** How a trace's own key numbers become numbers among all threads' keys. */
  private static LongUnaryOperator globalKeys(Trace trace, int records, int thread, int threads) {
    return trace.removes()
        ? key -> Trace.ownGlobalKey(key, trace.records(), records, thread, threads)
        : key -> Trace.globalKey(key, records, thread, threads);
  }

  private int[] globalKeys(List<Trace> traces, int thread) {
    Trace trace = traces.get(thread);
    LongUnaryOperator globalKey = globalKeys(trace, records, thread, traces.size());
    int[] global = new int[trace.length()];
    for (int i = 0; i < global.length; i++) {
      global[i] = (int) globalKey.applyAsLong(trace.keys()[i]);
    }
    return global;
  }

  OrderedIndex<V> index() {
    return index;
  }

  Values<V> values() {
    return values;
  }

  byte[][] keys() {
    return keys;
  }

  int records() {
    return records;
  }

  /** The replayers, one a thread. */
  List<Replayer<V>> replayers() {
    return replayers;
  }
}
