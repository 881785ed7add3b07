package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a checkpoint cannot be written, the file it should replace is as it was, and alone. */
class CheckpointFailureTest {

  private static final long SEED = 2026;
  private static final int ENTRIES = 20_000;

  @TempDir private Path directory;

  private final Masstree<Long> tree = new Masstree<>();
  private Path file;

  @BeforeEach
  void writeOne() throws IOException {
    file = directory.resolve("checkpoint");
    Masstree<Long> old = new Masstree<>();
    old.put(1, 1L);
    old.writeTo(file, ValueCodec.longs());
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < ENTRIES; i++) {
      tree.put(random.nextLong(), random.nextLong());
    }
  }

  @AfterEach
  void oldFileIsIntactAndAlone() throws IOException {
    Masstree<Long> restored = Masstree.readFrom(file, ValueCodec.longs());
    assertEquals(1, restored.size());
    assertEquals(1, restored.get(1));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void writeTo_aDiskThatFillsUp_leavesTheOldFile() throws IOException {
    Path whole = directory.resolve("whole");
    tree.writeTo(whole, ValueCodec.longs());
    long size = Files.size(whole);
    Files.delete(whole);
    SplittableRandom random = new SplittableRandom(SEED);
    System.out.println("CheckpointFailureTest full disk: seed " + SEED);
    for (int i = 0; i < 200; i++) {
      long room = i == 0 ? 0 : i == 1 ? size - 1 : random.nextLong(size);
      CheckpointException exception =
          assertThrows(
              CheckpointException.class,
              () ->
                  CheckpointFile.replace(
                      file,
                      out -> tree.writeTo(out, ValueCodec.longs()),
                      disk -> new FullDisk(disk, room)));
      assertTrue(exception.getMessage().contains("No space left"), exception::getMessage);
      assertEquals(file.toRealPath().toString(), exception.file());
    }
  }

  @Test
  void writeTo_aStreamThatFillsUp_passesItsException() {
    IOException exception =
        assertThrows(
            IOException.class,
            () ->
                tree.writeTo(
                    new FullDisk(OutputStream.nullOutputStream(), 1_000), ValueCodec.longs()));
    assertTrue(exception.getMessage().contains("No space left"), exception::getMessage);
  }

  @Test
  void writeTo_theFullDevice_passesItsException() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full");
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      assertThrows(IOException.class, () -> tree.writeTo(out, ValueCodec.longs()));
    }
    assertThrows(CheckpointException.class, () -> tree.writeTo(full, ValueCodec.longs()));
    assertTrue(Files.exists(full));
  }

  @Test
  void writeTo_aCodecThatThrows_leavesTheOldFile() {
    SplittableRandom random = new SplittableRandom(SEED);
    System.out.println("CheckpointFailureTest codec: seed " + SEED);
    for (int i = 0; i < 50; i++) {
      long entry = random.nextLong(ENTRIES);
      RuntimeException unchecked = new IllegalStateException("at entry " + entry);
      assertSame(
          unchecked,
          assertThrows(
              IllegalStateException.class,
              () -> tree.writeTo(file, new FailingCodec(entry, unchecked))));
      IOException checked = new IOException("at entry " + entry);
      assertSame(
          checked,
          assertThrows(
                  CheckpointException.class,
                  () -> tree.writeTo(file, new FailingCodec(entry, checked)))
              .getCause());
      Error error = new OutOfMemoryError("at entry " + entry);
      assertSame(
          error,
          assertThrows(
              OutOfMemoryError.class, () -> tree.writeTo(file, new FailingCodec(entry, error))));
    }
  }

  @Test
  void writeTo_anInterruptedThread_leavesTheOldFile() {
    Thread.currentThread().interrupt();
    assertThrows(CheckpointException.class, () -> tree.writeTo(file, ValueCodec.longs()));
    assertTrue(Thread.interrupted());
  }

  @Test
  void writeTo_whereNoFileCanBe_saysSo() {
    assertThrows(CheckpointException.class, () -> tree.writeTo(directory, ValueCodec.longs()));
    NoSuchFileException exception =
        assertThrows(
            NoSuchFileException.class,
            () -> tree.writeTo(directory.resolve("absent/file"), ValueCodec.longs()));
    assertTrue(exception.getMessage().contains("make it first"), exception::getMessage);
  }

  @Test
  void writeTo_theTemporaryFileCannotBeDeleted_saysWhyBoth() throws IOException {
    Path[] obstacle = new Path[1];
    CheckpointException exception =
        assertThrows(
            CheckpointException.class,
            () ->
                CheckpointFile.replace(
                    file,
                    out -> {
                      out.write(1);
                      out.write(new byte[] {2, 3});
                      obstacle[0] = replaceTemporaryByADirectory();
                      throw new IOException("No space left on device");
                    }));
    assertEquals(3, exception.offset());
    assertTrue(exception.getMessage().contains("No space left"), exception::getMessage);
    Throwable[] suppressed = exception.getCause().getSuppressed();
    assertEquals(1, suppressed.length);
    assertTrue(suppressed[0] instanceof DirectoryNotEmptyException, suppressed[0]::toString);
    Files.delete(obstacle[0].resolve("full"));
    Files.delete(obstacle[0]);
  }

  private Path replaceTemporaryByADirectory() throws IOException {
    Path temporary;
    try (Stream<Path> files = Files.list(directory)) {
      temporary = files.filter(path -> path.toString().endsWith(".tmp")).findAny().orElseThrow();
    }
    Files.delete(temporary);
    Files.createDirectory(temporary);
    Files.createFile(temporary.resolve("full"));
    return temporary;
  }

  /** In a zip file a directory cannot be forced to the disk, and need not. */
  @Test
  void writeTo_aFileSystemThatForcesNoDirectory_writes() throws IOException {
    Path zip = directory.resolve("files.zip");
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path inside = files.getPath("/checkpoint");
      assertEquals(ENTRIES, tree.writeTo(inside, ValueCodec.longs()));
      assertEquals(ENTRIES, Masstree.readFrom(inside, ValueCodec.longs()).size());
    }
    Files.delete(zip);
  }

  @Test
  void writeTo_nothing_isANullPointerException() {
    assertThrows(NullPointerException.class, () -> tree.writeTo(file, null));
    assertThrows(NullPointerException.class, () -> tree.writeTo((Path) null, ValueCodec.longs()));
    assertThrows(NullPointerException.class, () -> Masstree.readFrom(file, null));
  }

  /** Takes so many bytes and no more. */
  private static final class FullDisk extends FilterOutputStream {

    private long room;

    FullDisk(OutputStream out, long room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int taken = (int) Math.min(room, length);
      out.write(bytes, from, taken);
      room -= taken;
      if (taken < length) {
        throw new IOException("No space left on device");
      }
    }
  }

  /** Throws at one entry. */
  private static final class FailingCodec implements ValueCodec<Long> {

    private long left;
    private final Throwable failure;

    FailingCodec(long entry, Throwable failure) {
      left = entry;
      this.failure = failure;
    }

    @Override
    public void write(Long value, DataOutput out) throws IOException {
      out.writeLong(value);
      if (left-- == 0) {
        if (failure instanceof IOException checked) {
          throw checked;
        }
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
    }

    @Override
    public Long read(DataInput in) throws IOException {
      return in.readLong();
    }
  }
}
