package dev.madtree.workloads.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.workloads.settings.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of YCSB's client and of JMH, good and bad. */
class OutsideImportTest {

  static final String YCSB_TEXT =
      """
      [MADTREE-READ], AverageLatency(ns), 117480.3
      [OVERALL], RunTime(ms), 2000
      [OVERALL], Throughput(ops/sec), 50000.0
      [TOTAL_GC_TIME_%], Time(%), 2.88
      [READ], Operations, 50123
      [READ], AverageLatency(us), 1.25
      [READ], 95thPercentileLatency(us), 15
      [READ], Return=OK, 50123
      [CLEANUP], AverageLatency(us), 235712.0
      [UPDATE], AverageLatency(us), NaN
      [UPDATE], Return=OK, 49877
      """;

  static final String JMH =
      """
      [
        {"jmhVersion": "1.37", "benchmark": "org.example.Maps.get", "mode": "avgt", "threads": 2,
         "forks": 2, "jdkVersion": "21",
         "params": {"structure": "hat-trie", "records": "2000", "keyShape": "ycsb", "load": "0.5"},
         "primaryMetric": {"score": 0.1, "scoreError": "NaN", "scoreUnit": "us/op",
           "rawData": [[0.1, 0.2], [0.25]]}},
        {"jmhVersion": "1.37", "benchmark": "org.example.Maps.put", "mode": "thrpt", "threads": 1,
         "params": {"structure": "hat-trie"},
         "primaryMetric": {"score": 5, "scoreUnit": "ops/ms", "rawData": [[5]]}}
      ]
      """;

  private static final KnownConditions MIX_A =
      new KnownConditions(
          Optional.of("a"),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalLong.empty(),
          OptionalInt.empty());

  @TempDir private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("outside.txt"), text);
  }

  private List<OutsideRun> ycsb(String text) throws Exception {
    return YcsbOutput.read(file(text), "theirs", MIX_A);
  }

  private List<OutsideRun> jmh(String text) throws Exception {
    return JmhResults.read(file(text), Optional.empty(), KnownConditions.NONE);
  }

  private static double value(OutsideRun run, String metric, String op) {
    return run.samples().stream()
        .filter(sample -> sample.metric().equals(metric) && sample.op().equals(op))
        .mapToDouble(Sample::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ycsb_text_givesThroughputAndAverages() throws Exception {
    List<OutsideRun> runs = ycsb(YCSB_TEXT);
    assertEquals(1, runs.size());
    OutsideRun run = runs.get(0);
    assertEquals(50000, value(run, "throughput", "all"));
    assertEquals(2, run.samples().get(0).durationS());
    assertEquals(1.25, value(run, "average_latency", "read"));
    assertEquals(2, run.samples().size(), "neither cleanup nor what is no number");
    assertEquals(Status.OK, run.status());
  }

  @Test
  void ycsb_severalReports_areSeveralRuns() throws Exception {
    List<OutsideRun> runs = ycsb(YCSB_TEXT + YCSB_TEXT.replace("50000.0", "25000"));
    assertEquals(2, runs.size());
    assertEquals(25000, value(runs.get(1), "throughput", "all"));
  }

  @Test
  void ycsb_jsonOfBothExporters_isReadAsText() throws Exception {
    String first = "{\"metric\":\"OVERALL\",\"measurement\":\"RunTime(ms)\",\"value\":319}";
    String second =
        "{\"metric\":\"OVERALL\",\"measurement\":\"Throughput(ops/sec)\",\"value\":627.5}";
    for (String text :
        List.of(
            first + " " + second,
            "[ " + first + ", " + second + " ]",
            "[MADTREE], Loaded(noop), 10\n" + first + "\n" + second)) {
      List<OutsideRun> runs = ycsb(text);
      assertEquals(1, runs.size());
      assertEquals(627.5, value(runs.get(0), "throughput", "all"));
    }
  }

  @Test
  void ycsb_answersThatWereNotOk_makeTheRunInvalid() throws Exception {
    OutsideRun wrong = ycsb(YCSB_TEXT + "[READ], Return=ERROR, 7\n").get(0);
    assertEquals(Status.INVALID, wrong.status());
    assertTrue(wrong.from().contains("7 × read Return=ERROR"), wrong.from());
    assertEquals(Status.OK, ycsb(YCSB_TEXT + "[READ], Return=NOT_FOUND, 7\n").get(0).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello | has no report",
        "`` | has no report",
        "[OVERALL], RunTime(ms), 20 | has no [OVERALL], Throughput(ops/sec)",
        "[OVERALL], RunTime(ms), many | line 1, OVERALL RunTime(ms): expected a number, found many",
        "[OVERALL], RunTime(ms), 0~[OVERALL], Throughput(ops/sec), 5 | expected a number above 0",
        "{\"metric\":\"OVERALL\"} | has an object without \"measurement\"",
        "{\"metric\": | is not JSON to its end",
        "[{},5] | has an object without \"metric\"",
      })
  void ycsb_malformed_saysWhatWasExpected(String text, String expected) throws Exception {
    String lines = text.replace('~', '\n');
    ConfigurationException wrong = assertThrows(ConfigurationException.class, () -> ycsb(lines));
    assertTrue(wrong.getMessage().contains(expected), wrong.getMessage());
    assertTrue(wrong.getMessage().startsWith(folder.toString()), wrong.getMessage());
  }

  @Test
  void jmh_forks_areRunsWithRatesAndTimesInOneUnit() throws Exception {
    List<OutsideRun> runs = jmh(JMH);
    assertEquals(3, runs.size());
    OutsideRun first = runs.get(0);
    assertEquals("hat-trie", first.structure());
    assertEquals("get load=0.5", first.conditions().workload().orElseThrow());
    assertEquals(2000, first.conditions().records().orElseThrow());
    assertEquals(2, first.conditions().threads().orElseThrow());
    // Two threads, each 100 ns an operation.
    assertEquals(2e7, value(first, "throughput", "all"), 1e-3);
    assertEquals(100, value(first, "average_time", "all"), 1e-9);
    assertEquals(4, first.samples().size());
    OutsideRun last = runs.get(2);
    assertEquals("put", last.conditions().workload().orElseThrow());
    assertEquals(5000, value(last, "throughput", "all"), 1e-9);
    assertEquals(200_000, value(last, "average_time", "all"), 1e-6);
  }

  @Test
  void jmh_whatTheUserSays_comesBeforeTheFile() throws Exception {
    String one = JMH.substring(0, JMH.indexOf("},\n  {") + 1) + "]";
    OutsideRun run = JmhResults.read(file(one), Optional.of("mine"), MIX_A).get(0);
    assertEquals("mine", run.structure());
    assertEquals("a", run.conditions().workload().orElseThrow());
    assertEquals(2, run.conditions().threads().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello { | is not JSON",
        "{} | is no list of results",
        "[] | is no list of results",
        "[5] | result 0: expected an object",
        "[{}] | result 0, benchmark: expected a text",
        "[{\"benchmark\":\"x.y\",\"mode\":\"sample\"}] | expected thrpt or avgt",
        "[{\"benchmark\":\"x.y\",\"mode\":\"avgt\"}] | threads: expected a number above 0",
      })
  void jmh_malformed_saysWhatIsWrong(String text, String expected) throws Exception {
    ConfigurationException wrong = assertThrows(ConfigurationException.class, () -> jmh(text));
    assertTrue(wrong.getMessage().contains(expected), wrong.getMessage());
    assertTrue(wrong.getMessage().startsWith(folder.toString()), wrong.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"hat-trie\", \"records\" | \"tree\", \"records\" | is there twice",
        "us/op | furlongs/op | scoreUnit: expected a unit such as ns/op",
        "us/op | ops/us | scoreUnit: expected a unit such as ns/op",
        "[[0.1, 0.2], [0.25]] | [] | rawData: expected a list",
        "[[0.1, 0.2], [0.25]] | [[]] | rawData: expected a list",
        "[[0.1, 0.2], [0.25]] | [[\"NaN\"]] | rawData: expected a number above 0",
        "\"2000\" | \"many\" | records: expected a whole number",
        "\"structure\": | \"map\": | say --structure",
      })
  void jmh_oneThingWrong_saysWhereAndWhat(String from, String to, String expected)
      throws Exception {
    String text = JMH.replace(from, to);
    if (expected.contains("twice")) {
      text = text.replace("Maps.put", "Maps.get").replace("\"avgt\"", "\"thrpt\"");
      text =
          text.replace("us/op", "ops/us")
              .replaceAll("\"params\": .*\n", "\"params\": {\"structure\": \"t\"},\n");
      text = text.replace("\"threads\": 2", "\"threads\": 1");
    }
    String changed = text;
    ConfigurationException wrong = assertThrows(ConfigurationException.class, () -> jmh(changed));
    assertTrue(wrong.getMessage().contains(expected), wrong.getMessage());
    assertFalse(wrong.getMessage().contains("Exception"), wrong.getMessage());
  }
}
