package dev.madtree.workloads.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of settings: lines {@code key = value}, empty lines, and comments after a leading #.
 *
 * @param name what the campaign is called after
 * @param settings what the file sets
 */
public record Profile(String name, Map<Setting, Given> settings) {

  private static final List<String> SHIPPED = List.of("smoke", "quick", "standard", "full");

  /** Returns the names of the profiles that come with the program. */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /** Returns the first line of a shipped profile: what it is for. */
  public static String description(String name) {
    return resource(name).lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
  }

  /** Returns what every profile begins with. */
  public static Profile defaults() throws ConfigurationException {
    return parse("defaults", "defaults.properties", resource("defaults"));
  }

  /**
   * Returns a shipped profile by its name, or one's own by its file.
   *
   * @throws ConfigurationException if there is neither, or if its lines are wrong
   */
  public static Profile of(String nameOrFile) throws ConfigurationException {
    if (SHIPPED.contains(nameOrFile)) {
      return parse(nameOrFile, nameOrFile + ".properties", resource(nameOrFile));
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(
          List.of(
              "--profile: "
                  + NearestName.explain("profile", nameOrFile, SHIPPED)
                  + ", or a file; there is no such file"));
    }
    try {
      String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      String word = name.replaceAll("[^A-Za-z0-9-]", "-");
      return parse(word, nameOrFile, Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException(List.of("--profile: cannot read " + file + ": " + e));
    }
  }

  private static String resource(String name) {
    String file = name + ".properties";
    try (InputStream in = Profile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no resource " + file + " beside " + Profile.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Profile parse(String name, String file, String text)
      throws ConfigurationException {
    Map<Setting, Given> settings = new EnumMap<>(Setting.class);
    List<String> problems = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        parseLine(file, i + 1, line, settings, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Profile(name, settings);
  }

  private static void parseLine(
      String file, int number, String line, Map<Setting, Given> settings, List<String> problems) {
    int keyColumn = line.length() - line.stripLeading().length() + 1;
    int equals = line.indexOf('=');
    if (equals < 0) {
      problems.add(
          file + ":" + number + ":" + keyColumn + ": expected \"key = value\", found no \"=\"");
      return;
    }
    String key = line.substring(0, equals).strip();
    Optional<Setting> setting = Setting.named(key);
    if (setting.isEmpty()) {
      problems.add(
          file
              + ":"
              + number
              + ":"
              + keyColumn
              + ": "
              + NearestName.explain("key", key, Setting.keys()));
      return;
    }
    String value = line.substring(equals + 1);
    int valueColumn = equals + 2 + value.length() - value.stripLeading().length();
    Given given = new Given(value.strip(), file + ":" + number + ":" + valueColumn + ": " + key);
    Given before = settings.put(setting.get(), given);
    if (before != null) {
      problems.add(given.where() + ": is set twice, first at " + before.where());
    }
  }
}
