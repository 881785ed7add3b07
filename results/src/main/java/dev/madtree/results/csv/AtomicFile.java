package dev.madtree.results.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file so that a reader sees the whole old or the whole new content, never a part. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything to a stream, which the caller closes.
     *
     * @param out where to write
     * @throws IOException if writing fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces a file, or makes it. If writing fails, the old file is as it was.
   *
   * @param file the file; its folder must exist
   * @param content what to write
   * @throws IOException if the content cannot be written, named with the file
   */
  public static void replace(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = temporary(folder, file.getFileName());
    try {
      writeForced(temporary, content);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /**
   * Replaces a text file, in UTF-8.
   *
   * @param file the file; its folder must exist
   * @param text its new content
   * @throws IOException if it cannot be written
   */
  public static void replace(Path file, String text) throws IOException {
    replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A name of this process and thread alone; the file gets the rights of any new file. */
  private static Path temporary(Path folder, Path name) {
    long pid = ProcessHandle.current().pid();
    long thread = Thread.currentThread().getId();
    return folder.resolve("." + name + "." + pid + "-" + thread + ".tmp");
  }

  private static void writeForced(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /**
   * Puts the names in a folder on the disk, as the content of its files is already. Systems that do
   * not open folders as files do so by themselves.
   *
   * @param folder the folder
   */
  public static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The new content is in place; only its order after a power cut is left to the system.
    }
  }
}
