package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A short concurrent history, drawn from a seed: keys, what the tree holds before, and the calls of
 * each thread. Playing it fills in the results.
 */
final class History {

  private static final int LARGEST_VALUE = 60;
  private static final Action[] ACTIONS = Action.values();
  private static final Action[] WRITES = {Action.PUT, Action.PUT_IF_ABSENT, Action.REMOVE};

  final long seed;
  final boolean inline;
  final byte[][] keys;

  /** The values before; the tree that holds them may have held all keys on the way there. */
  final long[] start;

  final boolean filledFirst;
  final Call[][] threads;

  /** The values after, once it was played. */
  long[] end;

  /** Draws the history of a seed for so many threads. */
  History(long seed, int count) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    inline = random.nextInt(3) == 0;
    keys = HistoryKeys.draw(random, 2 + random.nextInt(random.nextBoolean() ? 6 : 26));
    start = new long[keys.length];
    filledFirst = random.nextBoolean();
    int density = random.nextInt(5);
    for (int i = 0; i < keys.length; i++) {
      start[i] = random.nextInt(4) < density ? random.nextInt(LARGEST_VALUE) : Action.ABSENT;
    }
    threads = new Call[count][];
    int[] hot = new int[1 + random.nextInt(Math.min(4, keys.length))];
    for (int i = 0; i < hot.length; i++) {
      hot[i] = random.nextInt(keys.length);
    }
    int removals = random.nextInt(8);
    boolean duel = random.nextInt(8) == 0;
    for (int thread = 0; thread < threads.length; thread++) {
      threads[thread] = script(random, thread, hot, removals);
      if (duel) {
        threads[thread] = duel(random, thread, hot, threads[thread]);
      }
    }
  }

  /** Each thread writes a key and at once reads the key that another one writes. */
  private static Call[] duel(SplittableRandom random, int thread, int[] keys, Call[] rest) {
    Action write = WRITES[random.nextInt(WRITES.length)];
    int value = random.nextInt(LARGEST_VALUE);
    Call[] calls = new Call[2 + rest.length];
    calls[0] = new Call(write, keys[thread % keys.length], value, 0, thread, 0);
    calls[1] = new Call(Action.GET, keys[(thread + 1) % keys.length], 0, 0, thread, 1);
    for (int i = 0; i < rest.length; i++) {
      calls[2 + i] = rest[i].at(2 + rest[i].place);
    }
    return calls;
  }

  /** A history that was drawn before, with its calls still to be played. */
  History(
      long seed,
      boolean inline,
      boolean filledFirst,
      byte[][] keys,
      long[] start,
      List<Call> calls) {
    this.seed = seed;
    this.inline = inline;
    this.filledFirst = filledFirst;
    this.keys = keys;
    this.start = start;
    int count = 1 + calls.stream().mapToInt(call -> call.thread).max().orElse(0);
    threads = new Call[count][];
    for (int i = 0; i < count; i++) {
      int thread = i;
      threads[i] =
          calls.stream()
              .filter(call -> call.thread == thread)
              .map(Call::again)
              .toArray(Call[]::new);
    }
  }

  /** The same history, not yet played. */
  History again() {
    return new History(seed, inline, filledFirst, keys, start, calls());
  }

  private static Call[] script(SplittableRandom random, int thread, int[] keys, int removals) {
    int length = 3 + random.nextInt(4);
    Call[] calls = new Call[3 * length];
    int count = 0;
    for (int place = 0; place < length; place++) {
      Action action = pick(random, removals);
      int elements = action == Action.GET_ELEMENT ? 2 + random.nextInt(2) : 1;
      for (int i = 0; i < elements; i++) {
        int key = keys[random.nextInt(keys.length)];
        int value = random.nextInt(LARGEST_VALUE);
        int expected = random.nextInt(LARGEST_VALUE);
        calls[count++] = new Call(action, key, value, expected, thread, place);
      }
    }
    return Arrays.copyOf(calls, count);
  }

  private static Action pick(SplittableRandom random, int removals) {
    int dice = random.nextInt(24);
    if (dice < removals) {
      return Action.REMOVE;
    }
    if (dice < 12) {
      return Action.PUT;
    }
    return dice < 15 ? Action.GET : ACTIONS[random.nextInt(ACTIONS.length)];
  }

  /** The tree as it is before the history. */
  Subject fill() {
    Subject subject = Subject.of(inline, Fanout.SMALL);
    for (int i = 0; i < keys.length; i++) {
      if (filledFirst || start[i] != Action.ABSENT) {
        subject.put(keys[i], Math.max(0, start[i]));
      }
    }
    for (int i = 0; i < keys.length; i++) {
      if (filledFirst && start[i] == Action.ABSENT) {
        subject.remove(keys[i]);
      }
    }
    return subject;
  }

  /** Plays the calls of one thread. */
  void play(int thread, Subject subject) {
    Call[] calls = threads[thread];
    for (int i = 0; i < calls.length; i++) {
      Call call = calls[i];
      if (call.action == Action.GET_ELEMENT) {
        i = playBatch(calls, i, subject) - 1;
      } else {
        call.invoked = System.nanoTime();
        call.result = call.action.perform(subject, keys, call);
        call.returned = System.nanoTime();
      }
      Pauses.stepEnded();
    }
  }

  private int playBatch(Call[] calls, int from, Subject subject) {
    int to = from;
    while (to < calls.length && calls[to].place == calls[from].place) {
      to++;
    }
    byte[][] batch = new byte[to - from][];
    for (int i = from; i < to; i++) {
      batch[i - from] = keys[calls[i].key];
    }
    long invoked = System.nanoTime();
    Long[] values = subject.getAll(batch);
    long returned = System.nanoTime();
    for (int i = from; i < to; i++) {
      calls[i].invoked = invoked;
      calls[i].returned = returned;
      calls[i].result = values[i - from] == null ? Action.ABSENT : values[i - from];
    }
    return to;
  }

  /** All calls, thread by thread. */
  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Call[] ofThread : threads) {
      calls.addAll(Arrays.asList(ofThread));
    }
    return calls;
  }

  /**
   * As few of the calls as still are no linearizable history. Only calls that change nothing, and
   * all calls of a key together, are left out, so that what is left is a violation of its own.
   */
  List<Call> minimised() {
    List<Call> left = new ArrayList<>(calls());
    for (int key = 0; key < keys.length; key++) {
      int only = key;
      List<Call> ofKey =
          left.stream().filter(call -> call.key == only && !call.action.navigates()).toList();
      if (!Linearizability.holds(start, ofKey, null)) {
        left = new ArrayList<>(ofKey);
        break;
      }
    }
    long[] after = Linearizability.holds(start, left, null) ? end : null;
    for (int i = left.size() - 1; i >= 0; i--) {
      Call call = left.remove(i);
      if (!call.action.readsOnly() || Linearizability.holds(start, left, after)) {
        left.add(i, call);
      }
    }
    return left;
  }

  /** The history as text, for a person to follow. */
  String describe(List<Call> calls) {
    StringBuilder text = new StringBuilder();
    text.append("seed ").append(seed).append(inline ? ", inline" : ", by reference");
    text.append(filledFirst ? ", filled and cleared before\n" : "\n");
    for (int i = 0; i < keys.length; i++) {
      text.append("key ").append(i).append(": ").append(KeyMaker.show(keys[i]));
      text.append(", before ").append(start[i]);
      text.append(end == null ? "" : ", after " + end[i]).append('\n');
    }
    calls.forEach(call -> text.append(call).append('\n'));
    return text.toString();
  }
}
