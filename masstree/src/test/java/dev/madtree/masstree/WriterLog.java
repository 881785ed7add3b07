package dev.madtree.masstree;

import java.util.SplittableRandom;

/**
 * The puts and removals of one thread, which alone writes its keys, with the times between which
 * each took effect.
 *
 * <p>A value tells its key: it is the key's index and a multiple of the number of keys.
 */
final class WriterLog {

  final int[] keys;

  /** The values put, {@link Action#ABSENT} for a removal. */
  final long[] values;

  final long[] invoked;
  final long[] returned;

  private final long[] expected;

  /**
   * Draws the writes of a thread.
   *
   * @param hot the indexes of the keys that it writes
   * @param state the values of all keys before, and when this returns after
   */
  WriterLog(SplittableRandom random, int[] hot, long[] state, int length) {
    keys = new int[length];
    values = new long[length];
    invoked = new long[length];
    returned = new long[length];
    expected = new long[length];
    int removals = 1 + random.nextInt(7);
    for (int i = 0; i < length; i++) {
      int key = hot[random.nextInt(hot.length)];
      boolean remove = state[key] != Action.ABSENT && random.nextInt(8) < removals;
      keys[i] = key;
      values[i] = remove ? Action.ABSENT : (i + 1L) * state.length + key;
      expected[i] = state[key];
      state[key] = values[i];
    }
  }

  /** Writes, and checks that each write finds what the one before it left. */
  void play(byte[][] all, Subject subject) {
    for (int i = 0; i < keys.length; i++) {
      byte[] key = all[keys[i]];
      invoked[i] = System.nanoTime();
      Long previous =
          values[i] == Action.ABSENT ? subject.remove(key) : subject.put(key, values[i]);
      returned[i] = System.nanoTime();
      Pauses.stepEnded();
      if ((previous == null ? Action.ABSENT : previous) != expected[i]) {
        throw new AssertionError(
            "write " + i + " of key " + keys[i] + " finds " + previous + ", not " + expected[i]);
      }
    }
  }

  /** Whether a write overlapped a span of time. */
  boolean writesWithin(long begin, long end) {
    for (int i = 0; i < keys.length; i++) {
      if (invoked[i] <= end && returned[i] >= begin) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keys.length; i++) {
      text.append(values[i] == Action.ABSENT ? "remove key " : "put key ").append(keys[i]);
      text.append(values[i] == Action.ABSENT ? "" : " value " + values[i]);
      text.append(" [").append(invoked[i]).append(", ").append(returned[i]).append("]\n");
    }
    return text.toString();
  }
}
