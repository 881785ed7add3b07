package dev.madtree.workloads.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonStreamParser;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.workloads.settings.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What YCSB's client reports at its end: lines such as {@code [READ], AverageLatency(us), 12.5}, or
 * the objects of its JSON exporters. A file with several reports is of several runs.
 */
public final class YcsbOutput {

  private static final Pattern LINE = Pattern.compile("\\[([^\\]]+)], ([^,]+), (.+)");

  /** Where JSON begins: a binding may have printed lines of its own before. */
  private static final Pattern JSON = Pattern.compile("^\\s*(\\{|\\[\\s*\\{)", Pattern.MULTILINE);

  private static final String OVERALL = "OVERALL";
  private static final String RUN_TIME = "RunTime(ms)";
  private static final String THROUGHPUT = "Throughput(ops/sec)";
  private static final String AVERAGE = "AverageLatency(us)";
  private static final String EXPECTED =
      "expected what YCSB's client prints at its end, with lines such as"
          + " \"[OVERALL], Throughput(ops/sec), 81037.2\", or what its JSON exporter writes";

  private final Path file;
  private final List<Map<String, Double>> reports = new ArrayList<>();

  private YcsbOutput(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param structure the name of what was measured, which the file does not say
   * @param conditions what is known from elsewhere, the workload at least
   * @return its runs, in the file's order, at least one
   * @throws ConfigurationException if the file is no such report; it says what was expected
   */
  public static List<OutsideRun> read(Path file, String structure, KnownConditions conditions)
      throws ConfigurationException {
    YcsbOutput output = new YcsbOutput(file);
    output.parse();
    if (output.reports.isEmpty()) {
      throw output.wrong("has no report of YCSB's; " + EXPECTED);
    }
    List<OutsideRun> runs = new ArrayList<>();
    for (Map<String, Double> report : output.reports) {
      runs.add(output.run(report, structure, conditions));
    }
    return runs;
  }

  private void parse() throws ConfigurationException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ConfigurationException(List.of(file + ": cannot be read as text (" + e + ")"));
    }
    Matcher json = JSON.matcher(text);
    if (json.find()) {
      parseJson(text.substring(json.start()));
      return;
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i).strip());
      if (line.matches()) {
        add(line.group(1), line.group(2).strip(), line.group(3).strip(), "line " + (i + 1));
      }
    }
  }

  /** The exporters write an array of objects, or one object behind another. */
  private void parseJson(String text) throws ConfigurationException {
    try {
      JsonStreamParser parser = new JsonStreamParser(text);
      while (parser.hasNext()) {
        JsonElement next = parser.next();
        List<JsonElement> each = next instanceof JsonArray all ? all.asList() : List.of(next);
        for (JsonElement element : each) {
          if (!(element instanceof JsonObject object)) {
            throw wrong("holds " + element + " between its objects; " + EXPECTED);
          }
          add(text(object, "metric"), text(object, "measurement"), text(object, "value"), "JSON");
        }
      }
    } catch (JsonParseException e) {
      throw wrong("is not JSON to its end (" + e.getMessage() + "); " + EXPECTED);
    }
  }

  private String text(JsonObject object, String name) throws ConfigurationException {
    if (object.get(name) instanceof JsonPrimitive value) {
      return value.getAsString();
    }
    throw wrong("has an object without \"" + name + "\"; " + EXPECTED);
  }

  /** Takes a figure; a report begins with the run time of all. */
  private void add(String metric, String measurement, String value, String where)
      throws ConfigurationException {
    if (metric.equals(OVERALL) && measurement.equals(RUN_TIME)) {
      reports.add(new LinkedHashMap<>());
    }
    boolean counts =
        metric.equals(OVERALL) || measurement.equals(AVERAGE) || measurement.startsWith("Return=");
    if (!counts || reports.isEmpty()) {
      return;
    }
    try {
      reports.get(reports.size() - 1).put(metric + " " + measurement, Double.parseDouble(value));
    } catch (NumberFormatException e) {
      throw wrong(
          where + ", " + metric + " " + measurement + ": expected a number, found " + value);
    }
  }

  private OutsideRun run(Map<String, Double> report, String structure, KnownConditions conditions)
      throws ConfigurationException {
    double throughput = positive(report, THROUGHPUT);
    double seconds = positive(report, RUN_TIME) / 1e3;
    List<Sample> samples = new ArrayList<>();
    samples.add(sample(seconds, "throughput", "all", throughput, "ops/s"));
    StringBuilder refused = new StringBuilder();
    report.forEach(
        (name, value) -> {
          String[] parts = name.split(" ", 2);
          String op = parts[0].toLowerCase(Locale.ROOT);
          if (parts[1].equals(AVERAGE) && Double.isFinite(value) && !op.equals("cleanup")) {
            samples.add(sample(seconds, "average_latency", op, value, "us"));
          }
          boolean isRefusal =
              parts[1].startsWith("Return=")
                  && !parts[1].equals("Return=OK")
                  && !parts[1].equals("Return=NOT_FOUND");
          if (isRefusal) {
            refused.append(String.format(Locale.ROOT, "; %.0f × %s %s", value, op, parts[1]));
          }
        });
    return new OutsideRun(
        structure,
        "ycsb",
        conditions,
        refused.isEmpty() ? Status.OK : Status.INVALID,
        "imported from " + file.getFileName() + ", YCSB's client" + refused,
        samples);
  }

  private static Sample sample(
      double seconds, String metric, String op, double value, String unit) {
    return new Sample(
        Phase.MEASURE, 0, System.currentTimeMillis(), seconds, metric, op, value, unit);
  }

  private double positive(Map<String, Double> report, String measurement)
      throws ConfigurationException {
    Double value = report.get(OVERALL + " " + measurement);
    if (value == null) {
      throw wrong("has no [OVERALL], " + measurement + "; " + EXPECTED);
    }
    if (!(value > 0) || value.isInfinite()) {
      throw wrong("[OVERALL], " + measurement + ": expected a number above 0, found " + value);
    }
    return value;
  }

  private ConfigurationException wrong(String what) {
    return new ConfigurationException(List.of(file + ": " + what));
  }
}
