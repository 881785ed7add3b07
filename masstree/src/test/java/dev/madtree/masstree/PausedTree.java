package dev.madtree.masstree;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A copy of the tree, compiled from this module's own sources, that may pause before each access to
 * memory that threads share. It is loaded beside the tree itself, together with the tests.
 */
final class PausedTree extends URLClassLoader {

  private static final Pattern ACCESS =
      Pattern.compile(
          "\\b([A-Z][A-Z_]*)\\s*\\."
              + "(getAcquire|getOpaque|setRelease|setOpaque|setVolatile|compareAndSet)\\(");

  private final int accesses;

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

  private PausedTree(int accesses, URL... classes) {
    super(classes, PausedTree.class.getClassLoader());
    this.accesses = accesses;
  }

  /**
   * Compiles the copy.
   *
   * @param sources the folder of the tree's sources
   * @param classes the folder to write the copy to
   */
  static PausedTree compile(Path sources, Path classes) throws IOException {
    List<JavaFileObject> copies = new ArrayList<>();
    int accesses = 0;
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      Matcher access = ACCESS.matcher(Files.readString(file));
      accesses += (int) access.results().count();
      copies.add(new Source(file.toUri(), access.replaceAll("Pauses.at($1).$2(")));
    }
    Files.createDirectories(classes);
    URL tests = PausedTree.class.getProtectionDomain().getCodeSource().getLocation();
    List<String> options =
        List.of("-proc:none", "-nowarn", "-cp", pathOf(tests).toString(), "-d", classes.toString());
    StringWriter messages = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (!compiler.getTask(messages, null, null, options, null, copies).call()) {
      throw new IllegalStateException("the paused copy does not compile:\n" + messages);
    }
    return new PausedTree(accesses, urlOf(classes), tests);
  }

  private static Path pathOf(URL url) {
    return Path.of(URI.create(url.toString()));
  }

  private static URL urlOf(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The places in the sources before which the copy may pause. */
  int accesses() {
    return accesses;
  }

  /** Takes the tree and its tests from the copy, and all else from where it always is. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PausedTree.class.getPackageName() + '.')) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
