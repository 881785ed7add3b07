package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not a whole and undamaged checkpoint is refused, whatever happened to it. */
class CheckpointDamageTest {

  private static final long SEED = 1952;
  private static final int ENTRIES = 20_000;
  private static final int TRIALS = Integer.getInteger("checkpoint.damages", 1_000);

  @TempDir private Path directory;

  private byte[] ofTree;
  private byte[] ofIndex;

  @BeforeEach
  void write() throws IOException {
    write(ENTRIES);
  }

  private void write(int entries) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    KeyMaker keys = new KeyMaker(random, 30, 26);
    Masstree<String> tree = new Masstree<>();
    MasstreeIndex index = new MasstreeIndex(0);
    while (tree.size() < entries) {
      byte[] key = keys.next();
      tree.put(key, Long.toString(random.nextLong(), 36));
      index.put(key, random.nextLong());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tree.writeTo(out, ValueCodec.strings());
    ofTree = out.toByteArray();
    out.reset();
    index.writeTo(out);
    ofIndex = out.toByteArray();
  }

  @Test
  void readFrom_aFileCutAnywhere_refuses() throws IOException {
    SplittableRandom random = seeded("cuts");
    int[] cuts = random.ints(TRIALS - 3, 0, ofTree.length).toArray();
    Path file = directory.resolve("cut");
    for (int cut : cuts) {
      assertCutRefused(file, cut);
    }
    assertCutRefused(file, 0);
    assertCutRefused(file, CheckpointFormat.HEADER);
    assertCutRefused(file, ofTree.length - 1);
  }

  private void assertCutRefused(Path file, int cut) throws IOException {
    Files.write(file, ofTree);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(cut);
    }
    CheckpointException exception =
        assertThrows(
            CheckpointException.class, () -> Masstree.readFrom(file, ValueCodec.strings()));
    assertEquals(file.toString(), exception.file());
    assertEquals(cut, exception.offset());
    assertTrue(exception.getMessage().contains("the end, expected"), exception::getMessage);
  }

  @Test
  void readFrom_aByteFlippedAnywhere_refuses() {
    SplittableRandom random = seeded("flips");
    for (int i = 0; i < TRIALS; i++) {
      byte[] bytes = i % 2 == 0 ? ofTree : ofIndex;
      assertFlipRefused(bytes, random.nextInt(bytes.length), random.nextInt(1, 256));
    }
  }

  @Test
  void readFrom_aFewEntriesCutAnywhereOrWithAnyBitFlipped_refuses() throws IOException {
    write(20);
    for (byte[] intact : List.of(ofTree, ofIndex)) {
      for (int at = 0; at < intact.length; at++) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          assertFlipRefused(intact, at, 1 << bit);
        }
        assertRefused(intact, Arrays.copyOf(intact, at), "cut at " + at);
      }
    }
  }

  private void assertFlipRefused(byte[] intact, int at, int bits) {
    byte[] bytes = intact.clone();
    bytes[at] ^= (byte) bits;
    assertRefused(intact, bytes, "byte " + at + " flipped by " + bits);
  }

  private void assertRefused(byte[] intact, byte[] damaged, String damage) {
    ByteArrayInputStream in = new ByteArrayInputStream(damaged);
    if (intact == ofTree) {
      assertThrows(
          CheckpointException.class, () -> Masstree.readFrom(in, ValueCodec.strings()), damage);
    } else {
      assertThrows(CheckpointException.class, () -> MasstreeIndex.readFrom(in, 0), damage);
    }
  }

  @Test
  void readFrom_framesOutOfPlace_refuses() {
    int frame = 2 * CheckpointFormat.WORD + CheckpointFormat.MOST_PAYLOAD;
    byte[] swapped = ofIndex.clone();
    System.arraycopy(ofIndex, 16, swapped, 16 + frame, frame);
    System.arraycopy(ofIndex, 16 + frame, swapped, 16, frame);
    byte[] missing = new byte[ofIndex.length - frame];
    System.arraycopy(ofIndex, 0, missing, 0, 16 + frame);
    System.arraycopy(ofIndex, 16 + 2 * frame, missing, 16 + frame, missing.length - 16 - frame);

    assertIndexRefused(swapped, "checksum");
    assertIndexRefused(missing, "checksum");
  }

  @Test
  void readFrom_somethingElse_saysWhatItIs() throws IOException {
    Path text = Files.writeString(directory.resolve("text"), "not a checkpoint, but long enough");
    Path empty = Files.createFile(directory.resolve("empty"));

    assertFileRefused(text, "this is not a checkpoint");
    assertFileRefused(empty, "the end, expected a header");
    assertFileRefused(directory, "this is a directory");
    assertIndexRefused("text".getBytes(StandardCharsets.US_ASCII), "this is not a checkpoint");
  }

  @Test
  void readFrom_theOtherKind_saysSo() {
    assertIndexRefused(ofTree, "a checkpoint of a Masstree, with values by reference");
    CheckpointException exception =
        assertThrows(
            CheckpointException.class,
            () -> Masstree.readFrom(new ByteArrayInputStream(ofIndex), ValueCodec.longs()));
    assertTrue(exception.getMessage().contains("a checkpoint of a MasstreeIndex"));
  }

  @Test
  void readFrom_aLaterVersion_saysSo() {
    byte[] bytes = ofIndex.clone();
    bytes[9] = 2;
    CRC32C crc = new CRC32C();
    ByteBuffer.wrap(bytes).putInt(12, CheckpointFormat.checksum(crc, bytes, 12));

    assertIndexRefused(bytes, "format version 2, expected 1");
  }

  @Test
  void readFrom_anotherCodec_saysSo() {
    for (ValueCodec<?> codec : new ValueCodec<?>[] {ValueCodec.longs(), ValueCodec.bytes()}) {
      CheckpointException exception =
          assertThrows(
              CheckpointException.class,
              () -> Masstree.readFrom(new ByteArrayInputStream(ofTree), codec));
      assertTrue(exception.getMessage().contains("codec"), exception::getMessage);
    }
  }

  @Test
  void readFrom_forgedLengths_refusesWithoutRoom() throws IOException {
    assertIndexRefused(forged(1, 0, Integer.MAX_VALUE), "the entries end within an entry");
    assertIndexRefused(forged(1, 5, 5), "a key that has 5 bytes of one with 0");
    assertIndexRefused(forged(1, 0, -1), "a length above");
    assertIndexRefused(forged(2, 0, 0), "entries, expected 2");
    assertIndexRefused(forged(1, 0, 0, 0, 0), "not above the one before");
  }

  /** A checkpoint with right checksums whose entries have no key bytes and zeros for values. */
  private static byte[] forged(long entries, int... lengths) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CheckpointOutput out = new CheckpointOutput(bytes, CheckpointFormat.Kind.INLINE);
    for (int i = 0; i < lengths.length; i += 2) {
      out.writeVarint(lengths[i]);
      out.writeVarint(lengths[i + 1]);
      out.writeLong(0);
    }
    out.finish(entries);
    return bytes.toByteArray();
  }

  private static void assertIndexRefused(byte[] bytes, String message) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    CheckpointException exception =
        assertThrows(
            CheckpointException.class,
            () -> MasstreeIndex.readFrom(new ByteArrayInputStream(bytes), 0));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(exception.getMessage().contains(message), exception::getMessage);
    assertFalse(exception.getMessage().contains("null"), exception::getMessage);
    assertTrue(allocated < 16 << 20, () -> allocated + " bytes allocated");
  }

  private static void assertFileRefused(Path file, String message) {
    CheckpointException exception =
        assertThrows(CheckpointException.class, () -> MasstreeIndex.readFrom(file, 0));
    assertTrue(exception.getMessage().contains(message), exception::getMessage);
    assertTrue(exception.getMessage().contains(file.toString()), exception::getMessage);
  }

  private static SplittableRandom seeded(String what) {
    System.out.println("CheckpointDamageTest " + what + ": seed " + SEED);
    return new SplittableRandom(SEED);
  }
}
