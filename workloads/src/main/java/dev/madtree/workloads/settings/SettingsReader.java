package dev.madtree.workloads.settings;

import dev.madtree.workloads.distributions.Distribution;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.UserJars;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns texts into settings and keeps every problem until all have been read. */
final class SettingsReader {

  private static final long MOST_KEYS = 500_000_000;
  private static final int BATCH = 256;

  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();

  SettingsReader(List<Map<Setting, Given>> layers) {
    layers.forEach(given::putAll);
  }

  CampaignSettings read() throws ConfigurationException {
    // First, because they bring structures.
    List<Path> classpath = classpath();
    CampaignSettings settings =
        new CampaignSettings(
            names(Setting.STRUCTURES, "structure", List.copyOf(Drivers.structures().keySet())),
            names(Setting.WORKLOADS, "workload", List.copyOf(Drivers.workloads().keySet())),
            names(Setting.DRIVERS, "driver", List.copyOf(Drivers.descriptions().keySet())),
            list(Setting.DISTRIBUTIONS, SettingsReader::distribution),
            names(Setting.KEY_SHAPE, "key shape", KeyShape.labels()),
            list(Setting.KEYS, text -> within(Quantity.count(text), 1, MOST_KEYS)),
            list(Setting.VALUE_SIZE, text -> (int) within(Quantity.count(text), 8, 1 << 20)),
            list(Setting.THREADS, text -> (int) within(Quantity.count(text), 1, 1024)),
            names(Setting.GC, "collector", Collector.labels()),
            number(Setting.ROUNDS, 1, 1000),
            timing(),
            // Whole batches, so that a replay never has to look for the end within one.
            (number(Setting.TRACE_OPERATIONS, 1, 100_000_000) + BATCH - 1) / BATCH * BATCH,
            number(Setting.SAMPLE_EVERY, 1, 1_000_000),
            number(Setting.LOAD_THREADS, 1, 256),
            one(Setting.HEAP, text -> (int) within(Quantity.mebibytes(text), 64, 1 << 22), 0),
            one(Setting.FORK_TIMEOUT, SettingsReader::positiveSeconds, 0.0),
            given.containsKey(Setting.TIME)
                ? OptionalDouble.of(one(Setting.TIME, SettingsReader::positiveSeconds, 0.0))
                : OptionalDouble.empty(),
            given.containsKey(Setting.JVM)
                ? Optional.ofNullable(one(Setting.JVM, SettingsReader::javaHome, null))
                : Optional.empty(),
            classpath,
            one(Setting.SEED, SettingsReader::wholeNumber, 0L),
            given.containsKey(Setting.TAG) ? given.get(Setting.TAG).text() : "",
            texts(classpath));
    // What has no name cannot be checked any further.
    if (problems.isEmpty()) {
      new DriverCheck(settings, this::where).addTo(problems);
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return settings;
  }

  private List<Path> classpath() throws ConfigurationException {
    Given from = given.get(Setting.CLASSPATH);
    if (from == null) {
      return List.of();
    }
    try {
      return UserJars.open(from.text(), Drivers.structures().keySet());
    } catch (IllegalArgumentException e) {
      // Everything else would only be told that its structures are unknown.
      throw new ConfigurationException(List.of(from.where() + ": " + e.getMessage()));
    }
  }

  /** The label of a distribution, which may have an exponent. */
  private static String distribution(String text) {
    return Distribution.named(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    NearestName.explain("distribution", text, Distribution.labels())))
        .label();
  }

  private CampaignSettings.Timing timing() {
    return new CampaignSettings.Timing(
        number(Setting.WARMUP_ITERATIONS, 0, 1000),
        one(Setting.WARMUP_TIME, SettingsReader::positiveSeconds, 0.0),
        number(Setting.MEASURE_ITERATIONS, 1, 1000),
        one(Setting.MEASURE_TIME, SettingsReader::positiveSeconds, 0.0));
  }

  private TreeMap<String, String> texts(List<Path> classpath) {
    TreeMap<String, String> texts = new TreeMap<>();
    given.forEach((setting, value) -> texts.put(setting.key(), value.text()));
    if (!classpath.isEmpty()) {
      // Whoever goes on with the campaign may stand in another folder.
      texts.put(
          Setting.CLASSPATH.key(),
          classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
    return texts;
  }

  private List<String> names(Setting setting, String kind, List<String> known) {
    return list(
        setting,
        text -> {
          if (!known.contains(text)) {
            throw new IllegalArgumentException(NearestName.explain(kind, text, known));
          }
          return text;
        });
  }

  private int number(Setting setting, long least, long most) {
    return one(setting, text -> (int) within(Quantity.count(text), least, most), 0);
  }

  /** Every part between commas, each once, in the order written. */
  private <T> List<T> list(Setting setting, Function<String, T> reading) {
    LinkedHashSet<T> values = new LinkedHashSet<>();
    Given from = given.get(setting);
    if (from == null || from.text().isBlank()) {
      problems.add(where(setting) + ": expected at least one value");
      return List.of();
    }
    for (String part : from.text().split(",", -1)) {
      try {
        values.add(reading.apply(part.strip()));
      } catch (IllegalArgumentException e) {
        problems.add(where(setting) + ": " + e.getMessage());
      }
    }
    return List.copyOf(values);
  }

  private <T> T one(Setting setting, Function<String, T> reading, T whenWrong) {
    Given from = given.get(setting);
    if (from == null) {
      problems.add(where(setting) + ": is not set");
      return whenWrong;
    }
    try {
      return reading.apply(from.text());
    } catch (IllegalArgumentException e) {
      problems.add(from.where() + ": " + e.getMessage());
      return whenWrong;
    }
  }

  private String where(Setting setting) {
    Given from = given.get(setting);
    return from == null ? setting.key() : from.where();
  }

  private static long within(long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "expected a number from " + least + " to " + most + ", found " + value);
    }
    return value;
  }

  private static double positiveSeconds(String text) {
    double seconds = Quantity.seconds(text);
    if (seconds <= 0) {
      throw new IllegalArgumentException("expected more than no time, found \"" + text + "\"");
    }
    return seconds;
  }

  private static long wholeNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a whole number, found \"" + text + "\"", e);
    }
  }

  /** Takes the home of a JVM, or the {@code java} in its {@code bin}. */
  private static Path javaHome(String text) {
    Path path = Path.of(text);
    Path home = Files.isRegularFile(path) ? path.toAbsolutePath().getParent().getParent() : path;
    if (home == null || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
      throw new IllegalArgumentException(
          "expected the home of a JVM, with bin/java in it, found \"" + text + "\"");
    }
    return home.toAbsolutePath().normalize();
  }
}
