package dev.madtree.workloads.ycsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRow;
import dev.madtree.results.Phase;
import dev.madtree.results.Status;
import dev.madtree.results.StructureRow;
import dev.madtree.workloads.Madtree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns in which YCSB's genuine client asks, through the real command line, small. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class YcsbCampaignTest {

  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--results", results.toString(), "--keys", "2k", "--heap", "128m"));
    arguments.addAll(List.of("--rounds", "1", "--warmup", "1x50ms", "--measure", "2x50ms"));
    arguments.addAll(List.of("--set", "trace-operations=8k", "--distributions", "uniform"));
    arguments.addAll(List.of("--drivers", "ycsb", "--threads", "2"));
    arguments.addAll(List.of(more));
    return Madtree.execute(
        new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
  }

  private CampaignRecords records() throws Exception {
    return CampaignRecords.read(
        CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow());
  }

  @Test
  void run_besideReplay_measuresTheSameWorkloadWithBoth() throws Exception {
    assertEquals(
        0,
        run(
            "--drivers",
            "replay,ycsb",
            "--workloads",
            "a,e",
            "--distributions",
            "zipfian",
            "--key-shape",
            "int8,ycsb",
            "--value-size",
            "1000",
            "--structures",
            "masstree,hashmap,noop"),
        out + "\n" + err);
    CampaignRecords records = records();
    for (ForkRow fork : records.forks()) {
      assertEquals(Status.OK, fork.status(), fork.error());
      assertTrue(fork.counters().allocBytesPerOp() >= 0, fork.cell().toString());
    }
    assertEquals(
        Set.of(
            "masstree a zipfian-ycsb ycsb",
            "masstree e zipfian-ycsb ycsb",
            "hashmap a zipfian-ycsb ycsb",
            "noop a zipfian-ycsb ycsb",
            "noop e zipfian-ycsb ycsb"),
        records.forks().stream()
            .map(ForkRow::cell)
            .filter(cell -> cell.driver().equals("ycsb"))
            .map(
                cell ->
                    String.join(
                        " ",
                        cell.structure(),
                        cell.workload(),
                        cell.distribution(),
                        cell.keyShape()))
            .collect(Collectors.toSet()));
    assertTrue(
        records.summaries().stream()
            .filter(row -> row.metric().equals("throughput"))
            .allMatch(row -> row.ceilingPct() > 0));
    assertTrue(out.toString().contains("ops/s (% of noop)"), out.toString());
    assertEquals(
        List.of("masstree", "hashmap", "noop"),
        records.structures().stream().map(StructureRow::structure).toList());
    assertTrue(
        records.structures().get(1).version().startsWith("JDK "),
        records.structures().get(1).toString());
    assertEquals(
        5 * 2,
        records.samples().stream()
            .filter(row -> row.cell().driver().equals("ycsb"))
            .filter(row -> row.sample().phase() == Phase.MEASURE)
            .filter(row -> row.sample().metric().equals("throughput"))
            .filter(row -> row.sample().value() > 0)
            .count());
    assertEquals(
        Set.of("all", "read", "update", "scan", "insert"),
        records.latencies().stream()
            .filter(row -> row.cell().driver().equals("ycsb"))
            .map(row -> row.op())
            .collect(Collectors.toSet()));
  }

  @Test
  void run_threeDriversOfOneWorkload_standInOneTableWithTheirCeilings() throws Exception {
    assertEquals(
        0,
        run(
            "--drivers",
            "replay,ycsb,jmh",
            "--workloads",
            "c",
            "--structures",
            "skiplist,treemap-lock,noop",
            "--threads",
            "1"),
        out + "\n" + err);
    for (String driver : List.of("replay", "ycsb", "jmh")) {
      assertTrue(out.toString().contains("c uniform ×1 " + driver + " "), out.toString());
      assertEquals(
          3,
          records().summaries().stream()
              .filter(row -> row.cell().driver().equals(driver))
              .filter(row -> row.metric().equals("throughput") && row.ceilingPct() > 0)
              .count(),
          driver);
    }
  }

  @Test
  void dryRun_allStructuresByThreeDrivers_isPlannedWhole() {
    assertEquals(
        0,
        run(
            "--drivers",
            "replay,ycsb,jmh",
            "--workloads",
            "c",
            "--structures",
            "masstree,skiplist,blink,mvstore,treemap-lock,hashmap,noop",
            "--dry-run"),
        err.toString());
    assertTrue(out.toString().contains("21 cells × 1 rounds = 21 forks"), out.toString());
  }

  @Test
  void run_insertsAndReadModifyWrites_areCountedExactly() throws Exception {
    assertEquals(
        0, run("--workloads", "d,f,insert", "--structures", "skiplist,hashmap"), out + "\n" + err);
    assertEquals(6, records().forks().size());
  }

  @Test
  void run_brokenStructures_leaveRowsThatSayHow() throws Exception {
    assertEquals(
        4,
        run("--workloads", "a", "--structures", "test-loser,test-thrower,test-quitter"),
        out + "\n" + err);
    for (ForkRow fork : records().forks()) {
      switch (fork.cell().structure()) {
        case "test-loser" -> {
          assertEquals(Status.INVALID, fork.status(), fork.error());
          // Whether somebody asks for the lost record within so short a time is up to chance.
          assertTrue(
              fork.error().contains("were not OK")
                  || fork.error().equals("size() says 1999 records, but 2000 were inserted"),
              fork.error());
        }
        case "test-thrower" -> {
          assertEquals(Status.FAILED, fork.status(), fork.error());
          assertTrue(fork.error().contains("reads are not my thing"), fork.error());
        }
        default -> assertEquals(Status.EXIT, fork.status(), fork.error());
      }
    }
  }

  @Test
  void run_distributionThatYcsbDoesNotDraw_isRefused() {
    assertEquals(
        2, run("--workloads", "a", "--structures", "skiplist", "--distributions", "zipfian(1.2)"));
    assertTrue(
        err.toString()
            .contains(
                "distribution \"zipfian(1.2)\" is not one that driver ycsb can draw. YCSB has:"
                    + " uniform, zipfian-ycsb, latest, hotspot, exponential, sequential"),
        err.toString());
  }

  @Test
  void run_batchesOfReads_areNoWorkloadOfYcsbs() {
    assertEquals(2, run("--workloads", "multiget", "--structures", "skiplist"));
    assertTrue(
        err.toString().contains("workload \"multiget\" is asked by none of ycsb. These do: replay"),
        err.toString());
  }
}
