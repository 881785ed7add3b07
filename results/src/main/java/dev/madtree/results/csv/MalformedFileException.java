package dev.madtree.results.csv;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file does not say what it should; the message names the file, the place and what was expected.
 */
public final class MalformedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes a fault in a file.
   *
   * @param file the file
   * @param line the line, from 1, or 0 for the file as a whole
   * @param message what is wrong and what was expected
   */
  public MalformedFileException(Path file, long line, String message) {
    super(line > 0 ? file + ", line " + line + ": " + message : file + ": " + message);
  }
}
