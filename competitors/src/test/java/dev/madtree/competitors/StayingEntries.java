package dev.madtree.competitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Entries that stay, between others that come and go in dense bursts: every scan must pass those
 * that stay, each once, in strict order.
 */
final class StayingEntries {

  private static final int BURST = 40;

  private final OrderedIndex<Long> index;
  private final int staying;
  private final long seed;
  private final AtomicLong scans = new AtomicLong();

  /** Puts the entries that stay. */
  StayingEntries(OrderedIndex<Long> index, int staying, long seed) {
    this.index = index;
    this.staying = staying;
    this.seed = seed;
    for (int i = 0; i < staying; i++) {
      index.put(key(i, 0), -1L);
    }
  }

  long scans() {
    return scans.get();
  }

  /** Threads of even number write, those of odd number scan. */
  void work(int thread, int rounds) {
    SplittableRandom random = new SplittableRandom(seed + thread);
    for (int round = 0; round < rounds; round++) {
      int first = random.nextInt(staying);
      if (thread % 2 == 0) {
        for (int i = 1; i <= BURST; i++) {
          index.put(key(first, i * 4 + thread), (long) i);
        }
        for (int i = 1; i <= BURST; i++) {
          index.remove(key(first, i * 4 + thread));
        }
      } else {
        int last = first + random.nextInt(staying - first);
        assertEquals(last - first + 1, countStaying(KeyRange.closed(key(first, 0), key(last, 0))));
        scans.incrementAndGet();
      }
    }
  }

  /** Counts the entries that stay in a range, up and down, and checks the order of all. */
  long countStaying(KeyRange range) {
    long up = count(range, true);
    assertEquals(up, count(range, false));
    return up;
  }

  private long count(KeyRange range, boolean ascending) {
    byte[][] previous = {null};
    long[] count = {0};
    EntryVisitor<Long> visitor =
        (view, value) -> {
          byte[] key = view.toByteArray();
          if (previous[0] != null) {
            int order = Arrays.compareUnsigned(previous[0], key);
            assertTrue(ascending ? order < 0 : order > 0, "strict order");
          }
          previous[0] = key;
          count[0] += value < 0 ? 1 : 0;
          return true;
        };
    if (ascending) {
      index.scan(range, Long.MAX_VALUE, visitor);
    } else {
      index.scanDescending(range, Long.MAX_VALUE, visitor);
    }
    return count[0];
  }

  private static byte[] key(int number, int offset) {
    return new byte[] {
      's', (byte) (number >>> 8), (byte) number, (byte) (offset >>> 8), (byte) offset
    };
  }
}
