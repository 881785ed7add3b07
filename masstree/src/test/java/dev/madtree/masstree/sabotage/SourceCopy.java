package dev.madtree.masstree.sabotage;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The sources of a module in memory, to be changed, and then written out or compiled. */
public final class SourceCopy {

  private static final Pattern GAP = Pattern.compile("\\s+");
  private static final Pattern ACCESS =
      Pattern.compile(
          "\\b([A-Z][A-Z_]*)\\s*\\."
              + "(getAcquire|getOpaque|setRelease|setOpaque|setVolatile|compareAndSet)\\(");

  private final Map<Path, String> texts;

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(URI uri, String text) {
      super(uri, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private SourceCopy(Map<Path, String> texts) {
    this.texts = texts;
  }

  /**
   * Reads all Java files below a folder.
   *
   * @throws IOException if one cannot be read
   */
  public static SourceCopy read(Path folder) throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
        texts.put(folder.relativize(file), Files.readString(file));
      }
    }
    return new SourceCopy(texts);
  }

  /** Another copy of the same sources. */
  public SourceCopy copy() {
    return new SourceCopy(new TreeMap<>(texts));
  }

  /**
   * Puts one piece of text in the place of another, whatever the white space in it.
   *
   * @param file the name of the file, without its folder
   * @throws IllegalArgumentException unless there is one such file and the piece stands in it once
   */
  public void replace(String file, String piece, String replacement) {
    List<Path> named =
        texts.keySet().stream().filter(path -> path.getFileName().toString().equals(file)).toList();
    if (named.size() != 1) {
      throw new IllegalArgumentException(
          "Expected one file " + file + " among the sources, found " + named.size());
    }
    String text = texts.get(named.get(0));
    Matcher matcher = anySpacing(piece).matcher(text);
    List<MatchResult> places = matcher.results().toList();
    if (places.size() != 1) {
      throw new IllegalArgumentException(
          ("Expected this piece once in " + file + ", found it " + places.size() + " times; ")
              + "bring the piece up to the sources:\n"
              + piece);
    }
    MatchResult place = places.get(0);
    String before = text.substring(0, place.start());
    texts.put(named.get(0), before + replacement + text.substring(place.end()));
  }

  private static Pattern anySpacing(String piece) {
    return Pattern.compile(
        GAP.splitAsStream(piece.strip()).map(Pattern::quote).collect(Collectors.joining("\\s+")));
  }

  /** Puts a call that may pause before each access through a handle; returns their number. */
  public int addPauses() {
    int accesses = 0;
    for (Map.Entry<Path, String> source : texts.entrySet()) {
      Matcher access = ACCESS.matcher(source.getValue());
      accesses += (int) access.results().count();
      String paused = access.replaceAll("Pauses.at($1).$2(");
      source.setValue(
          paused
              .replace("Backoff.pause(", "Pauses.backOff(")
              .replace("Thread.yield(", "Pauses.yieldToOthers("));
    }
    return accesses;
  }

  /**
   * Writes the sources below a folder.
   *
   * @throws IOException if one cannot be written
   */
  public void writeTo(Path folder) throws IOException {
    for (Map.Entry<Path, String> source : texts.entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
  }

  /**
   * Compiles the sources.
   *
   * @param folder where the sources are said to be in what the compiler reports
   * @param classPath what they need
   * @param classes the folder for what comes out
   * @throws IOException if that folder cannot be made
   * @throws IllegalStateException if they do not compile
   */
  public void compile(Path folder, String classPath, Path classes) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    texts.forEach((file, text) -> sources.add(new Source(folder.resolve(file).toUri(), text)));
    Files.createDirectories(classes);
    List<String> options =
        List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", classes.toString());
    StringWriter messages = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
      throw new IllegalStateException("a copy of the sources does not compile:\n" + messages);
    }
  }
}
