package dev.madtree.masstree.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One seeded bug: what it takes out of the protocol, the edits that do it, and who hunts for it.
 *
 * <p>It is read from a file {@code NN-name.txt}: lines {@code word: text}, then the edits.
 *
 * <pre>
 * takes out: the mark that announces a split to readers
 * hunters: model, paused-histories
 * file: Split.java
 * &lt;&lt;&lt;&lt;
 *     left.markSplitting();
 * ====
 * &gt;&gt;&gt;&gt;
 * </pre>
 *
 * <p>Between the two rows of angles stands the piece that goes, then the one that comes; white
 * space does not matter in the first. More edits follow; a line {@code file:} before one changes
 * the file. A line {@code hangs: yes} says that a call that never ends is what the bug does; {@code
 * quick: yes} that it is caught in a moment.
 *
 * @param number two digits, by which it is called for
 * @param name what it is called
 * @param takesOut the step of the protocol that is missing
 * @param hunters the names of the hunters, in the order in which they are sent out
 * @param hangs whether a hunter that does not come back has caught it
 * @param quick whether it belongs to the quick tier
 * @param edits what is changed
 */
public record Sabotage(
    String number,
    String name,
    String takesOut,
    List<String> hunters,
    boolean hangs,
    boolean quick,
    List<Edit> edits) {

  private static final String FROM = "<<<<";
  private static final String TO = "====";
  private static final String END = ">>>>";

  /**
   * One piece of a file in the place of another.
   *
   * @param file the name of the file, without its folder
   * @param piece what goes
   * @param replacement what comes
   */
  public record Edit(String file, String piece, String replacement) {}

  /**
   * Reads all seeded bugs of a folder, in the order of their numbers.
   *
   * @throws IOException if one cannot be read
   * @throws IllegalArgumentException if one is not written as it should be
   */
  public static List<Sabotage> readAll(Path folder) throws IOException {
    List<Sabotage> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        all.add(parse(file.getFileName().toString(), Files.readAllLines(file)));
      }
    }
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).number().equals(all.get(i - 1).number())) {
        throw new IllegalArgumentException("Two seeded bugs are number " + all.get(i).number());
      }
    }
    return all;
  }

  /** Reads a seeded bug from the lines of a file of that name. */
  static Sabotage parse(String fileName, List<String> lines) {
    if (!fileName.matches("\\d\\d-[a-z0-9-]+\\.txt")) {
      throw new IllegalArgumentException(fileName + ": expected a name like 07-what-is-gone.txt");
    }
    String takesOut = null;
    String file = null;
    List<String> hunters = List.of();
    boolean hangs = false;
    boolean quick = false;
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String text = line.substring(line.indexOf(':') + 1).strip();
      if (line.startsWith("takes out:")) {
        takesOut = text;
      } else if (line.startsWith("hunters:")) {
        hunters = List.of(text.split("\\s*,\\s*"));
      } else if (line.startsWith("hangs:")) {
        hangs = text.equals("yes");
      } else if (line.startsWith("quick:")) {
        quick = text.equals("yes");
      } else if (line.startsWith("file:")) {
        file = text;
      } else if (line.equals(FROM) && file != null) {
        int middle = find(fileName, lines, TO, i);
        int end = find(fileName, lines, END, middle);
        String piece = String.join("\n", lines.subList(i + 1, middle));
        edits.add(new Edit(file, piece, String.join("\n", lines.subList(middle + 1, end))));
        i = end;
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException(
            fileName
                + ", line "
                + (i + 1)
                + ": expected 'word: text' or "
                + FROM
                + " after a file");
      }
    }
    if (takesOut == null || hunters.isEmpty() || edits.isEmpty()) {
      throw new IllegalArgumentException(
          fileName + ": expected what it 'takes out:', its 'hunters:' and an edit of a 'file:'");
    }
    String name = fileName.substring(3, fileName.length() - 4);
    return new Sabotage(fileName.substring(0, 2), name, takesOut, hunters, hangs, quick, edits);
  }

  private static int find(String fileName, List<String> lines, String row, int from) {
    for (int i = from + 1; i < lines.size(); i++) {
      if (lines.get(i).equals(row)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        fileName + ", line " + (from + 1) + ": expected a row " + row + " behind it");
  }

  /**
   * Makes the edits on a copy of the sources.
   *
   * @throws IllegalArgumentException if a piece does not stand there exactly once
   */
  public void applyTo(SourceCopy sources) {
    for (Edit edit : edits) {
      try {
        sources.replace(edit.file(), edit.piece(), edit.replacement());
      } catch (IllegalArgumentException misplaced) {
        throw new IllegalArgumentException(this + ": " + misplaced.getMessage(), misplaced);
      }
    }
  }

  @Override
  public String toString() {
    return number + "-" + name;
  }
}
