package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * A writer that waits for a node writes where its key belongs when the wait is over, and finds what
 * has become of the key.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class OvertakenWriterTest {

  private static final int WIDTH = Fanout.SMALL.border();
  private static final long PRESENT = 1;
  private static final long WRITTEN = 5;
  private static final byte[] ONE = bytes("prefix01prefix02x");
  private static final byte[] OTHER = bytes("prefix01prefix02y");

  private static byte[] bytes(String key) {
    return key.getBytes(US_ASCII);
  }

  /**
   * One way to write a key by reference or inline.
   *
   * @param write returns what was there
   * @param after the value of the key afterwards
   */
  private record Writer(
      String name, boolean inline, BiFunction<Subject, byte[], Long> write, Long after) {

    Subject subject() {
      return inline ? new InlineSubject(Fanout.SMALL) : new ReferenceSubject(Fanout.SMALL);
    }

    @Override
    public String toString() {
      return (inline ? "inline " : "") + name;
    }
  }

  private static Stream<Writer> writers() {
    return Stream.of(false, true)
        .flatMap(
            inline ->
                Stream.of(
                    new Writer("put", inline, (on, key) -> on.put(key, WRITTEN), WRITTEN),
                    new Writer(
                        "putIfAbsent", inline, (on, key) -> on.putIfAbsent(key, WRITTEN), PRESENT),
                    new Writer(
                        "replace",
                        inline,
                        (on, key) -> on.replace(key, PRESENT, WRITTEN) ? PRESENT : null,
                        WRITTEN),
                    new Writer("add", inline, (on, key) -> on.add(key, 4) - 4, WRITTEN),
                    new Writer("remove", inline, Subject::remove, null),
                    new Writer(
                        "remove a value",
                        inline,
                        (on, key) -> on.remove(key, PRESENT) ? PRESENT : null,
                        null)));
  }

  /** Without its waiting, a call by reference that finds the key there returns at once. */
  private static boolean waits(Writer writer) {
    return writer.inline() || !writer.name().equals("putIfAbsent");
  }

  private interface Meanwhile {
    void play(Writer writer) throws Exception;
  }

  private static Stream<DynamicTest> tests(Stream<Writer> writers, Meanwhile meanwhile) {
    return writers.map(
        writer -> DynamicTest.dynamicTest(writer.toString(), () -> meanwhile.play(writer)));
  }

  private static void finish(HeldPut put, Writer writer) {
    put.finish(writer.inline() ? null : (Long) PRESENT, PRESENT);
  }

  @TestFactory
  Stream<DynamicTest> writer_nodeSplitsMeanwhile_findsTheKeyToTheRight() {
    return tests(
        writers().filter(OvertakenWriterTest::waits),
        writer -> {
          Subject subject = writer.subject();
          for (long i = 1; i <= WIDTH; i++) {
            subject.put(Key.bytes(2 * i), PRESENT);
          }
          byte[] key = Key.bytes(2 * WIDTH);
          HeldPut put = HeldPut.locked(subject.trie(), Key.bytes(WIDTH + 1L));
          WaitingCall<Long> write =
              WaitingCall.begin(Cursor.class, () -> writer.write().apply(subject, key));
          finish(put, writer);
          assertTrue(put.node().isBeyond(Key.slice(key, 0)), "the key has not moved");
          assertEquals(PRESENT, write.result());
          assertEquals(writer.after(), subject.get(key));
          TreeChecker.check(subject.trie());
        });
  }

  @TestFactory
  Stream<DynamicTest> writer_keyIsPutMeanwhile_findsIt() {
    return tests(
        writers().filter(writer -> !writer.name().startsWith("re")),
        writer -> {
          Subject subject = writer.subject();
          byte[] key = Key.bytes(7);
          HeldPut put = HeldPut.locked(subject.trie(), key);
          WaitingCall<Long> write =
              WaitingCall.begin(Cursor.class, () -> writer.write().apply(subject, key));
          finish(put, writer);
          assertEquals(PRESENT, write.result());
          assertEquals(writer.after(), subject.get(key));
          TreeChecker.check(subject.trie());
        });
  }

  @TestFactory
  Stream<DynamicTest> writer_keyIsRemovedMeanwhile_findsNone() {
    return tests(
        writers().filter(writer -> writer.name().startsWith("re")),
        writer -> {
          Subject subject = writer.subject();
          byte[] key = Key.bytes(7);
          subject.put(key, PRESENT);
          Cursor removal = new Cursor(subject.trie(), key);
          assertTrue(removal.lock(false));
          WaitingCall<Long> write =
              WaitingCall.begin(Cursor.class, () -> writer.write().apply(subject, key));
          Removal.remove(removal);
          subject.trie().size().decrement();
          assertNull(write.result());
          assertNull(subject.get(key));
          TreeChecker.check(subject.trie());
        });
  }

  @TestFactory
  Stream<DynamicTest> writer_layerGrowsMeanwhile_goesBelow() {
    return tests(
        writers().filter(OvertakenWriterTest::waits),
        writer -> {
          Subject subject = writer.subject();
          subject.put(ONE, PRESENT);
          HeldPut put = HeldPut.locked(subject.trie(), OTHER);
          WaitingCall<Long> write =
              WaitingCall.begin(Cursor.class, () -> writer.write().apply(subject, ONE));
          finish(put, writer);
          assertEquals(PRESENT, write.result());
          assertEquals(writer.after(), subject.get(ONE));
          assertEquals(PRESENT, subject.get(OTHER));
          TreeChecker.check(subject.trie());
        });
  }

  @TestFactory
  Stream<DynamicTest> writer_layerGoesMeanwhile_startsAgain() {
    return Stream.of(false, true)
        .flatMap(
            marked ->
                tests(
                    writers().filter(writer -> marked || waits(writer)),
                    writer -> writeWhileTheLayerGoes(writer, marked)));
  }

  private static void writeWhileTheLayerGoes(Writer writer, boolean marked) throws Exception {
    Subject subject = writer.subject();
    subject.put(ONE, PRESENT);
    subject.put(OTHER, PRESENT);
    Trie trie = subject.trie();
    VanishingLayer layer =
        marked ? VanishingLayer.marked(trie, ONE, 2) : VanishingLayer.locked(trie, ONE, 2);
    // By reference some read before they write, and wait with that already.
    boolean reads =
        marked
            && !writer.inline()
            && !writer.name().equals("put")
            && !writer.name().equals("remove");
    WaitingCall<Long> write =
        WaitingCall.begin(
            reads ? Lookup.class : Cursor.class, () -> writer.write().apply(subject, ONE));
    layer.takeOut();
    assertNull(subject.put(ONE, PRESENT));
    layer.letGo();
    assertEquals(PRESENT, write.result());
    assertEquals(writer.after(), subject.get(ONE));
    // The layer above is empty but for this key, and settles with the next removal.
    subject.removeRange(KeyRange.all());
    assertEquals(0, TreeChecker.check(trie).entries());
  }

  @Test
  void poll_entryIsRemovedMeanwhile_takesTheNext() throws Exception {
    for (boolean inline : new boolean[] {false, true}) {
      Subject subject =
          inline ? new InlineSubject(Fanout.SMALL) : new ReferenceSubject(Fanout.SMALL);
      subject.put(Key.bytes(1), 10);
      subject.put(Key.bytes(2), 20);
      Cursor removal = new Cursor(subject.trie(), Key.bytes(1));
      assertTrue(removal.lock(false));
      WaitingCall<Entry<Long>> poll = WaitingCall.begin(Cursor.class, subject::pollFirst);
      Removal.remove(removal);
      subject.trie().size().decrement();
      assertEquals(new Entry<>(Key.bytes(2), 20L), poll.result());
      assertEquals(0, TreeChecker.check(subject.trie()).entries());
    }
  }

  @Test
  void compute_keyIsPutMeanwhile_isCalledAgain() throws Exception {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    HeldPut put = HeldPut.locked(tree.trie(), Key.bytes(7));
    WaitingCall<Long> compute =
        WaitingCall.begin(
            Cursor.class,
            () -> tree.compute(7, (key, value) -> Objects.requireNonNullElse(value, 0L) + 1));
    put.finish(41L, 0);
    assertEquals(42, compute.result());
    assertEquals(42, tree.get(7));
  }

  /** Writers of 8-byte keys have a way of their own. */
  @Test
  void longWriters_nodeSplitsMeanwhile_findTheKeyToTheRight() throws Exception {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    MasstreeIndex index = new MasstreeIndex(-1, Fanout.SMALL);
    for (long i = 1; i <= WIDTH; i++) {
      tree.put(2 * i, i);
      index.put(2 * i, i);
    }
    HeldPut put = HeldPut.locked(tree.trie(), Key.bytes(WIDTH + 1));
    HeldPut inlinePut = HeldPut.locked(index.trie(), Key.bytes(WIDTH + 1));
    WaitingCall<Long> write = WaitingCall.begin(Descent.class, () -> tree.put(2 * WIDTH, 7L));
    WaitingCall<Long> inlineWrite = WaitingCall.begin(Descent.class, () -> index.remove(2 * WIDTH));
    put.finish(0L, 0);
    inlinePut.finish(null, 0);
    assertEquals(WIDTH, write.result());
    assertEquals(WIDTH, inlineWrite.result());
    assertEquals(7, tree.get(2 * WIDTH));
    assertEquals(-1, index.get(2 * WIDTH));
    TreeChecker.check(tree.trie());
    TreeChecker.check(index.trie());
  }

  @Test
  void longWriter_nodeIsMergedMeanwhile_putsIntoItsNeighbour() throws Exception {
    Masstree<Long> tree = new Masstree<>(Fanout.SMALL);
    for (long i = 0; i < 3 * WIDTH; i++) {
      tree.put(i, i);
    }
    BorderNode left = Descent.toBorder(tree.trie().top(), 0);
    BorderNode right = left.nextAcquire();
    long key = right.lowKey();
    assertTrue(left.lock() && right.lock());
    WaitingCall<Long> put = WaitingCall.begin(Descent.class, () -> tree.put(key, -7L));
    MergeByHand.emptyInto(tree.trie(), left, right);
    right.unlock();
    left.unlock();
    assertNull(put.result());
    assertEquals(-7, tree.get(key));
    assertEquals(2 * WIDTH + 1, TreeChecker.check(tree.trie()).entries());
  }
}
