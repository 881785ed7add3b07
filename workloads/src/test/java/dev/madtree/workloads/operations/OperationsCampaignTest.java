package dev.madtree.workloads.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRow;
import dev.madtree.results.Phase;
import dev.madtree.results.Status;
import dev.madtree.results.SummaryRow;
import dev.madtree.workloads.Madtree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns of single operations through the real command line, small. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OperationsCampaignTest {

  private static final Set<String> OPERATIONS =
      Set.of("insert", "get", "getall", "scan100", "update", "remove");

  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--results", results.toString(), "--keys", "2k", "--heap", "128m"));
    arguments.addAll(List.of("--rounds", "2", "--warmup", "1x50ms", "--measure", "2x50ms"));
    arguments.addAll(List.of("--set", "trace-operations=8k", "--distributions", "zipfian"));
    arguments.addAll(List.of(more));
    return Madtree.execute(
        new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
  }

  @Test
  void run_besideAMix_measuresEachKindOfStructureWhereItBelongs() throws Exception {
    int status =
        run("--workloads", "operations,c", "--structures", "masstree-index,skiplist-native,blink");
    assertEquals(0, status, out + "\n" + err);
    CampaignRecords records =
        CampaignRecords.read(CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow());
    Set<String> cells =
        records.forks().stream()
            .map(
                fork ->
                    String.join(
                        " ",
                        fork.cell().structure(),
                        fork.cell().driver(),
                        fork.cell().distribution(),
                        fork.cell().keyShape(),
                        Integer.toString(fork.cell().threads())))
            .collect(Collectors.toSet());
    // The profile's two threads are for the mix; operations have one.
    assertEquals(
        Set.of(
            "masstree-index operations uniform int8 1",
            "skiplist-native operations uniform int8 1",
            "blink replay zipfian ycsb 1",
            "blink replay zipfian ycsb 2"),
        cells);
    for (ForkRow fork : records.forks()) {
      assertEquals(Status.OK, fork.status(), fork.error());
    }
    List<SummaryRow> ratios =
        records.summaries().stream()
            .filter(row -> row.cell().structure().equals("masstree-index"))
            .filter(row -> row.metric().equals("throughput"))
            .toList();
    Set<String> expected = new HashSet<>(OPERATIONS);
    expected.add("all");
    assertEquals(expected, ratios.stream().map(SummaryRow::op).collect(Collectors.toSet()));
    for (SummaryRow row : ratios) {
      assertEquals(2, row.forks());
      assertTrue(row.vsLow() <= row.vsBaseline() && row.vsBaseline() <= row.vsHigh(), row.op());
    }
    assertFalse(
        records.samples().stream()
            .filter(row -> row.sample().phase() == Phase.MEASURE)
            .filter(row -> row.sample().metric().equals("allocation"))
            .toList()
            .isEmpty());
  }

  @Test
  void run_workloadWithoutAStructureOfItsKind_saysWhatItTakes() {
    assertEquals(2, run("--workloads", "operations", "--structures", "skiplist"));
    assertTrue(
        err.toString()
            .contains(
                "--structures: workload \"operations\" measures none of skiplist. It takes:"
                    + " masstree-index, masstree-long, masstree-map, skiplist-native"),
        err.toString());
  }

  @Test
  void run_structureThatNoWorkloadMeasures_saysWhichWould() {
    assertEquals(2, run("--workloads", "a", "--structures", "skiplist,masstree-long"));
    assertTrue(
        err.toString()
            .contains(
                "--structures: no workload of a measures \"masstree-long\". These do: operations"),
        err.toString());
  }

  @Test
  void run_moreThreadsAskedFor_isRefused() {
    assertEquals(
        2, run("--workloads", "operations", "--structures", "skiplist-native", "--threads", "1,2"));
    assertTrue(
        err.toString().contains("--threads: workload \"operations\" is measured with 1 thread"),
        err.toString());
  }

  @Test
  void list_structures_showsBothKinds() {
    int status = Madtree.execute(new PrintWriter(out), new PrintWriter(err), "list", "structures");
    assertEquals(0, status, err.toString());
    assertTrue(out.toString().contains("\nskiplist "), out.toString());
    assertTrue(out.toString().contains("\nskiplist-native "), out.toString());
  }
}
