package dev.madtree.workloads.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.madtree.workloads.settings.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON notebook that the original's test program keeps: an object {@code data} with a list for
 * each run, named {@code x0/rw1/m/0} for experiment, test, tree and trial, of what each thread did.
 */
public final class MttestNotebook {

  /**
   * One run of one test.
   *
   * @param name its name in the notebook
   * @param test the test's name, without prefix
   * @param tree the tree's name in the original
   * @param machine where it ran, empty if the notebook does not say
   * @param revision the original's revision, empty if the notebook does not say
   * @param threads what each thread did, at least one
   */
  public record Run(
      String name,
      String test,
      String tree,
      String machine,
      String revision,
      List<ThreadResult> threads) {

    /** Returns the sum of the threads' own rates. */
    public double sumOfRates() {
      return threads.stream().mapToDouble(ThreadResult::opsPerS).sum();
    }

    /**
     * Returns all operations over the longest thread's time, in which all began together: the
     * notebook has no wall-clock.
     */
    public double throughput() {
      double operations = threads.stream().mapToDouble(ThreadResult::operations).sum();
      return operations / seconds();
    }

    /** Returns the longest thread's time. */
    public double seconds() {
      return threads.stream()
          .mapToDouble(each -> each.operations() / each.opsPerS())
          .max()
          .orElseThrow();
    }
  }

  /**
   * What one thread did.
   *
   * @param operations how many operations, more than 0
   * @param opsPerS how many a second, more than 0
   * @param loop the operations of its first loop: its puts, where they are told apart
   */
  public record ThreadResult(double operations, double opsPerS, double loop) {}

  private static final String EXPECTED =
      "expected the notebook of mttest, an object with \"experiments\" and \"data\"";

  private final Path file;

  private MttestNotebook(Path file) {
    this.file = file;
  }

  /**
   * Reads a notebook.
   *
   * @return its runs, in the file's order, at least one
   * @throws ConfigurationException if the file is no notebook; it says where and what was expected
   */
  public static List<Run> read(Path file) throws ConfigurationException {
    return new MttestNotebook(file).runs();
  }

  private List<Run> runs() throws ConfigurationException {
    JsonObject notebook = object(parsed(), "");
    JsonElement data = notebook.get("data");
    if (data == null) {
      throw wrong("has no \"data\"; " + EXPECTED);
    }
    JsonElement experiments = notebook.get("experiments");
    JsonObject about = experiments == null ? new JsonObject() : object(experiments, "experiments");
    List<Run> runs = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : object(data, "data").entrySet()) {
      runs.add(run(entry.getKey(), entry.getValue(), about));
    }
    if (runs.isEmpty()) {
      throw wrong("has no run in \"data\"");
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

  private Run run(String name, JsonElement value, JsonObject experiments)
      throws ConfigurationException {
    String[] parts = name.split("/", -1);
    if (parts.length != 4 || List.of(parts).contains("")) {
      throw wrong(
          "data: the name \"" + name + "\" is not experiment/test/tree/trial, as x0/rw1/m/0");
    }
    if (!(value instanceof JsonArray threads) || threads.isEmpty()) {
      throw wrong("data, " + name + ": expected a list with an object for each thread");
    }
    List<ThreadResult> results = new ArrayList<>();
    for (int i = 0; i < threads.size(); i++) {
      results.add(thread(threads.get(i), "data, " + name + ", thread " + i));
    }
    JsonElement experiment = experiments.get(parts[0]);
    JsonObject about =
        experiment == null ? new JsonObject() : object(experiment, "experiments, " + parts[0]);
    return new Run(
        name,
        parts[1],
        parts[2],
        text(about, "machine"),
        text(about, "git-revision"),
        List.copyOf(results));
  }

  /** Takes what the test counts as a whole, or the only kind of operation that it has. */
  private ThreadResult thread(JsonElement value, String where) throws ConfigurationException {
    JsonObject result = object(value, where);
    for (String kind : List.of("ops", "puts", "gets")) {
      if (result.has(kind + "_per_sec")) {
        double operations = positive(result, kind, where);
        double rate = positive(result, kind + "_per_sec", where);
        double loop = result.has("puts_per_sec") ? positive(result, "puts", where) : operations;
        return new ThreadResult(operations, rate, loop);
      }
    }
    throw wrong(where + ": has no rate; expected ops_per_sec, puts_per_sec or gets_per_sec");
  }

  private double positive(JsonObject object, String name, String where)
      throws ConfigurationException {
    Optional<Double> number =
        Optional.ofNullable(object.get(name))
            .filter(each -> each instanceof JsonPrimitive text && text.isNumber())
            .map(JsonElement::getAsDouble)
            .filter(each -> each > 0 && !Double.isInfinite(each));
    if (number.isEmpty()) {
      throw wrong(where + ", " + name + ": expected a number above 0, found " + object.get(name));
    }
    return number.get();
  }

  private JsonObject object(JsonElement value, String where) throws ConfigurationException {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(where.isEmpty() ? "is no object; " + EXPECTED : where + ": expected an object");
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value instanceof JsonPrimitive text ? text.getAsString() : "";
  }

  private ConfigurationException wrong(String what) {
    return new ConfigurationException(List.of(file + ": " + what));
  }
}
