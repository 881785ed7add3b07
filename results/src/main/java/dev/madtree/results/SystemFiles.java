package dev.madtree.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files in which Linux shows its state, under a root that is {@code /} but in tests. */
final class SystemFiles {
  private final Path root;

  SystemFiles(Path root) {
    this.root = root;
  }

  /** Returns the lines of a file, none if it cannot be read. */
  List<String> lines(String path) {
    try {
      return Files.readAllLines(root.resolve(path));
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  /** Returns the first line of a file, trimmed. */
  Optional<String> text(String path) {
    return lines(path).stream().findFirst().map(String::strip).filter(line -> !line.isEmpty());
  }

  /** Returns what follows the colon in the first line that begins with a name. */
  Optional<String> entry(String path, String name) {
    return lines(path).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  /** Returns the leading number of a text such as {@code 16384 kB}, NaN if there is none. */
  static double number(Optional<String> text) {
    try {
      return text.map(t -> Double.parseDouble(t.split("\\s+")[0])).orElse(Double.NaN);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
