package dev.madtree.masstree;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether a history of calls is linearizable: whether there is an order of all calls that
 * respects which call ended before which began, in which every call has its recorded result on the
 * sequential model.
 *
 * <p>The search is that of Wing and Gong (1993) with the memory of Lowe (2017): a set of calls done
 * and a state that were a dead end once are one for ever.
 */
final class Linearizability {

  /** The longest history: a set of calls is a long. */
  static final int LONGEST = 64;

  private final Call[] calls;
  private final long[] before;
  private final long[] state;
  private final long[] end;
  private final Set<Position> deadEnds = new HashSet<>();

  /** Calls done, and the state that they led to. */
  private record Position(long done, List<Long> state) {}

  private Linearizability(long[] start, Call[] calls, long[] end) {
    this.calls = calls;
    state = start.clone();
    this.end = end;
    before = new long[calls.length];
    for (int i = 0; i < calls.length; i++) {
      for (int j = 0; j < calls.length; j++) {
        if (calls[j].precedes(calls[i])) {
          before[i] |= 1L << j;
        }
      }
    }
  }

  /**
   * Decides for a history.
   *
   * @param start the values before it
   * @param history at most {@link #LONGEST} calls, in any order
   * @param end the values after it, or null if they are not known
   */
  static boolean holds(long[] start, List<Call> history, long[] end) {
    if (history.size() > LONGEST) {
      throw new IllegalArgumentException(history.size() + " calls, at most " + LONGEST);
    }
    Call[] calls = inOrderOfReturn(history);
    return agrees(start, calls, end) || new Linearizability(start, calls, end).search(0);
  }

  /** The calls by when they ended, which is an order that respects which ended before which. */
  private static Call[] inOrderOfReturn(List<Call> history) {
    Call[] calls = history.toArray(Call[]::new);
    for (int i = 1; i < calls.length; i++) {
      Call call = calls[i];
      int to = i;
      while (to > 0 && call.returnsBefore(calls[to - 1])) {
        calls[to] = calls[to - 1];
        to--;
      }
      calls[to] = call;
    }
    return calls;
  }

  /** Whether the calls have their results in just this order, which spares most of the searches. */
  private static boolean agrees(long[] start, Call[] calls, long[] end) {
    long[] state = start.clone();
    for (Call call : calls) {
      if (call.action.apply(state, call) != call.result) {
        return false;
      }
    }
    return end == null || Arrays.equals(state, end);
  }

  private boolean search(long done) {
    if (Long.bitCount(done) == calls.length) {
      return end == null || Arrays.equals(state, end);
    }
    if (!deadEnds.isEmpty() && deadEnds.contains(position(done))) {
      return false;
    }
    for (int i = 0; i < calls.length; i++) {
      if ((done >>> i & 1) == 0 && (before[i] & ~done) == 0) {
        Call call = calls[i];
        long undo = state[call.key];
        if (call.action.apply(state, call) == call.result && search(done | 1L << i)) {
          return true;
        }
        state[call.key] = undo;
      }
    }
    deadEnds.add(position(done));
    return false;
  }

  private Position position(long done) {
    return new Position(done, Arrays.stream(state).boxed().toList());
  }
}
