package dev.madtree.masstree;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Replaces a file as a whole or not at all: writes a temporary file beside it, forces it to the
 * disk, and renames it. Whatever fails, the temporary file is deleted and the old file stays.
 */
final class CheckpointFile {

  /** Writes the content of a file and returns the number of entries. */
  @FunctionalInterface
  interface Content {
    long writeTo(OutputStream out) throws IOException;
  }

  private final Path file;
  private final Path temporary;
  private long offset;

  private CheckpointFile(Path file) {
    this.file = file;
    temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Opens a file for reading. */
  static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CheckpointException(
          file, 0, "this is a directory, expected a file; check the path", null);
    }
    return Files.newInputStream(file);
  }

  /** Replaces a file, or creates it; returns the number of entries. */
  static long replace(Path file, Content content) throws IOException {
    return replace(file, content, UnaryOperator.identity());
  }

  /**
   * As {@link #replace(Path, Content)}.
   *
   * @param disk stands between the content and the temporary file, so that a test can let it fail
   */
  static long replace(Path file, Content content, UnaryOperator<OutputStream> disk)
      throws IOException {
    return new CheckpointFile(target(file)).write(content, disk);
  }

  /** The file itself, where the path leads to it by links: they shall go on leading to it. */
  private static Path target(Path file) throws IOException {
    if (Files.exists(file)) {
      if (!Files.isRegularFile(file)) {
        throw new CheckpointException(
            file,
            0,
            "this is neither a regular file nor absent; give a file, or write to a stream",
            null);
      }
      return file.toRealPath();
    }
    Path target = file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no directory " + directory + "; make it first");
    }
    return target;
  }

  private long write(Content content, UnaryOperator<OutputStream> disk) throws IOException {
    try {
      long entries = writeTemporary(content, disk);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory();
      return entries;
    } catch (IOException failure) {
      deleteTemporary(failure);
      throw new CheckpointException(
          file,
          offset,
          ("not written: " + failure)
              + "; what the path held before is untouched, remove the cause and write again",
          failure);
    } catch (RuntimeException | Error failure) {
      deleteTemporary(failure);
      throw failure;
    }
  }

  private long writeTemporary(Content content, UnaryOperator<OutputStream> disk)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long entries =
          content.writeTo(new CountingStream(disk.apply(Channels.newOutputStream(channel))));
      channel.force(true);
      return entries;
    }
  }

  private void deleteTemporary(Throwable failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException exception) {
      failure.addSuppressed(exception);
    }
  }

  /** Makes the rename last. Some systems cannot force a directory, and need not. */
  private void forceDirectory() {
    try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException exception) {
      // The file is whole and in place; only when the system makes the rename last is its own.
    }
  }

  /** Counts what has been written, for messages. */
  private final class CountingStream extends FilterOutputStream {

    CountingStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      offset++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      offset += length;
    }
  }
}
