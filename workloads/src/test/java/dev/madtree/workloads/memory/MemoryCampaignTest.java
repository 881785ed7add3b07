package dev.madtree.workloads.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRow;
import dev.madtree.results.MemoryRow;
import dev.madtree.results.Status;
import dev.madtree.workloads.Madtree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns of memory through the real command line, small. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MemoryCampaignTest {

  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--results", results.toString(), "--keys", "30k", "--heap", "128m"));
    arguments.addAll(List.of("--rounds", "1", "--workloads", "memory"));
    arguments.addAll(List.of(more));
    return Madtree.execute(
        new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
  }

  @Test
  void run_bothKindsOfStructures_weighsEachShapeOnceAndAgreesWithTheHeap() throws Exception {
    int status = run("--structures", "masstree,masstree-index,hashmap", "--key-shape", "int8,ycsb");
    assertEquals(0, status, out + "\n" + err);
    CampaignDirectory directory =
        CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow();
    CampaignRecords records = CampaignRecords.read(directory);
    for (ForkRow fork : records.forks()) {
      assertEquals(Status.OK, fork.status(), fork.error());
      assertEquals("memory", fork.cell().driver());
    }
    Map<String, Map<String, Double>> cells = new TreeMap<>();
    for (MemoryRow row : records.memory()) {
      cells
          .computeIfAbsent(
              row.cell().structure() + " " + row.cell().keyShape(), each -> new TreeMap<>())
          .put(row.component(), row.bytesPerEntry());
    }
    assertEquals(
        Set.of(
            "masstree int8",
            "masstree ycsb",
            "masstree-index int8",
            "hashmap int8",
            "hashmap ycsb"),
        cells.keySet());
    cells.forEach(
        (cell, parts) -> {
          assertEquals(Set.of("heap", "keys", "values", "structure", "all"), parts.keySet(), cell);
          assertEquals(1, parts.get("heap") / parts.get("all"), 0.25, cell + " " + parts);
        });
    assertTrue(out.toString().contains("B an entry"), out.toString());
    assertFalse(out.toString().contains("ops/s"), out.toString());
    try (Stream<Path> logs = Files.list(directory.logs())) {
      for (Path log : logs.collect(Collectors.toList())) {
        assertFalse(Files.readString(log).contains("WARN"), Files.readString(log));
      }
    }
  }

  @Test
  void run_besideAMix_isMeasuredInTheFirstRoundOnly() throws Exception {
    int status =
        run(
            "--workloads",
            "memory,c",
            "--rounds",
            "2",
            "--structures",
            "blink",
            "--distributions",
            "uniform",
            "--threads",
            "1",
            "--warmup",
            "1x20ms",
            "--measure",
            "1x20ms",
            "--set",
            "trace-operations=8k");
    assertEquals(0, status, out + "\n" + err);
    assertTrue(out.toString().contains("memory in the first round only"), out.toString());
    CampaignRecords records =
        CampaignRecords.read(CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow());
    assertEquals(
        List.of("memory 0", "replay 0", "replay 1"),
        records.forks().stream()
            .map(fork -> fork.cell().driver() + " " + fork.round())
            .sorted()
            .toList());
  }

  @Test
  void run_structureThatKeepsNothing_isRefused() {
    assertEquals(2, run("--structures", "noop"));
    assertTrue(
        err.toString().contains("workload \"memory\" measures none of noop"), err.toString());
  }

  @Test
  void run_structureThatLosesEntries_isInvalid() throws Exception {
    assertEquals(4, run("--structures", "test-loser"));
    CampaignRecords records =
        CampaignRecords.read(CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow());
    assertEquals(Status.INVALID, records.forks().get(0).status());
    assertTrue(records.memory().isEmpty());
  }
}
