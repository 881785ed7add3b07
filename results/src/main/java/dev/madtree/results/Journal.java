package dev.madtree.results;

import dev.madtree.results.JournalText.ForkId;
import dev.madtree.results.csv.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The append-only record of a campaign: one row a fork, on the disk before {@link #append} returns.
 * After a process was killed at any moment, every row whose {@code append} returned is there once,
 * and at most one other. One process at a time may have it open. Safe for use by many threads.
 */
public final class Journal implements Closeable {
  private final Path file;
  private final FileChannel channel;
  private final List<ForkRecord> records;
  private final Set<ForkId> seen = new HashSet<>();
  private long wholeLength;
  private boolean broken;

  private Journal(Path file, FileChannel channel, JournalText text) {
    this.file = file;
    this.channel = channel;
    this.records = new ArrayList<>(text.records());
    this.wholeLength = text.wholeLength();
    records.forEach(fork -> seen.add(ForkId.of(fork)));
  }

  /**
   * Opens a journal to append to it, and makes it if it is missing. A torn last row is cut off and
   * kept beside, in a file named after the journal with {@code .torn-} and its place.
   *
   * @param file the journal; its folder must exist
   * @return the journal, to be closed
   * @throws IOException if another process has it open, if it cannot be read or written, or if a
   *     row before the last is damaged, with its line
   */
  public static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return open(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Opens a journal over a channel, which the journal closes. */
  static Journal open(Path file, FileChannel channel) throws IOException {
    lock(file, channel);
    byte[] bytes = Files.readAllBytes(file);
    Journal journal = new Journal(file, channel, JournalText.parse(file, bytes));
    journal.cutTornTail(bytes);
    if (journal.wholeLength == 0) {
      journal.write(JournalText.HEADER.getBytes(StandardCharsets.UTF_8), "the header");
      AtomicFile.forceFolder(file.toAbsolutePath().getParent());
    }
    return journal;
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new IOException(
          file + ": another campaign is writing to it; wait until it has ended, or stop it");
    }
  }

  private void cutTornTail(byte[] bytes) throws IOException {
    if (wholeLength == bytes.length) {
      return;
    }
    byte[] tail = Arrays.copyOfRange(bytes, (int) wholeLength, bytes.length);
    Path beside = file.resolveSibling(file.getFileName() + ".torn-" + wholeLength);
    for (int n = 2; Files.exists(beside); n++) {
      beside = file.resolveSibling(file.getFileName() + ".torn-" + wholeLength + "-" + n);
    }
    Files.write(beside, tail, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
    channel.truncate(wholeLength);
    channel.force(true);
  }

  /**
   * Reads a journal and leaves it as it is, so that it may still be written to by others. A torn
   * last row is passed over.
   *
   * @param file the journal
   * @return the records of the whole rows, in order, unmodifiable
   * @throws IOException if it cannot be read, or if a row before the last is damaged, with its line
   */
  public static List<ForkRecord> read(Path file) throws IOException {
    return JournalText.parse(file, Files.readAllBytes(file)).records();
  }

  /**
   * Appends a record and returns once it is on the disk.
   *
   * @param fork the record
   * @throws IllegalArgumentException if there is a row of this cell, round and attempt
   * @throws IOException if it cannot be written, for example because the disk is full; the journal
   *     then holds the rows it held before
   */
  public synchronized void append(ForkRecord fork) throws IOException {
    ForkId id = ForkId.of(fork);
    if (seen.contains(id)) {
      throw new IllegalArgumentException(file + ": there is already a row of " + id);
    }
    writeWhole(JournalText.row(fork), "a row of " + id);
    seen.add(id);
    records.add(fork);
  }

  /** An interrupt would close the channel in the middle of a row, so it waits until after it. */
  private void writeWhole(byte[] bytes, String what) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      write(bytes, what);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void write(byte[] bytes, String what) throws IOException {
    if (broken) {
      throw new IOException(file + ": an earlier write failed; open the journal anew");
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long at = wholeLength;
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
      channel.force(true);
      wholeLength = at;
    } catch (IOException e) {
      String kept = restore() ? "" : " and a torn one, which opening it anew will cut off";
      throw new IOException(
          String.format(
              "%s: cannot write %s (%s); is the disk full? The journal keeps its %d rows%s",
              file, what, e.getMessage(), records.size(), kept),
          e);
    }
  }

  /** Cuts off what a failed write left; tells whether that succeeded. */
  private boolean restore() {
    try {
      channel.truncate(wholeLength);
      channel.force(true);
      return true;
    } catch (IOException e) {
      broken = true;
      return false;
    }
  }

  /**
   * Returns all records.
   *
   * @return an unmodifiable copy, in the order they were appended
   */
  public synchronized List<ForkRecord> records() {
    return List.copyOf(records);
  }

  /**
   * Closes the file and lets others open it.
   *
   * @throws IOException if closing fails; every appended row is on the disk nevertheless
   */
  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
