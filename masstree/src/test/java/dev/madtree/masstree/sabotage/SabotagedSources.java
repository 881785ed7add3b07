package dev.madtree.masstree.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the tree's sources with one seeded bug into a folder, for other tools to hunt in. */
public final class SabotagedSources {

  static final Path SOURCES = Path.of("src", "main", "java");
  static final Path BUGS = Path.of("src", "test", "resources", "sabotage");

  private static final int USAGE = 2;

  private SabotagedSources() {}

  /**
   * Writes the sources.
   *
   * @param args the module's folder, the number of a seeded bug, the folder to write to
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3 || !Files.isDirectory(Path.of(args[0]).resolve(BUGS))) {
      System.err.println("Expected: the folder of the module, the number of a bug, a new folder");
      System.exit(USAGE);
    }
    Path module = Path.of(args[0]);
    List<Sabotage> all = Sabotage.readAll(module.resolve(BUGS));
    List<Sabotage> chosen = all.stream().filter(bug -> bug.number().equals(args[1])).toList();
    if (chosen.isEmpty()) {
      System.err.println("There is no bug " + args[1] + "; expected one of " + all);
      System.exit(USAGE);
    }
    SourceCopy sources = SourceCopy.read(module.resolve(SOURCES));
    chosen.get(0).applyTo(sources);
    sources.writeTo(Path.of(args[2]));
    System.out.println(args[2] + ": the sources without " + chosen.get(0).takesOut());
  }
}
