package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Navigation, lookups and scans among neighbours that come and go. */
class NavigationRaceTest {

  static final long SECONDS = Long.getLong("race.seconds", 2);
  private static final long SEED = Long.getLong("race.seed", 2012);
  private static final int STAYING = 40;
  private static final int GAP = 32;
  private static final int WRITERS = 2;
  private static final int READERS = 4;

  @Test
  void keysThatStay_whileNodesSplitAndMerge_areAlwaysFound() throws Exception {
    System.out.println("NavigationRaceTest seed " + SEED);
    for (int depth = 0; depth < 2; depth++) {
      Subject subject =
          depth == 0 ? new InlineSubject(Fanout.SMALL) : new ReferenceSubject(Fanout.SMALL);
      for (int i = 0; i < STAYING; i++) {
        subject.put(key(depth, i * GAP), i);
      }
      int layers = depth;
      AtomicBoolean failed = new AtomicBoolean();
      long deadline = System.nanoTime() + SECONDS * 1_000_000_000L;
      long operations =
          Team.run(
              WRITERS + READERS,
              thread -> {
                SplittableRandom random = new SplittableRandom(SEED + thread);
                long done = 0;
                try {
                  while (System.nanoTime() < deadline && !failed.get()) {
                    if (thread < WRITERS) {
                      fillAndClear(subject, layers, random, thread);
                    } else {
                      find(subject, layers, random.nextInt(STAYING) * GAP);
                    }
                    done++;
                  }
                } catch (Throwable failure) {
                  failed.set(true);
                  throw failure;
                }
                return done;
              });
      System.out.println("NavigationRaceTest: depth " + depth + ", " + operations + " rounds");
      assertEquals(STAYING, TreeChecker.check(subject.trie()).entries());
    }
  }

  /** Puts the neighbours of one key that stays and takes them away again. */
  private static void fillAndClear(
      Subject subject, int depth, SplittableRandom random, int thread) {
    int block = random.nextInt(STAYING) * GAP;
    for (long i = 2 + thread; i < GAP; i += WRITERS) {
      assertNull(subject.put(key(depth, block + i), i), "put of an absent key");
    }
    for (long i = 2 + thread; i < GAP; i += WRITERS) {
      assertEquals(i, subject.remove(key(depth, block + i)), "remove of an own key");
    }
  }

  private static void find(Subject subject, int depth, int number) {
    byte[] key = key(depth, number);
    assertNotNull(subject.get(key), "get");
    assertFound(key, subject.ceiling(key), "ceiling");
    assertFound(key, subject.floor(key), "floor");
    assertFound(key, subject.lower(key(depth, number + 1)), "lower");
    if (number > 0) {
      assertFound(key, subject.higher(key(depth, number - 1)), "higher");
    }
    long passed = subject.countRange(KeyRange.closed(key, key));
    assertEquals(1, passed, "count");
  }

  private static void assertFound(byte[] key, Entry<Long> found, String how) {
    assertNotNull(found, how);
    assertArrayEquals(key, found.key(), how);
  }

  /** A key below so many shared slices; number plus one is left out by the writers. */
  private static byte[] key(int depth, long number) {
    byte[] key = new byte[8 * depth + 4];
    key[8 * depth + 2] = (byte) ((number + GAP) >>> 8);
    key[8 * depth + 3] = (byte) (number + GAP);
    return key;
  }
}
