package dev.madtree.masstree;

import java.util.Locale;

/**
 * One call of a concurrent history: what was asked, what came back, and when it began and ended.
 */
final class Call {

  final Action action;

  /** Index of the key among the history's keys, which are in order. */
  final int key;

  final long argument;
  final long expected;

  /** The thread, and the place among its calls; elements of one batch share a place. */
  final int thread;

  final int place;

  long invoked;
  long returned;
  long result;

  Call(Action action, int key, long argument, long expected, int thread, int place) {
    this.action = action;
    this.key = key;
    this.argument = argument;
    this.expected = expected;
    this.thread = thread;
    this.place = place;
  }

  /** A finished call, for histories written by hand. */
  static Call of(
      int thread, int place, Action action, int key, long argument, long result, long... times) {
    Call call = new Call(action, key, argument, 0, thread, place);
    call.result = result;
    call.invoked = times[0];
    call.returned = times[1];
    return call;
  }

  /** The same call, not yet played. */
  Call again() {
    return at(place);
  }

  /** The same call at another place, not yet played. */
  Call at(int other) {
    return new Call(action, key, argument, expected, thread, other);
  }

  /** Whether this call ended before the other began. */
  boolean precedes(Call other) {
    return thread == other.thread ? place < other.place : returned < other.invoked;
  }

  /** Whether this call ended first; of calls of a thread that ended together the first does. */
  boolean returnsBefore(Call other) {
    return returned == other.returned ? place < other.place : returned < other.returned;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "thread %d.%d %s key %d argument %d expected %d -> %s [%d, %d]",
        thread,
        place,
        action,
        key,
        argument,
        expected,
        action.show(result),
        invoked,
        returned);
  }
}
