package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four threads that put, remove, get and scan, each certain of its own keys. {@code
 * -Downership.seconds=N} sets the time of all cases together, {@code -Downership.seed=N} the seed.
 */
class OwnershipStressTest {

  private static final long SECONDS = Long.getLong("ownership.seconds", 10);
  private static final long SEED = Long.getLong("ownership.seed", 2012);
  private static final int THREADS = 4;
  private static final int CASES = 4;
  private static final int KEYS = 1_200;
  private static final int FEW_KEYS = 120;
  private static final int PHASE = 2_000;

  @ParameterizedTest(name = "small width {0}, inline {1}")
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void ownKeys_amongThreadsThatWrite_areFoundAsLeft(boolean small, boolean inline)
      throws Exception {
    Subject subject = Subject.of(inline, small ? Fanout.SMALL : Fanout.PRODUCTION);
    int keys = small ? FEW_KEYS : KEYS;
    KeySpace space = new KeySpace(new SplittableRandom(SEED), new byte[0], keys, THREADS);
    AtomicLong left = new AtomicLong();
    AtomicLong scans = new AtomicLong();
    long deadline = System.nanoTime() + SECONDS * 1_000_000_000L / CASES;
    long operations =
        Team.run(
            THREADS,
            thread -> {
              SplittableRandom random = new SplittableRandom(SEED + 1 + thread);
              Owner owner = new Owner(subject, space, thread, random);
              long done = 0;
              while (System.nanoTime() < deadline) {
                if (random.nextBoolean()) {
                  scans.addAndGet(playPhase(owner, random));
                  done += PHASE;
                } else {
                  done += fillAndClear(owner);
                }
              }
              owner.checkAll();
              left.addAndGet(owner.own().size());
              return done;
            });
    System.out.println(
        "OwnershipStressTest seed "
            + SEED
            + ", small "
            + small
            + ", inline "
            + inline
            + ": "
            + operations
            + " operations, "
            + scans
            + " scans, "
            + left
            + " entries left");
    TreeChecker checked = TreeChecker.check(subject.trie());
    assertEquals(left.get(), checked.entries(), "entries left");
    assertEquals(left.get(), subject.countRange(KeyRange.all()));
  }

  /** Plays some operations, with few or many removals among them; returns the scans. */
  private static long playPhase(Owner owner, SplittableRandom random) {
    int removals = new int[] {1, 3, 6}[random.nextInt(3)];
    long scans = 0;
    for (int i = 0; i < PHASE; i++) {
      int dice = random.nextInt(10);
      if (dice < removals) {
        owner.remove();
      } else if (dice < 7) {
        owner.put();
      } else if (random.nextInt(60) > 0) {
        owner.get();
      } else {
        owner.scan();
        scans++;
      }
    }
    return scans;
  }

  /** Fills and clears the thread's keys again and again: nothing but splits, merges and layers. */
  private static long fillAndClear(Owner owner) {
    long done = 0;
    while (done < PHASE) {
      owner.fill();
      for (int i = 0; i < 20; i++) {
        owner.get();
      }
      done += 20 + 2L * owner.own().size();
      owner.removeAll();
    }
    return done;
  }
}
