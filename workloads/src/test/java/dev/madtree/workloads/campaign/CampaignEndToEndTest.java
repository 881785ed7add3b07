package dev.madtree.workloads.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignInfo;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.ForkRow;
import dev.madtree.results.Journal;
import dev.madtree.results.Phase;
import dev.madtree.results.Status;
import dev.madtree.workloads.Madtree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real campaigns through the real command line, with real forks, small. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CampaignEndToEndTest {

  private static final String[] SMALL = {
    "--distributions",
    "uniform",
    "--keys",
    "2k",
    "--rounds",
    "1",
    "--heap",
    "128m",
    "--warmup",
    "1x50ms",
    "--measure",
    "2x50ms",
    "--set",
    "trace-operations=8k"
  };

  @TempDir private Path results;

  private record Ended(int status, String out, String err) {}

  private Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Madtree.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ended(status, out.toString(), err.toString());
  }

  private Ended measure(String... more) {
    List<String> arguments = new ArrayList<>(List.of("run", "--results", results.toString()));
    arguments.addAll(Arrays.asList(SMALL));
    // An option given again replaces the one above.
    arguments.addAll(Arrays.asList(more));
    return run(arguments.toArray(String[]::new));
  }

  private CampaignDirectory latest() throws Exception {
    return CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow();
  }

  private CampaignRecords records() throws Exception {
    return CampaignRecords.read(latest());
  }

  @Test
  void run_allMixes_leavesTablesThatReadBack() throws Exception {
    Ended ended =
        measure("--structures", "skiplist,blink", "--workloads", "a,e", "--threads", "1,2");
    assertEquals(0, ended.status(), ended.out() + ended.err());
    CampaignRecords records = records();
    assertEquals(8, records.forks().size());
    for (ForkRow fork : records.forks()) {
      assertEquals(Status.OK, fork.status(), fork.error());
      assertEquals("replay", fork.cell().driver());
      assertEquals(2000, fork.cell().records());
    }
    assertEquals(
        8 * 2,
        records.samples().stream().filter(row -> row.sample().phase() == Phase.MEASURE).count());
    // A single iteration of some milliseconds may get no processor; a whole fork does.
    assertTrue(
        records.summaries().stream()
            .filter(row -> row.metric().equals("throughput") && row.op().equals("all"))
            .allMatch(row -> row.mean() > 0));
    assertFalse(records.latencies().isEmpty());
    assertTrue(
        records.summaries().stream()
            .filter(row -> row.metric().equals("throughput"))
            .allMatch(row -> row.mean() > 0));
    // The same work for both structures, other work for another mix or thread count.
    Set<String> hashes =
        records.forks().stream().map(fork -> fork.cell().traceHash()).collect(Collectors.toSet());
    assertEquals(4, hashes.size());
    assertTrue(ended.out().contains("after round 1 of 1"), ended.out());
  }

  @Test
  void run_brokenStructures_leaveRowsThatSayHow() throws Exception {
    Ended ended =
        measure(
            "--structures",
            "skiplist,test-loser,test-thrower,test-quitter,test-hoarder",
            "--workloads",
            "a",
            "--threads",
            "1");
    assertEquals(4, ended.status(), ended.out() + ended.err());
    List<ForkRow> forks = records().forks();
    assertEquals(5, forks.size());
    for (ForkRow fork : forks) {
      switch (fork.cell().structure()) {
        case "skiplist" -> assertEquals(Status.OK, fork.status(), fork.error());
        case "test-loser" -> {
          assertEquals(Status.INVALID, fork.status(), fork.error());
          assertTrue(fork.error().contains("is lost"), fork.error());
        }
        case "test-thrower" -> {
          assertEquals(Status.FAILED, fork.status(), fork.error());
          assertTrue(fork.error().contains("reads are not my thing"), fork.error());
        }
        case "test-quitter" -> {
          assertEquals(Status.EXIT, fork.status(), fork.error());
          assertTrue(fork.error().contains("status 7"), fork.error());
        }
        default -> assertEquals(Status.OOM, fork.status(), fork.error());
      }
    }
    assertTrue(
        records().summaries().stream()
            .filter(row -> !row.cell().structure().equals("skiplist"))
            .noneMatch(row -> row.hasMean()));
  }

  @Test
  void run_testsOfTheOriginals_leaveRowsOfTheirOwnDriver() throws Exception {
    Ended ended =
        measure(
            "--structures",
            "masstree,test-loser",
            "--workloads",
            "mttest:rw1,mttest:wscale",
            "--distributions",
            "uniform,zipfian",
            "--threads",
            "2");
    assertEquals(4, ended.status(), ended.out() + ended.err());
    List<ForkRow> forks = records().forks();
    assertEquals(4, forks.size());
    for (ForkRow fork : forks) {
      boolean right = fork.cell().structure().equals("masstree");
      assertEquals(right ? Status.OK : Status.INVALID, fork.status(), fork.error());
      assertEquals("mttest", fork.cell().driver());
      assertTrue(fork.cell().keyBytes() > 9, fork.cell().toString());
    }
    assertEquals(
        Set.of("all", "put", "get"),
        records().samples().stream()
            .filter(row -> row.cell().workload().equals("mttest:rw1"))
            .map(row -> row.sample().op())
            .collect(Collectors.toSet()));
    assertTrue(records().summaries().stream().anyMatch(row -> row.metric().equals("sum-of-rates")));
  }

  @Test
  void run_mixesWithRemovals_keepTheirContentAndTimeThem() throws Exception {
    Ended ended =
        measure(
            "--structures",
            "masstree,hashmap",
            "--workloads",
            "churn,delete",
            "--distributions",
            "uniform,zipfian",
            "--threads",
            "2");
    assertEquals(0, ended.status(), ended.out() + ended.err());
    // Distributions do not apply to delete.
    assertEquals(2 * (2 + 1), records().forks().size());
    records().forks().forEach(fork -> assertEquals(Status.OK, fork.status(), fork.error()));
    assertTrue(records().latencies().stream().anyMatch(row -> row.op().equals("remove")));
    Ended tooMany = measure("--workloads", "churn", "--keys", "1", "--threads", "2");
    assertEquals(2, tooMany.status(), tooMany.out());
    assertTrue(tooMany.err().contains("needs a key for each thread"), tooMany.err());
  }

  @Test
  void run_cratesWorkloads_haveConditionsOfTheirOwn() throws Exception {
    String[] asked = {
      "--structures", "masstree", "--workloads", "crate:contention,crate:query", "--threads", "2"
    };
    Ended ended = measure(asked);
    assertEquals(0, ended.status(), ended.out() + ended.err());
    for (ForkRow fork : records().forks()) {
      boolean scans = fork.cell().workload().equals("crate:query");
      assertEquals(Status.OK, fork.status(), fork.error());
      assertEquals(scans ? 50_000 : 500, fork.cell().records());
      assertEquals(scans ? "groups64" : "bytes64", fork.cell().keyShape());
      assertEquals(64, fork.cell().keyBytes());
    }
  }

  @Test
  void run_hangingStructure_isStoppedWithAThreadDump() throws Exception {
    Ended ended =
        measure(
            "--structures",
            "test-hanger",
            "--workloads",
            "c",
            "--threads",
            "1",
            "--set",
            "fork-timeout=1s");
    assertEquals(4, ended.status(), ended.out() + ended.err());
    ForkRow fork = records().forks().get(0);
    assertEquals(Status.TIMEOUT, fork.status(), fork.error());
    String name = fork.error().replaceFirst(".*thread dump in ", "");
    String log = Files.readString(latest().logs().resolve(name));
    assertTrue(log.contains("HangingStructure"), log);
  }

  @Test
  void resume_afterSomeForks_measuresExactlyTheMissingOnes() throws Exception {
    Ended ended =
        measure(
            "--structures", "skiplist", "--workloads", "a,c", "--threads", "1", "--rounds", "2");
    assertEquals(0, ended.status(), ended.err());
    Path journal = latest().journalCsv();
    List<ForkRecord> all = Journal.read(journal);
    assertEquals(4, all.size());
    Path whole = results.resolve("whole-journal.csv");
    Files.move(journal, whole, StandardCopyOption.REPLACE_EXISTING);
    try (Journal shortened = Journal.open(journal)) {
      shortened.append(all.get(0));
      shortened.append(all.get(2));
    }
    Ended resumed = run("resume", "--results", results.toString(), latest().id());
    assertEquals(0, resumed.status(), resumed.out() + resumed.err());
    List<ForkRecord> after = Journal.read(journal);
    assertEquals(ids(all), ids(after));
    assertEquals(4, after.size());
    assertNotEquals(all.get(1).samples(), after.get(2).samples());
  }

  @Test
  void resume_withAnotherBuild_isRefused() throws Exception {
    Ended ended =
        measure("--structures", "skiplist", "--workloads", "c", "--threads", "1", "--rounds", "1");
    assertEquals(0, ended.status(), ended.err());
    Path info = latest().campaignJson();
    String text = Files.readString(info);
    String revision = CampaignInfo.read(info).gitRev();
    Files.writeString(info, text.replace('"' + revision + '"', "\"0123456789\""));
    Ended resumed = run("resume", "--results", results.toString(), latest().id());
    assertEquals(2, resumed.status(), resumed.out() + resumed.err());
    assertTrue(resumed.err().contains("was begun with revision 0123456789; this is " + revision));
  }

  private static Set<String> ids(List<ForkRecord> records) {
    Set<String> ids = new TreeSet<>();
    records.forEach(record -> ids.add(record.cell().cellId() + " " + record.round()));
    return ids;
  }

  @Test
  void signal_inTheMiddle_keepsWhatWasMeasured() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Madtree.class.getName(),
                "run",
                "--results",
                results.toString(),
                "--structures",
                "skiplist",
                "--workloads",
                "c",
                "--threads",
                "1"));
    command.addAll(Arrays.asList(SMALL));
    command.addAll(List.of("--rounds", "50"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(results.resolve("out.txt").toFile())
            .start();
    Path out = results.resolve("out.txt");
    while (!Files.readString(out).contains("\n2/50")) {
      assertTrue(process.isAlive(), () -> "it ended early");
      Thread.sleep(50);
    }
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertNotEquals(0, process.exitValue());
    String text = Files.readString(out);
    assertTrue(text.contains("everything measured is kept"), text);
    List<ForkRecord> kept = Journal.read(latest().journalCsv());
    assertTrue(kept.size() >= 2 && kept.size() < 50, kept.size() + " records");
    assertTrue(kept.stream().allMatch(record -> record.status() == Status.OK));
    assertEquals(kept.size(), records().forks().size());
  }

  @Test
  void commandLine_mistakes_endWithStatus2AndNoStackTrace() {
    for (String[] arguments :
        new String[][] {
          {"run", "--structures", "nosuch"},
          {"run", "--no-such-option"},
          {"nosuchcommand"},
          {"list", "structurs"},
          {"resume", "nosuch", "--results", results.toString()},
          {"run", "--structures", "skiplist", "--time", "1s"},
          {"run", "--set", "nosuch=1"},
          {"run", "--profile", "/no/such/file"}
        }) {
      Ended ended = run(arguments);
      String all = ended.out() + ended.err();
      assertEquals(2, ended.status(), String.join(" ", arguments) + ": " + all);
      assertFalse(ended.err().isBlank(), String.join(" ", arguments));
      assertFalse(all.contains("\tat "), all);
      assertFalse(all.contains("Exception"), all);
    }
  }

  @Test
  void dryRun_unorderedStructure_isNotAskedToScan() {
    Ended ended = measure("--structures", "skiplist,hashmap", "--workloads", "c,e", "--dry-run");
    assertTrue(ended.out().contains("6 cells × 1 rounds"), ended.out());
    assertTrue(ended.out().contains("structures without order are not asked to scan"));
  }

  @Test
  void dryRun_ceilingBesideOthers_isInTheFirstRoundOnly() {
    Ended ended =
        measure("--structures", "skiplist,noop", "--workloads", "c", "--rounds", "3", "--dry-run");
    assertTrue(ended.out().contains("4 cells × 3 rounds = 8 forks"), ended.out());
    assertTrue(ended.out().contains("noop, the ceiling, in the first round only"), ended.out());
    Ended alone = measure("--structures", "noop", "--workloads", "c", "--rounds", "3", "--dry-run");
    assertTrue(alone.out().contains("2 cells × 3 rounds = 6 forks"), alone.out());
  }

  @Test
  void dryRun_printsThePlanAndMeasuresNothing() throws Exception {
    Ended ended = measure("--structures", "skiplist", "--dry-run");
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.out().contains("5 cells × 1 rounds = 5 forks"), ended.out());
    assertFalse(Files.exists(results.resolve("campaigns")));
  }

  @Test
  void optionsWithoutACommand_areThoseOfQuick() {
    Ended ended = run("--structures", "skiplist", "--dry-run");
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.out().contains("9 cells × 3 rounds = 25 forks"), ended.out());
  }

  @Test
  void list_everyKind_hasEntries() {
    for (String kind :
        List.of("structures", "workloads", "distributions", "key-shapes", "profiles")) {
      Ended ended = run("list", kind);
      assertEquals(0, ended.status(), ended.err());
      assertTrue(ended.out().lines().count() >= 2, ended.out());
    }
  }
}
