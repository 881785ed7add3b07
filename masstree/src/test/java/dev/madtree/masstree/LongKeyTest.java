package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keys of any length, shared prefixes of any depth and every byte value at the edges of slices, in
 * a thread whose stack has no room for a recursion over layers.
 */
class LongKeyTest {

  private static final long SEED = 2012;
  private static final long STACK_BYTES = 128 * 1024;
  private static final int[] EDGES = {0, 6, 7, 8, 9, 15, 16, 17};

  @ParameterizedTest(name = "small width {0}, inline {1}")
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void keysOfEveryLength_areKept(boolean small, boolean inline) throws Exception {
    List<byte[]> keys = new ArrayList<>();
    Random random = new Random(SEED);
    for (int length = 0; length <= 100_000; length += length < 70 ? 1 : length / 6) {
      for (int i = 0; i < 3; i++) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        keys.add(key);
      }
    }
    keys.add(new byte[100_000]);
    keys.add(new byte[99_999]);
    check(small, inline, keys);
  }

  @ParameterizedTest(name = "small width {0}, inline {1}")
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void keysUnderLongPrefixes_areKept(boolean small, boolean inline) throws Exception {
    List<byte[]> keys = new ArrayList<>();
    Random random = new Random(SEED);
    byte[] prefix = new byte[10_000];
    random.nextBytes(prefix);
    for (int i = 0; i < 200; i++) {
      byte[] tail = new byte[random.nextInt(30)];
      random.nextBytes(tail);
      keys.add(KeySpace.join(prefix, tail));
      keys.add(KeySpace.join(Arrays.copyOf(prefix, random.nextInt(prefix.length)), tail));
    }
    byte[] deep = new byte[100_000];
    keys.add(deep);
    keys.add(Arrays.copyOf(deep, 99_992));
    keys.add(KeySpace.join(deep, new byte[] {1}));
    check(small, inline, keys);
  }

  @ParameterizedTest(name = "small width {0}, inline {1}")
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void everyByteAtSliceEdges_isKept(boolean small, boolean inline) throws Exception {
    List<byte[]> keys = new ArrayList<>();
    for (int edge : EDGES) {
      for (int value = 0; value < 256; value++) {
        byte[] key = new byte[edge + 1];
        Arrays.fill(key, (byte) 'k');
        key[edge] = (byte) value;
        keys.add(key);
        keys.add(Arrays.copyOf(key, edge + 2));
        keys.add(KeySpace.join(key, "and a tail".getBytes(US_ASCII)));
      }
    }
    check(small, inline, keys);
  }

  @ParameterizedTest(name = "small width {0}, inline {1}")
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void zeroBytesAndPrefixesOfOthers_areKept(boolean small, boolean inline) throws Exception {
    List<byte[]> keys = new ArrayList<>();
    for (int length = 0; length <= 64; length++) {
      keys.add(new byte[length]);
      byte[] highest = new byte[length];
      Arrays.fill(highest, (byte) 0xFF);
      keys.add(highest);
      for (int zero = 0; zero < length; zero += 3) {
        byte[] letters = new byte[length];
        Arrays.fill(letters, (byte) 'a');
        letters[zero] = 0;
        keys.add(letters);
      }
    }
    check(small, inline, keys);
  }

  /** Puts, finds and removes the keys in random orders, in a thread with a small stack. */
  private static void check(boolean small, boolean inline, List<byte[]> keys) throws Exception {
    Fanout fanout = small ? Fanout.SMALL : Fanout.PRODUCTION;
    Throwable[] failure = new Throwable[1];
    Thread thread =
        new Thread(null, () -> play(Subject.of(inline, fanout), fanout, keys), "", STACK_BYTES);
    thread.setUncaughtExceptionHandler((where, thrown) -> failure[0] = thrown);
    thread.start();
    thread.join();
    if (failure[0] != null) {
      throw new AssertionError("seed " + SEED, failure[0]);
    }
  }

  private static void play(Subject subject, Fanout fanout, List<byte[]> keys) {
    TreeMap<byte[], Long> model = new TreeMap<>(Arrays::compareUnsigned);
    Random random = new Random(SEED);
    List<byte[]> order = new ArrayList<>(keys);
    Collections.shuffle(order, random);
    for (int i = 0; i < order.size(); i++) {
      byte[] key = order.get(i);
      assertEquals(model.put(key, (long) i), subject.put(key, i), () -> KeyMaker.show(key));
    }
    TreeChecker.check(subject.trie());
    compare(subject, model);
    Collections.shuffle(order, random);
    for (byte[] key : order.subList(0, order.size() / 2)) {
      assertEquals(model.remove(key), subject.remove(key), () -> KeyMaker.show(key));
    }
    TreeChecker.check(subject.trie());
    compare(subject, model);
    for (byte[] key : order) {
      assertEquals(model.remove(key), subject.remove(key), () -> KeyMaker.show(key));
      assertNull(subject.get(key), () -> KeyMaker.show(key));
    }
    TreeStatistics left = StatisticsWalk.of(subject.trie());
    assertEquals(new TreeStatistics(0, 1, 1, 1, 1, 0, fanout.border(), 0, 0), left);
  }

  private static void compare(Subject subject, TreeMap<byte[], Long> model) {
    for (byte[] key : model.keySet()) {
      assertEquals(model.get(key), subject.get(key), () -> KeyMaker.show(key));
      same(model.lowerKey(key), subject.lower(key));
      same(model.higherKey(key), subject.higher(key));
      same(key, subject.floor(key));
      same(key, subject.ceiling(key));
    }
    same(model.firstKey(), subject.first());
    same(model.lastKey(), subject.last());
    List<Entry<Long>> up = subject.scan(KeyRange.all(), Long.MAX_VALUE, false);
    assertArrayEquals(
        model.keySet().toArray(new byte[0][]),
        up.stream().map(Entry::key).toArray(byte[][]::new),
        "ascending scan");
    List<Entry<Long>> down = subject.scan(KeyRange.all(), Long.MAX_VALUE, true);
    Collections.reverse(down);
    assertEquals(up, down, "descending scan");
    assertEquals(List.copyOf(model.values()), subject.scanValues(KeyRange.all(), Long.MAX_VALUE));
    byte[] middle = up.get(up.size() / 2).key();
    assertEquals(model.headMap(middle).size(), subject.countRange(KeyRange.lessThan(middle)));
  }

  private static void same(byte[] expected, Entry<Long> found) {
    assertArrayEquals(expected, found == null ? null : found.key());
  }
}
