package dev.madtree.workloads.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The JVM that forks run in.
 *
 * @param home its home
 * @param vendor who built it
 * @param version its full version
 */
public record TargetJvm(Path home, String vendor, String version) {

  /** Returns the JVM of a home, or the one that runs this. */
  public static TargetJvm of(Optional<Path> home) throws IOException {
    return home.isPresent() ? at(home.get()) : running();
  }

  /** Returns the JVM that runs this. */
  public static TargetJvm running() {
    return new TargetJvm(
        Path.of(System.getProperty("java.home")),
        System.getProperty("java.vendor"),
        Runtime.version().toString());
  }

  /** Reads the file {@code release} that every JVM has in its home. */
  private static TargetJvm at(Path home) throws IOException {
    Path file = home.resolve("release");
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      release.load(in);
    }
    String version =
        release.getProperty("JAVA_RUNTIME_VERSION", release.getProperty("JAVA_VERSION", "17"));
    String vendor = release.getProperty("IMPLEMENTOR", "unknown");
    return new TargetJvm(home, unquoted(vendor), unquoted(version));
  }

  private static String unquoted(String text) {
    return text.replace("\"", "").strip();
  }

  /** Returns the program. */
  public Path executable() {
    return home.resolve("bin").resolve("java");
  }

  /** Returns the feature release, such as 17. */
  public int feature() {
    return Integer.parseInt(version.split("[^0-9]", 2)[0]);
  }

  /** Returns vendor and version in short. */
  public String label() {
    return vendor + " " + version;
  }
}
