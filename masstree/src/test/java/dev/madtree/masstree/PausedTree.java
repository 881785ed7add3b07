package dev.madtree.masstree;

import dev.madtree.masstree.sabotage.SourceCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * A copy of the tree, compiled from this module's own sources, that may pause before each access to
 * memory that threads share. It is loaded beside the tree itself, together with the tests.
 */
final class PausedTree extends URLClassLoader {

  private final int accesses;

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
    SourceCopy copy = SourceCopy.read(sources);
    int accesses = copy.addPauses();
    URL tests = PausedTree.class.getProtectionDomain().getCodeSource().getLocation();
    copy.compile(sources, pathOf(tests).toString(), classes);
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
