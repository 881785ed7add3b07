package dev.madtree.workloads.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.workloads.settings.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JSON that JMH writes with {@code -rf json}: a list with an object for each benchmark and its
 * parameters. Each fork becomes a run, each iteration a figure.
 *
 * <p>The parameters {@code structure}, {@code records} and {@code keyShape} mean what they mean in
 * our own benchmarks; others become a part of the workload's name.
 */
public final class JmhResults {

  private static final String EXPECTED =
      "expected what JMH writes with -rf json, a list of objects with \"benchmark\" and"
          + " \"primaryMetric\"";
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  private final Path file;
  private final Optional<String> structure;
  private final KnownConditions told;
  private final Set<String> cells = new HashSet<>();

  private JmhResults(Path file, Optional<String> structure, KnownConditions told) {
    this.file = file;
    this.structure = structure;
    this.told = told;
  }

  /**
   * Reads a file.
   *
   * @param structure the name of what was measured, if the file does not say
   * @param told what is known from elsewhere; it comes before what the file says
   * @return a run for each fork of each result, at least one
   * @throws ConfigurationException if the file is no such list; it says where and what was expected
   */
  public static List<OutsideRun> read(Path file, Optional<String> structure, KnownConditions told)
      throws ConfigurationException {
    return new JmhResults(file, structure, told).runs();
  }

  private List<OutsideRun> runs() throws ConfigurationException {
    if (!(parsed() instanceof JsonArray results) || results.isEmpty()) {
      throw wrong("is no list of results; " + EXPECTED);
    }
    List<OutsideRun> runs = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      JsonObject result = object(results.get(i), "result " + i);
      addForks(result, "result " + i, runs);
    }
    return runs;
  }

  private JsonElement parsed() throws ConfigurationException {
    try {
      return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ConfigurationException(List.of(file + ": cannot be read as text (" + e + ")"));
    } catch (JsonParseException e) {
      throw wrong("is not JSON (" + e.getMessage() + "); " + EXPECTED);
    }
  }

  private void addForks(JsonObject result, String where, List<OutsideRun> runs)
      throws ConfigurationException {
    String benchmark = text(result, "benchmark", where);
    String mode = text(result, "mode", where);
    if (!mode.equals("thrpt") && !mode.equals("avgt")) {
      throw wrong(where + ", mode: expected thrpt or avgt, which have rates, found " + mode);
    }
    int threads = (int) number(result.get("threads"), where + ", threads");
    Map<String, String> params = new TreeMap<>();
    if (result.has("params")) {
      for (var entry : object(result.get("params"), where + ", params").entrySet()) {
        params.put(entry.getKey(), text(entry.getValue(), where + ", params, " + entry.getKey()));
      }
    }
    String measured = structure.orElse(params.get("structure"));
    if (measured == null) {
      throw wrong(where + ": does not say what was measured; say --structure NAME");
    }
    KnownConditions conditions = conditions(benchmark, params, threads, where);
    if (!cells.add(measured + " " + conditions)) {
      throw wrong(
          where
              + ": "
              + benchmark
              + " is there twice under the same conditions; leave --workload out or import the"
              + " results from files of their own");
    }
    JsonObject metric = object(result.get("primaryMetric"), where + ", primaryMetric");
    double perUnit = factor(text(metric, "scoreUnit", where), mode, where);
    if (!(metric.get("rawData") instanceof JsonArray forks) || forks.isEmpty()) {
      throw wrong(where + ", primaryMetric, rawData: expected a list of figures for each fork");
    }
    String from =
        String.format(
            "imported from %s, %s %s, JMH %s, JDK %s",
            file.getFileName(),
            benchmark,
            params,
            known(result, "jmhVersion"),
            known(result, "jdkVersion"));
    for (JsonElement fork : forks) {
      List<Sample> samples = samples(fork, mode, perUnit, threads, where);
      runs.add(new OutsideRun(measured, "jmh", conditions, Status.OK, from, samples));
    }
  }

  private KnownConditions conditions(
      String benchmark, Map<String, String> params, int threads, String where)
      throws ConfigurationException {
    StringBuilder workload = new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.') + 1));
    params.forEach(
        (name, value) -> {
          if (!Set.of("structure", "records", "keyShape", "seed").contains(name)) {
            workload.append(' ').append(name).append('=').append(value);
          }
        });
    OptionalLong records = OptionalLong.empty();
    if (params.containsKey("records")) {
      try {
        records = OptionalLong.of(Long.parseLong(params.get("records")));
      } catch (NumberFormatException e) {
        throw wrong(
            where + ", params, records: expected a whole number, found " + params.get("records"));
      }
    }
    return told.or(
        new KnownConditions(
            Optional.of(workload.toString()),
            Optional.empty(),
            Optional.ofNullable(params.get("keyShape")),
            OptionalInt.empty(),
            records,
            OptionalInt.of(threads)));
  }

  /** Returns the seconds of the unit's time, as of {@code ops/ms} or {@code us/op}. */
  private double factor(String unit, String mode, String where) throws ConfigurationException {
    String[] parts = unit.split("/", -1);
    boolean isRate = mode.equals("thrpt");
    Double seconds = parts.length == 2 ? SECONDS.get(parts[isRate ? 1 : 0]) : null;
    if (seconds == null || !parts[isRate ? 0 : 1].equals(isRate ? "ops" : "op")) {
      throw wrong(
          where
              + ", scoreUnit: expected a unit such as "
              + (isRate ? "ops/s" : "ns/op")
              + ", found "
              + unit);
    }
    return seconds;
  }

  /** The rates first, then the average times, an iteration each. */
  private List<Sample> samples(
      JsonElement fork, String mode, double unitSeconds, int threads, String where)
      throws ConfigurationException {
    if (!(fork instanceof JsonArray iterations) || iterations.isEmpty()) {
      throw wrong(where + ", primaryMetric, rawData: expected a list of figures for each fork");
    }
    List<Sample> rates = new ArrayList<>();
    List<Sample> times = new ArrayList<>();
    for (int i = 0; i < iterations.size(); i++) {
      double score = number(iterations.get(i), where + ", rawData");
      double rate = mode.equals("thrpt") ? score / unitSeconds : threads / (score * unitSeconds);
      rates.add(sample(i, "throughput", rate, "ops/s"));
      times.add(sample(i, "average_time", threads * 1e9 / rate, "ns/op"));
    }
    rates.addAll(times);
    return rates;
  }

  /** The file does not say how long an iteration took. */
  private static Sample sample(int iteration, String metric, double value, String unit) {
    return new Sample(
        Phase.MEASURE,
        iteration,
        System.currentTimeMillis(),
        Double.NaN,
        metric,
        "all",
        value,
        unit);
  }

  private double number(JsonElement value, String where) throws ConfigurationException {
    double number =
        value instanceof JsonPrimitive text && text.isNumber() ? text.getAsDouble() : Double.NaN;
    if (!(number > 0) || Double.isInfinite(number)) {
      throw wrong(where + ": expected a number above 0, found " + value);
    }
    return number;
  }

  private String text(JsonObject object, String name, String where) throws ConfigurationException {
    return text(object.get(name), where + ", " + name);
  }

  private String text(JsonElement value, String where) throws ConfigurationException {
    if (value instanceof JsonPrimitive text) {
      return text.getAsString();
    }
    throw wrong(where + ": expected a text, found " + value + "; " + EXPECTED);
  }

  private JsonObject object(JsonElement value, String where) throws ConfigurationException {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(where + ": expected an object, found " + value + "; " + EXPECTED);
  }

  private static String known(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive text ? text.getAsString() : "unknown";
  }

  private ConfigurationException wrong(String what) {
    return new ConfigurationException(List.of(file + ": " + what));
  }
}
