package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A get allocates nothing, in either storage mode, by either kind of key. */
class AllocationTest {

  private static final int KEYS = 20_000;
  private static final int CALLS = 100_000;
  private static final int WARM_UPS = 5;
  private static final long SEED = 2012;

  /** Keeps what was read, so that no call is left out. */
  private long read;

  private interface Calls {
    long call(int i);
  }

  @Test
  void get_byLongKey_allocatesNothing() {
    Masstree<String> tree = new Masstree<>();
    MasstreeIndex index = new MasstreeIndex(-1);
    SplittableRandom random = new SplittableRandom(SEED);
    long[] keys = random.longs(2 * KEYS).toArray();
    for (int i = 0; i < KEYS; i++) {
      tree.put(keys[i], "value");
      index.put(keys[i], i);
    }
    check("Masstree.get(long)", i -> tree.get(keys[i % keys.length]) == null ? 1 : 2);
    check("MasstreeIndex.get(long)", i -> index.get(keys[i % keys.length]));
    check("containsKey(long)", i -> index.containsKey(keys[i % keys.length]) ? 1 : 0);
  }

  @Test
  void get_byBytes_allocatesNothing() {
    Masstree<String> tree = new Masstree<>();
    MasstreeIndex index = new MasstreeIndex(-1);
    KeyMaker maker = new KeyMaker(new SplittableRandom(SEED), 40, 3);
    byte[][] keys = new byte[2 * KEYS][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = maker.next();
      if (i < KEYS) {
        tree.put(keys[i], "value");
        index.put(keys[i], i);
      }
    }
    check("Masstree.get(byte[])", i -> tree.get(keys[i % keys.length]) == null ? 1 : 2);
    check("MasstreeIndex.get(byte[])", i -> index.get(keys[i % keys.length]));
    check("containsKey(byte[])", i -> tree.containsKey(keys[i % keys.length]) ? 1 : 0);
  }

  private void check(String what, Calls calls) {
    for (int i = 0; i < WARM_UPS; i++) {
      play(calls);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    play(calls);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    System.out.println("AllocationTest: " + CALLS + " × " + what + ": " + allocated + " bytes");
    assertTrue(allocated < CALLS, () -> what + ": " + allocated + " bytes in " + CALLS + " calls");
  }

  private void play(Calls calls) {
    for (int i = 0; i < CALLS; i++) {
      read += calls.call(i);
    }
  }
}
