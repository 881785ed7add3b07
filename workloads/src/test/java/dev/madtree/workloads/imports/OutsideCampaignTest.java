package dev.madtree.workloads.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.CellKey;
import dev.madtree.results.ForkRow;
import dev.madtree.results.SummaryRow;
import dev.madtree.workloads.Madtree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Figures of YCSB's client and of JMH beside those of one campaign, by the real command line. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.MethodName.class)
class OutsideCampaignTest {

  @TempDir private static Path folder;
  private static Path results;

  private record Ended(int status, String out, String err) {}

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Madtree.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ended(status, out.toString(), err.toString());
  }

  private static Ended importing(String format, String text, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve(format + ".txt"), text);
    List<String> arguments = new ArrayList<>(List.of("import", format, file.toString()));
    arguments.addAll(List.of("--results", results.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static CampaignRecords records() throws Exception {
    return CampaignRecords.read(
        CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow());
  }

  private static List<ForkRow> forksOf(String structure) throws Exception {
    return records().forks().stream()
        .filter(fork -> fork.cell().structure().equals(structure))
        .toList();
  }

  private static SummaryRow throughput(String structure) throws Exception {
    return records().summaries().stream()
        .filter(row -> row.cell().structure().equals(structure))
        .filter(row -> row.metric().equals("throughput"))
        .findFirst()
        .orElseThrow();
  }

  @BeforeAll
  static void measure() {
    results = folder.resolve("results");
    Ended measured =
        run(
            "run --drivers ycsb,jmh --structures skiplist --workloads a --distributions uniform"
                + " --threads 1,2 --keys 2k --rounds 1 --heap 128m --warmup 1x50ms"
                + " --measure 1x50ms --set trace-operations=8k --results",
            results);
    assertEquals(0, measured.status(), measured.out() + measured.err());
  }

  private static Ended run(String words, Path last) {
    List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
    arguments.add(last.toString());
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void ycsb_conditionsThatFit_standBesideTheCampaignsOwn() throws Exception {
    String[] told = {"--structure", "theirs", "--workload", "a", "--threads", "2"};
    Ended imported = importing("ycsb", OutsideImportTest.YCSB_TEXT, told);
    assertEquals(0, imported.status(), imported.out() + imported.err());
    assertTrue(imported.out().contains("theirs (imported) under a, 2 threads"), imported.out());
    SummaryRow summary = throughput("theirs (imported)");
    assertEquals(50000, summary.mean(), 1e-6);
    assertFalse(Double.isNaN(summary.vsBaseline()), "the skip list's cell has equal conditions");
    assertTrue(
        CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow().structures().stream()
            .anyMatch(
                row ->
                    row.structure().equals("theirs (imported)") && row.imported().equals("ycsb")));
    String better = OutsideImportTest.YCSB_TEXT.replace("50000.0", "60000");
    Ended again = importing("ycsb", better, told);
    assertEquals(0, again.status(), again.out() + again.err());
    assertEquals(2, forksOf("theirs (imported)").size(), "nothing is lost");
    assertEquals(60000, throughput("theirs (imported)").mean(), 1e-6, "the last import counts");
  }

  @Test
  void ycsb_conditionsThatLeaveAChoice_askForWhatTellsThemApart() throws Exception {
    Ended ended =
        importing("ycsb", OutsideImportTest.YCSB_TEXT, "--structure", "theirs", "--workload", "a");
    assertEquals(2, ended.status(), ended.out() + ended.err());
    assertTrue(ended.err().contains("say --threads 1 or 2"), ended.err());
  }

  @Test
  void ycsb_conditionsOfItsOwn_needTheThreads() throws Exception {
    String[] told = {"--structure", "lonely", "--workload", "b", "--distribution", "zipfian"};
    Ended ended = importing("ycsb", OutsideImportTest.YCSB_TEXT, told);
    assertEquals(2, ended.status(), ended.out() + ended.err());
    assertTrue(ended.err().contains("say --threads"), ended.err());
    List<String> more = new ArrayList<>(List.of(told));
    more.addAll(List.of("--threads", "4", "--keys", "1m"));
    assertEquals(
        0, importing("ycsb", OutsideImportTest.YCSB_TEXT, more.toArray(String[]::new)).status());
    CellKey cell = forksOf("lonely (imported)").get(0).cell();
    assertEquals(
        "b zipfian 1000000 4",
        String.join(
            " ",
            cell.workload(),
            cell.distribution(),
            Long.toString(cell.records()),
            Integer.toString(cell.threads())));
  }

  @Test
  void jmh_ownBenchmarks_areCellsOfTheirOwn() throws Exception {
    Ended imported = importing("jmh", OutsideImportTest.JMH);
    assertEquals(0, imported.status(), imported.out() + imported.err());
    List<ForkRow> forks = forksOf("hat-trie (imported)");
    assertEquals(3, forks.size());
    assertTrue(forks.stream().allMatch(fork -> fork.cell().driver().equals("jmh")));
    assertTrue(forks.get(0).error().contains("JMH 1.37, JDK 21"), forks.get(0).error());
  }

  @Test
  void jmh_whatACampaignKept_standsBesideItsOwn() throws Exception {
    CampaignDirectory campaign =
        CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow();
    Path kept;
    try (var files = Files.list(campaign.jmh())) {
      kept = files.sorted().findFirst().orElseThrow();
    }
    Ended imported =
        importing("jmh", Files.readString(kept), "--structure", "elsewhere", "--workload", "a");
    assertEquals(0, imported.status(), imported.out() + imported.err());
    ForkRow fork = forksOf("elsewhere (imported)").get(0);
    assertEquals("uniform", fork.cell().distribution());
    assertEquals(2000, fork.cell().records());
  }

  @Test
  void mistakes_endWithStatus2AndChangeNothing() throws Exception {
    int before = records().forks().size();
    String text = OutsideImportTest.YCSB_TEXT;
    for (Ended ended :
        List.of(
            importing("ycsb", text),
            importing("ycsb", text, "--structure", "x"),
            importing("ycsb", text, "--structure", "x", "--workload", "zz", "--threads", "1"),
            importing("ycsb", text, "--structure", "x", "--workload", "a", "--threads", "none"),
            importing("ycsb", text, "--structure", "x", "--workload", "a", "--key-shape", "no"),
            importing("ycsb", "nothing", "--structure", "x", "--workload", "a"),
            importing("jmh", "[]"),
            importing("mttest", "{}", "--structure", "x"),
            importing("jhm", "[]"))) {
      assertEquals(2, ended.status(), ended.out() + ended.err());
      assertFalse(ended.err().contains("\tat "), ended.err());
      assertFalse(ended.err().contains("Exception"), ended.err());
    }
    assertEquals(before, records().forks().size());
  }
}
