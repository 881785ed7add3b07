package dev.madtree.workloads.replay;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The user's own class path: jars or folders of classes in which at least one {@link
 * StructureProvider} is registered.
 */
public final class UserJars {

  private static final String SERVICE = StructureProvider.class.getName();
  private static final String REGISTRATION = "META-INF/services/" + SERVICE;
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private UserJars() {}

  /**
   * Checks a class path and puts it behind the one of this thread, so that {@link Structure#all}
   * has its structures.
   *
   * @param text jars or folders, separated as the platform's class paths are
   * @param taken labels that its structures must not have
   * @return the absolute paths, in order
   * @throws IllegalArgumentException with what is wrong and where: a missing or broken file, no
   *     provider, or one that throws or has a label that is taken or no word
   */
  public static List<Path> open(String text, Collection<String> taken) {
    List<Path> paths = new ArrayList<>();
    boolean registered = false;
    for (String part : text.split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(part.strip()).toAbsolutePath().normalize();
      if (part.isBlank() || !Files.exists(path)) {
        throw new IllegalArgumentException(
            String.format(
                "expected jars separated by \"%s\"; there is no file \"%s\"",
                File.pathSeparator, part));
      }
      registered |= registers(path);
      paths.add(path);
    }
    if (!registered) {
      throw new IllegalArgumentException(
          String.format(
              "\"%s\" brings no structure: expected a file %s in it, which names a class that"
                  + " implements that interface",
              text, REGISTRATION));
    }
    Thread thread = Thread.currentThread();
    URLClassLoader loader =
        new URLClassLoader(
            paths.stream().map(UserJars::url).toArray(URL[]::new), thread.getContextClassLoader());
    check(text, loader, taken);
    thread.setContextClassLoader(loader);
    return List.copyOf(paths);
  }

  private static boolean registers(Path path) {
    if (Files.isDirectory(path)) {
      return Files.exists(path.resolve(REGISTRATION));
    }
    try (ZipFile jar = new ZipFile(path.toFile())) {
      return jar.getEntry(REGISTRATION) != null;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "expected a jar, but \"" + path + "\" cannot be read as one: " + e.getMessage(), e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no class path can have \"" + path + "\" in it", e);
    }
  }

  private static void check(String text, ClassLoader loader, Collection<String> taken) {
    Set<String> labels = new HashSet<>(taken);
    try {
      Iterator<StructureProvider> providers =
          ServiceLoader.load(StructureProvider.class, loader).iterator();
      while (providers.hasNext()) {
        StructureProvider each = providers.next();
        // The others have been there before.
        if (each.getClass().getClassLoader() == loader) {
          String name = each.getClass().getName();
          checkLabel(name, each.label(), labels);
          each.isOrdered();
          if (each.description() == null) {
            throw new IllegalArgumentException(name + " in \"" + text + "\" has no description");
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (ServiceConfigurationError e) {
      throw new IllegalArgumentException(
          "a structure of \"" + text + "\" cannot be made: " + reason(e), e);
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalArgumentException(
          "a structure of \"" + text + "\" does not say what it is: " + e, e);
    }
  }

  /** Adds a label to the others, or says what is wrong with it. */
  private static void checkLabel(String name, String label, Set<String> labels) {
    if (label == null || !LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s calls itself \"%s\"; expected letters, digits, \".\", \"_\" and \"-\", a letter"
                  + " or digit first",
              name,
              label));
    }
    if (!labels.add(label)) {
      throw new IllegalArgumentException(
          name + " calls itself \"" + label + "\", which another structure is called already");
    }
  }

  private static String reason(ServiceConfigurationError error) {
    String text = error.getMessage().replaceFirst("^" + Pattern.quote(SERVICE) + ": ", "");
    return error.getCause() == null ? text : text + ": " + error.getCause();
  }
}
