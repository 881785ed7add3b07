package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read. */
class CheckpointTest {

  private static final long SEED = 1874;
  private static final int ENTRIES = Integer.getInteger("checkpoint.entries", 1_000_000);

  @TempDir private Path directory;

  @Test
  void readFrom_manyEntriesByReference_equal() throws IOException {
    SplittableRandom random = seeded("by reference");
    KeyMaker keys = new KeyMaker(random, 40, 26);
    Masstree<Long> tree = new Masstree<>();
    while (tree.size() < ENTRIES) {
      byte[] key = random.nextInt(4) == 0 ? keys.next() : Key.bytes(random.nextLong());
      tree.put(key, random.nextLong());
    }
    Path file = directory.resolve("tree");

    long start = System.nanoTime();
    long written = tree.writeTo(file, ValueCodec.longs());
    long middle = System.nanoTime();
    Masstree<Long> restored = Masstree.readFrom(file, ValueCodec.longs());
    report(file, written, middle - start, System.nanoTime() - middle);

    assertEquals(ENTRIES, written);
    assertEquals(ENTRIES, restored.size());
    assertSame(entries(tree), entries(restored));
    TreeChecker.check(restored.trie());
  }

  @Test
  void readFrom_manyInlineEntries_equal() throws IOException {
    SplittableRandom random = seeded("inline");
    MasstreeIndex index = new MasstreeIndex(-1);
    while (index.size() < ENTRIES) {
      index.put(random.nextLong(), random.nextLong());
    }
    Path file = directory.resolve("index");

    long start = System.nanoTime();
    long written = index.writeTo(file);
    long middle = System.nanoTime();
    MasstreeIndex restored = MasstreeIndex.readFrom(file, -2);
    report(file, written, middle - start, System.nanoTime() - middle);

    assertEquals(ENTRIES, written);
    assertEquals(ENTRIES, restored.size());
    assertSame(longEntries(index), longEntries(restored));
    assertEquals(-2, restored.get(new byte[] {1}));
    TreeChecker.check(restored.trie());
    assertTrue(restored.statistics().borderNodes() <= index.statistics().borderNodes());
  }

  @Test
  void readFrom_anEmptyCheckpoint_isEmpty() throws IOException {
    Path file = directory.resolve("empty");

    assertEquals(0, new Masstree<String>().writeTo(file, ValueCodec.strings()));
    assertTrue(Masstree.readFrom(file, ValueCodec.strings()).isEmpty());

    assertEquals(0, new MasstreeIndex(0).writeTo(file));
    assertTrue(MasstreeIndex.readFrom(file, 0).isEmpty());
  }

  @Test
  void readFrom_keysAndValuesOfAllLengths_equal() throws IOException {
    SplittableRandom random = seeded("lengths");
    Masstree<byte[]> tree = new Masstree<>();
    MasstreeIndex index = new MasstreeIndex(0);
    for (int length = 0; length <= 100_000; length += length < 300 ? 1 : 9_970) {
      for (int fill : new int[] {0, 0xFF, 'a', -1}) {
        byte[] key = new byte[length];
        if (fill >= 0) {
          Arrays.fill(key, (byte) fill);
        } else {
          random.nextBytes(key);
        }
        byte[] value = new byte[length];
        random.nextBytes(value);
        tree.put(key, value);
        index.put(key, random.nextLong());
      }
    }
    Path file = directory.resolve("lengths");

    tree.writeTo(file, ValueCodec.bytes());
    assertSame(entries(tree), entries(Masstree.readFrom(file, ValueCodec.bytes())));
    index.writeTo(file);
    assertSame(longEntries(index), longEntries(MasstreeIndex.readFrom(file, 0)));
  }

  @Test
  void readFrom_anyString_equal() throws IOException {
    Masstree<String> tree = new Masstree<>();
    List<String> strings =
        List.of("", "\0", "é√😀", "\uD800", "\uDC00\uD800", "x".repeat(21_845), "漢".repeat(70_000));
    for (int i = 0; i < strings.size(); i++) {
      tree.put(i, strings.get(i));
    }
    byte[] bytes = bytes(tree, ValueCodec.strings());

    Masstree<String> restored =
        Masstree.readFrom(new ByteArrayInputStream(bytes), ValueCodec.strings());

    for (int i = 0; i < strings.size(); i++) {
      assertEquals(strings.get(i), restored.get(i));
    }
  }

  @Test
  void readFrom_aStreamWithMoreBehind_leavesIt() throws IOException {
    MasstreeIndex index = new MasstreeIndex(0);
    index.put(1, 2);
    Masstree<String> tree = new Masstree<>();
    tree.put(3, "four");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    index.writeTo(out);
    tree.writeTo(out, ValueCodec.strings());
    out.write(5);

    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertEquals(2, MasstreeIndex.readFrom(in, 0).get(1));
    assertEquals("four", Masstree.readFrom(in, ValueCodec.strings()).get(3));
    assertEquals(5, in.read());

    Path file = Files.write(directory.resolve("two"), out.toByteArray());
    assertThrows(CheckpointException.class, () -> MasstreeIndex.readFrom(file, 0));
  }

  @Test
  void writeTo_whileOthersWrite_hasWhatWasThereThroughout() throws Exception {
    Masstree<Long> tree = new Masstree<>();
    for (long i = 0; i < 100_000; i++) {
      tree.put(i, i);
    }
    Thread writer =
        new Thread(
            () -> {
              for (long i = 1; i < 100_000; i += 2) {
                tree.remove(i);
                tree.put(100_000 + i, i);
              }
            });
    writer.start();
    byte[] bytes = bytes(tree, ValueCodec.longs());
    writer.join();

    Masstree<Long> restored =
        Masstree.readFrom(new ByteArrayInputStream(bytes), ValueCodec.longs());

    for (long i = 0; i < 100_000; i += 2) {
      assertEquals(i, restored.get(i));
    }
    TreeChecker.check(restored.trie());
  }

  @Test
  void writeTo_throughALink_replacesWhatItLeadsTo() throws IOException {
    MasstreeIndex index = new MasstreeIndex(0);
    index.put(1, 2);
    Path file = Files.write(directory.resolve("file"), new byte[] {7});
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);

    index.writeTo(link);

    assertTrue(Files.isSymbolicLink(link));
    assertEquals(2, MasstreeIndex.readFrom(file, 0).get(1));
  }

  private static SplittableRandom seeded(String what) {
    System.out.println("CheckpointTest " + what + ": seed " + SEED);
    return new SplittableRandom(SEED);
  }

  private static void report(Path file, long entries, long writing, long reading)
      throws IOException {
    System.out.println(
        "CheckpointTest: "
            + (entries + " entries, " + Files.size(file) + " bytes, written in ")
            + (writing / 1_000_000 + " ms, read in " + reading / 1_000_000 + " ms"));
  }

  private static <V> byte[] bytes(Masstree<V> tree, ValueCodec<V> codec) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tree.writeTo(out, codec);
    return out.toByteArray();
  }

  private static <V> List<Entry<V>> entries(Masstree<V> tree) {
    List<Entry<V>> entries = new ArrayList<>();
    tree.scan(KeyRange.all(), (key, value) -> entries.add(new Entry<>(key.toByteArray(), value)));
    return entries;
  }

  private static List<Entry<Long>> longEntries(MasstreeIndex index) {
    List<Entry<Long>> entries = new ArrayList<>();
    index.scan(KeyRange.all(), (key, value) -> entries.add(new Entry<>(key.toByteArray(), value)));
    return entries;
  }

  private static <V> void assertSame(List<Entry<V>> expected, List<Entry<V>> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).key(), actual.get(i).key());
      if (expected.get(i).value() instanceof byte[] bytes) {
        assertArrayEquals(bytes, (byte[]) actual.get(i).value());
      } else {
        assertEquals(expected.get(i).value(), actual.get(i).value());
      }
    }
  }
}
