package dev.madtree.plots;

import dev.madtree.results.csv.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that a report is written into. Every file is replaced as a whole. */
final class OutputDirectory {
  private static final String LATEST = "latest";
  private static final int LONGEST_SLUG = 80;
  private static final int DIGEST_DIGITS = 8;
  private static final Pattern OURS = Pattern.compile("[a-z0-9-]+-[0-9a-f]{8}\\.(png|svg)");

  private final Path folder;
  private final Set<String> written = new HashSet<>();

  private OutputDirectory(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder if it is missing. */
  static OutputDirectory at(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new OutputDirectory(folder.toRealPath());
  }

  /**
   * A file name from any text: what can be read of it, and a digest, so that two texts never share
   * one.
   */
  static String slug(String text) {
    String readable =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = readable.substring(0, Math.min(LONGEST_SLUG, readable.length()));
    return (cut.isEmpty() ? "chart" : cut) + "-" + digest(text);
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] bytes = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGEST_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Replaces a file.
   *
   * @param name its name in the folder
   * @throws IllegalArgumentException if the name leads out of the folder
   */
  void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!folder.equals(file.getParent())) {
      throw new IllegalArgumentException("\"" + name + "\" leads out of " + folder);
    }
    AtomicFile.replace(file, out -> out.write(bytes));
    written.add(name);
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Removes charts of an earlier report that this one does not have. */
  void removeStale() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (OURS.matcher(name).matches() && !written.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Lets the link {@code latest} beside the folder point to it, in one step. */
  void markLatest() throws IOException {
    Path link = folder.resolveSibling(LATEST);
    if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          link.toString(), null, "is a folder, expected a link; move it away");
    }
    Path temporary = folder.resolveSibling("." + LATEST + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(temporary);
    Files.createSymbolicLink(temporary, folder.getFileName());
    Files.move(
        temporary, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Path path() {
    return folder;
  }
}
