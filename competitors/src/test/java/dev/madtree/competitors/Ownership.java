package dev.madtree.competitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.KeyView;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Threads that put, remove, get and scan in one index; each key belongs to one thread, which knows
 * what must be there.
 *
 * <p>The keys of all threads are interleaved, so that every node of a tree holds keys of them all.
 */
final class Ownership {

  private static final int CHECK_EVERY = 200;

  private final OrderedIndex<Long> index;
  private final boolean ordered;
  private final int keysEach;
  private final Long[][] owned;
  private final SplittableRandom[] randoms;

  /** Threads with a number of keys each; the seed decides what they do. */
  public Ownership(
      OrderedIndex<Long> index, boolean ordered, int threads, int keysEach, long seed) {
    this.index = index;
    this.ordered = ordered;
    this.keysEach = keysEach;
    owned = new Long[threads][keysEach];
    randoms = new SplittableRandom[threads];
    SplittableRandom source = new SplittableRandom(seed);
    Arrays.setAll(randoms, i -> source.split());
  }

  /** Returns the key of a number that belongs to a thread: some are prefixes of others. */
  public static byte[] key(int thread, int number) {
    // The owner's byte comes last, and every third key is longer.
    byte[] key = new byte[number % 3 == 0 ? 12 : 6];
    key[0] = 'k';
    key[1] = (byte) (number >>> 16);
    key[2] = (byte) (number >>> 8);
    key[3] = (byte) number;
    key[4] = (byte) thread;
    key[5] = (byte) 0x80;
    return key;
  }

  /** Lets every thread do a number of operations. */
  public void runFor(long operationsEach) throws Exception {
    Team.run(
        owned.length,
        thread -> {
          for (long i = 0; i < operationsEach; i++) {
            step(thread, i);
          }
        });
  }

  /** Lets every thread work until a time of {@link System#nanoTime}; returns the operations. */
  public long runUntil(long deadlineNs) throws Exception {
    long[] done = new long[owned.length];
    Team.run(
        owned.length,
        thread -> {
          long i = 0;
          while (System.nanoTime() < deadlineNs) {
            step(thread, i++);
          }
          done[thread] = i;
        });
    return Arrays.stream(done).sum();
  }

  /** Checks, when no thread works, that the index holds just what the owners left. */
  public void checkContent() {
    long entries = 0;
    for (int thread = 0; thread < owned.length; thread++) {
      for (int number = 0; number < keysEach; number++) {
        assertEquals(owned[thread][number], index.get(key(thread, number)));
        entries += owned[thread][number] == null ? 0 : 1;
      }
    }
    assertEquals(entries, index.size());
  }

  private void step(int thread, long round) {
    SplittableRandom random = randoms[thread];
    int number = random.nextInt(keysEach);
    byte[] key = key(thread, number);
    Long before = owned[thread][number];
    Long next = round * owned.length + thread;
    // Long phases of growing and of shrinking: splits in one, merges in the other, and both mixed
    // because the threads are out of step.
    boolean grows = ((round / (3L * keysEach)) + thread) % 2 == 0;
    switch (random.nextInt(grows ? 8 : 16)) {
      case 0, 1, 2 -> {
        assertEquals(before, index.put(key, next));
        owned[thread][number] = next;
      }
      case 3 -> {
        assertEquals(before, index.putIfAbsent(key, next));
        owned[thread][number] = before == null ? next : before;
      }
      case 4 -> {
        Long expected = before == null ? Long.valueOf(-1) : before;
        assertEquals(before != null, index.replace(key, expected, next));
        owned[thread][number] = before == null ? null : next;
      }
      case 5, 6 -> assertEquals(before, index.get(key));
      case 7 -> checkAround(thread, number, random);
      default -> {
        assertEquals(before, index.remove(key));
        owned[thread][number] = null;
      }
    }
    if (round % CHECK_EVERY == 0) {
      assertEquals(owned[thread][number], index.get(key));
    }
  }

  /** Scans a stretch of keys: the thread's own must be passed as they are, all in strict order. */
  private void checkAround(int thread, int number, SplittableRandom random) {
    if (!ordered) {
      return;
    }
    int last = Math.min(keysEach - 1, number + random.nextInt(30));
    Stretch stretch = new Stretch(thread, random.nextBoolean());
    KeyRange range = KeyRange.closed(key(thread, number), key(thread, last));
    long passed =
        stretch.ascends
            ? index.scan(range, Long.MAX_VALUE, stretch::visit)
            : index.scanDescending(range, Long.MAX_VALUE, stretch::visit);
    assertEquals(stretch.entries, passed);
    long present = 0;
    for (int i = number; i <= last; i++) {
      present += owned[thread][i] == null ? 0 : 1;
    }
    assertEquals(present, stretch.own, "own entries passed, ascending " + stretch.ascends);
  }

  private final class Stretch {

    private final int thread;
    private final boolean ascends;
    private byte[] previous;
    private long entries;
    private long own;

    Stretch(int thread, boolean ascends) {
      this.thread = thread;
      this.ascends = ascends;
    }

    boolean visit(KeyView view, Long value) {
      byte[] key = view.toByteArray();
      if (previous != null) {
        int order = Arrays.compareUnsigned(previous, key);
        assertTrue(ascends ? order < 0 : order > 0, "strict order");
      }
      previous = key;
      entries++;
      if (key[4] == thread) {
        own++;
        int number = ((key[1] & 0xFF) << 16) | ((key[2] & 0xFF) << 8) | (key[3] & 0xFF);
        assertEquals(owned[thread][number], value, "value of an own entry");
      }
      return true;
    }
  }
}
