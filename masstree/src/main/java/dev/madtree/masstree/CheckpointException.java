package dev.madtree.masstree;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells that a checkpoint was refused or could not be written: which file, where in it, what was
 * expected, and what to do.
 *
 * <p>When reading fails, nothing is restored. When writing fails, the file that was to be replaced
 * is as it was.
 */
public final class CheckpointException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;

  CheckpointException(Path file, long offset, String problem, Throwable cause) {
    super(place(file) + ", offset " + offset + ": " + problem, cause);
    this.file = file == null ? null : file.toString();
    this.offset = offset;
  }

  private static String place(Path file) {
    return file == null ? "checkpoint" : "checkpoint " + file;
  }

  /** Returns the path of the file, or null if the checkpoint is a stream. */
  public String file() {
    return file;
  }

  /** Returns the number of bytes of the checkpoint before the place that the message is about. */
  public long offset() {
    return offset;
  }
}
