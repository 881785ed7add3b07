package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * A reader that waits for a node finds its key wherever it is when the wait is over: right of a
 * split, in the place of a layer that went, below another root.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class OvertakenReaderTest {

  private static final int WIDTH = Fanout.SMALL.border();

  /** The key behind a full root border node. */
  private static final long NEXT = WIDTH + 1L;

  private static final byte[] ONE = bytes("prefix01x");
  private static final byte[] OTHER = bytes("prefix01y");

  private static byte[] bytes(String key) {
    return key.getBytes(US_ASCII);
  }

  /** One way to read, and where it waits. */
  private record Reader(String name, Class<?> waiting, Supplier<Long> read) {}

  private static Stream<Reader> readers(Masstree<Long> tree, byte[] key) {
    return Stream.of(
        new Reader("get", Lookup.class, () -> tree.get(key)),
        new Reader("containsKey", Lookup.class, () -> tree.containsKey(key) ? tree.get(key) : null),
        new Reader("getAll", BatchLookup.class, () -> getAll(tree, key)),
        new Reader("floor", ScanFrame.class, () -> tree.floor(key).value()),
        new Reader("ceiling", ScanFrame.class, () -> tree.ceiling(key).value()));
  }

  private static Stream<Reader> readers(MasstreeIndex index, byte[] key) {
    return Stream.of(
        new Reader("index get", Lookup.class, () -> index.get(key)),
        new Reader("index containsKey", Lookup.class, () -> index.containsKey(key) ? -2L : 0),
        new Reader("index getAll", BatchLookup.class, () -> getAll(index, key)),
        new Reader("index floor", ScanFrame.class, () -> index.floor(key).value()),
        new Reader("index ceiling", ScanFrame.class, () -> index.ceiling(key).value()));
  }

  private static Long getAll(Masstree<Long> tree, byte[] key) {
    Long[] values = new Long[1];
    tree.getAll(new byte[][] {key}, values);
    return values[0];
  }

  private static long getAll(MasstreeIndex index, byte[] key) {
    long[] values = new long[1];
    index.getAll(new byte[][] {key}, values);
    return values[0];
  }

  private static Stream<Reader> longReaders(Masstree<Long> tree, MasstreeIndex index) {
    Long[] values = new Long[1];
    long[] inline = new long[1];
    return Stream.of(
        new Reader("get of a long", Lookup.class, () -> tree.get(NEXT)),
        new Reader("index get of a long", Lookup.class, () -> index.get(NEXT)),
        new Reader(
            "getAll of longs",
            BatchLookup.class,
            () -> {
              tree.getAll(new long[] {NEXT}, values);
              return values[0];
            }),
        new Reader(
            "index getAll of longs",
            BatchLookup.class,
            () -> {
              index.getAll(new long[] {NEXT}, inline);
              return inline[0];
            }));
  }

  @TestFactory
  Stream<DynamicTest> reader_rootSplitsMeanwhile_findsTheKeyToTheRight() {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    MasstreeIndex index = new MasstreeIndex(-1, Fanout.SMALL);
    byte[] key = Key.bytes(NEXT);
    return Stream.of(readers(tree, key), readers(index, key), longReaders(tree, index))
        .flatMap(readers -> readers)
        .map(
            reader ->
                DynamicTest.dynamicTest(
                    reader.name(), () -> readWhileTheRootSplits(tree, index, reader)));
  }

  private static void readWhileTheRootSplits(
      Masstree<Long> tree, MasstreeIndex index, Reader reader) throws Exception {
    tree.clear();
    index.clear();
    for (long i = 1; i <= WIDTH; i++) {
      tree.put(i, i);
      index.put(i, i);
    }
    boolean inline = reader.name().startsWith("index");
    Trie trie = inline ? index.trie() : tree.trie();
    HeldPut put = HeldPut.marked(trie, Key.bytes(NEXT));
    WaitingCall<Long> read = WaitingCall.begin(reader.waiting(), reader.read()::get);
    put.finish(inline ? null : (Long) (-2L), -2);
    assertTrue(trie.top().rootAcquire() instanceof InteriorNode, "the root did not split");
    assertEquals(-2L, read.result());
    TreeChecker.check(trie);
  }

  @TestFactory
  Stream<DynamicTest> reader_layerGoesMeanwhile_findsTheKeyInItsPlace() {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    MasstreeIndex index = new MasstreeIndex(-1, Fanout.SMALL);
    return Stream.concat(readers(tree, ONE), readers(index, ONE))
        .map(
            reader ->
                DynamicTest.dynamicTest(
                    reader.name(), () -> readWhileTheLayerGoes(tree, index, reader)));
  }

  private static void readWhileTheLayerGoes(Masstree<Long> tree, MasstreeIndex index, Reader reader)
      throws Exception {
    tree.put(ONE, 1L);
    tree.put(OTHER, 1L);
    index.put(ONE, 1);
    index.put(OTHER, 1);
    boolean inline = reader.name().startsWith("index");
    Trie trie = inline ? index.trie() : tree.trie();
    VanishingLayer layer = VanishingLayer.marked(trie, ONE, 1);
    WaitingCall<Long> read = WaitingCall.begin(reader.waiting(), reader.read()::get);
    layer.takeOut();
    assertEquals(inline ? -1L : null, inline ? (Long) index.put(ONE, -2) : tree.put(ONE, -2L));
    layer.letGo();
    assertEquals(-2L, read.result());
    TreeChecker.check(trie);
    tree.clear();
    index.clear();
  }

  /** A border node that is reached as the root and goes while the reader waits for it. */
  @TestFactory
  Stream<DynamicTest> longReader_rootIsReplacedMeanwhile_startsAgain() {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    MasstreeIndex index = new MasstreeIndex(-1, Fanout.SMALL);
    return longReaders(tree, index)
        .map(
            reader ->
                DynamicTest.dynamicTest(
                    reader.name(),
                    () ->
                        readWhileTheRootIsReplaced(
                            reader.name().startsWith("index") ? index.trie() : tree.trie(),
                            reader)));
  }

  private static void readWhileTheRootIsReplaced(Trie trie, Reader reader) throws Exception {
    BorderNode old = (BorderNode) trie.top().rootAcquire();
    assertTrue(old.lock());
    old.markDeleted();
    WaitingCall<Long> read = WaitingCall.begin(reader.waiting(), reader.read()::get);
    BorderNode root = trie.newBorder();
    Long value = trie.isInline() ? null : (Long) (-2L);
    Insertion.insertIntoFreeSlot(root, 0, NEXT, Key.SLICE, null, value, -2);
    root.unlock();
    trie.top().setRootRelease(root);
    old.unlock();
    assertEquals(-2L, read.result());
  }

  @Test
  void reader_parentChangesMeanwhile_looksAgain() throws Exception {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    for (long i = 0; i < 2 * WIDTH; i++) {
      tree.put(100 * i, i);
    }
    long last = 100 * (2 * WIDTH - 1);
    for (Callable<Long> read :
        Stream.<Callable<Long>>of(() -> tree.get(last), () -> getAll(tree, Key.bytes(last)))
            .toList()) {
      boolean single = tree.size() == 2 * WIDTH;
      HeldPut put = HeldPut.marked(tree.trie(), Key.bytes(last + 1));
      WaitingCall<Long> waiting =
          WaitingCall.begin(single ? Descent.class : BatchLookup.class, read);
      // Fills and splits the first border node: the parent gets a child, and keeps its bounds.
      for (long i = 0; i < WIDTH; i++) {
        tree.put((single ? 1 : 101) + i, i);
      }
      put.giveUp();
      assertEquals(2 * WIDTH - 1, waiting.result());
    }
    TreeChecker.check(tree.trie());
  }

  /**
   * Two lookups go side by side: the first waits, and the second's node changes before its turn.
   */
  @Test
  void batch_nodeOfALaterKeySplitsOrMergesMeanwhile_findsTheKey() throws Exception {
    for (boolean merges : new boolean[] {false, true}) {
      Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
      tree.put(ONE, 1L);
      tree.put(OTHER, 2L);
      long base = Key.slice(ONE, 0) + 1;
      int keys = 3 * WIDTH + WIDTH / 2;
      for (long i = 0; i < keys; i++) {
        tree.put(base + 100 * i, i);
      }
      long wanted = base + 100 * (keys - 1);
      VanishingLayer layer = VanishingLayer.marked(tree.trie(), ONE, 1);
      Long[] values = new Long[2];
      WaitingCall<Long> batch =
          WaitingCall.begin(
              BatchLookup.class,
              () -> {
                tree.getAll(new byte[][] {ONE, Key.bytes(wanted)}, values);
                return values[1];
              });
      BorderNode before = Descent.toBorder(tree.trie().top(), wanted);
      if (merges) {
        for (long key = base + 100; key < wanted; key += 100) {
          tree.remove(key);
        }
        assertTrue(before.isDeleted(), "the node did not merge");
      } else {
        for (long key = wanted - 1; !before.isBeyond(wanted); key--) {
          tree.put(key, 0L);
        }
      }
      layer.letGo();
      assertEquals(keys - 1, batch.result());
      assertEquals(1, values[0]);
      TreeChecker.check(tree.trie());
    }
  }
}
