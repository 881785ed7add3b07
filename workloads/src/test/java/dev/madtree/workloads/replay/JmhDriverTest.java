package dev.madtree.workloads.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRow;
import dev.madtree.results.LatencyRow;
import dev.madtree.results.Sample;
import dev.madtree.results.SampleRow;
import dev.madtree.results.Status;
import dev.madtree.workloads.Madtree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns in which JMH asks every operation by itself, through the real command line, small. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class JmhDriverTest {

  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--results", results.toString(), "--keys", "2k", "--heap", "256m"));
    arguments.addAll(List.of("--rounds", "1", "--warmup", "1x100ms", "--measure", "2x100ms"));
    arguments.addAll(List.of("--set", "trace-operations=8k", "--distributions", "zipfian"));
    arguments.addAll(List.of(more));
    return Madtree.execute(
        new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
  }

  private CampaignDirectory campaign() throws Exception {
    return CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow();
  }

  @Test
  void run_besideReplay_asksTheSameAndKeepsWhatJmhSays() throws Exception {
    int status =
        run(
            "--drivers",
            "replay,jmh",
            "--structures",
            "masstree,noop",
            "--workloads",
            "a,e",
            "--threads",
            "2");
    assertEquals(0, status, out + "\n" + err);
    CampaignRecords records = CampaignRecords.read(campaign());
    assertEquals(8, records.forks().size());
    for (ForkRow fork : records.forks()) {
      assertEquals(Status.OK, fork.status(), fork.error());
      assertTrue(fork.counters().allocBytesPerOp() >= 0, "the profiler tells what is allocated");
    }
    for (String workload : List.of("a", "e")) {
      Set<String> hashes =
          records.forks().stream()
              .filter(fork -> fork.cell().workload().equals(workload))
              .map(fork -> fork.cell().traceHash())
              .collect(Collectors.toSet());
      assertEquals(1, hashes.size(), "both drivers ask the same operations");
    }
    assertTrue(
        records.latencies().stream().map(LatencyRow::cell).noneMatch(c -> c.driver().equals("jmh")),
        "no operation is timed by itself");
    try (Stream<Path> files = Files.list(campaign().jmh())) {
      List<Path> kept = files.toList();
      assertEquals(4, kept.size(), kept.toString());
      JsonArray json = JsonParser.parseString(Files.readString(kept.get(0))).getAsJsonArray();
      JsonObject result = json.get(0).getAsJsonObject();
      assertEquals("thrpt", result.get("mode").getAsString());
      assertEquals(2, result.get("threads").getAsInt());
    }
  }

  @Test
  void run_twoThreads_averageTimeIsTheThreadsTimeOverTheirOperations() throws Exception {
    int status =
        run("--drivers", "jmh", "--structures", "skiplist", "--workloads", "c", "--threads", "2");
    assertEquals(0, status, out + "\n" + err);
    List<Sample> samples =
        CampaignRecords.read(campaign()).samples().stream().map(SampleRow::sample).toList();
    List<Sample> rates = samples.stream().filter(s -> s.metric().equals("throughput")).toList();
    List<Sample> times = samples.stream().filter(s -> s.metric().equals("average_time")).toList();
    assertEquals(3, rates.size());
    assertEquals(3, times.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(2e9, rates.get(i).value() * times.get(i).value(), 1);
    }
  }

  @Test
  void run_structureThatLosesEntries_isInvalid() throws Exception {
    assertEquals(
        4,
        run("--drivers", "jmh", "--structures", "test-loser", "--workloads", "a"),
        out + "" + err);
    assertTrue(
        CampaignRecords.read(campaign()).forks().stream()
            .allMatch(fork -> fork.status() == Status.INVALID));
  }

  @Test
  void run_operationsThatAreAskedTogether_areNotForThisDriver() {
    assertEquals(2, run("--drivers", "jmh", "--structures", "masstree", "--workloads", "multiget"));
    assertTrue(
        err.toString().contains("workload \"multiget\" is asked by none of jmh"), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }
}
