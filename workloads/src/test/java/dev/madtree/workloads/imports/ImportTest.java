package dev.madtree.workloads.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRow;
import dev.madtree.results.StructureRow;
import dev.madtree.results.SummaryRow;
import dev.madtree.workloads.Madtree;
import dev.madtree.workloads.settings.ConfigurationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ImportTest {

  private static final String NOTEBOOK =
      """
      {
        "experiments": {
          "x0": {
            "git-revision": "abc123", "time": "Sun Nov 22", "machine": "box", "cores": 2,
            "runs": ["x0/rw1/m/0", "x0/rw1/m/1", "x0/same/mb/0"]
          }
        },
        "data": {
          "x0/rw1/m/0": [
            {"puts": 1001, "puts_per_sec": 2002, "gets": 1001, "gets_per_sec": 2002,
             "ops": 2002, "ops_per_sec": 2002},
            {"puts": 1001, "puts_per_sec": 1001, "gets": 1001, "gets_per_sec": 1001,
             "ops": 2002, "ops_per_sec": 1001}
          ],
          "x0/rw1/m/1": [
            {"puts": 1001, "puts_per_sec": 4004, "gets": 1001, "gets_per_sec": 4004,
             "ops": 2002, "ops_per_sec": 4004},
            {"puts": 1001, "puts_per_sec": 4004, "gets": 1001, "gets_per_sec": 4004,
             "ops": 2002, "ops_per_sec": 4004}
          ],
          "x0/same/mb/0": [{"puts": 77, "puts_per_sec": 770.5}]
        }
      }
      """;

  @TempDir private Path folder;

  private record Ended(int status, String out, String err) {}

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Madtree.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ended(status, out.toString(), err.toString());
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("notebook.json"), text);
  }

  @Test
  void read_wholeNotebook_givesRatesOfBothKinds() throws Exception {
    List<MttestNotebook.Run> runs = MttestNotebook.read(file(NOTEBOOK));
    assertEquals(3, runs.size());
    assertEquals(3003, runs.get(0).sumOfRates(), 1e-9);
    // 4004 operations, the slower thread took two seconds.
    assertEquals(2002, runs.get(0).throughput(), 1e-9);
    assertEquals("box", runs.get(1).machine());
    assertEquals(770.5, runs.get(2).throughput(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello {            | is not JSON",
        "[1]                | is no object",
        "{}                 | has no \"data\"",
        "{\"data\":{}}      | has no run",
        "{\"data\":[]}      | data: expected an object",
        "{\"data\":{\"rw1\":[{}]}}          | is not experiment/test/tree/trial",
        "{\"data\":{\"x0/rw1/m/0\":{}}}     | expected a list",
        "{\"data\":{\"x0/rw1/m/0\":[]}}     | expected a list",
        "{\"data\":{\"x0/rw1/m/0\":[null]}} | thread 0: expected an object",
        "{\"data\":{\"x0/rw1/m/0\":[{\"ops\":5}]}} | has no rate",
        "{\"data\":{\"x0/rw1/m/0\":[{\"ops\":\"x\",\"ops_per_sec\":5}]}} | ops: expected a number",
        "{\"data\":{\"x0/rw1/m/0\":[{\"ops\":5,\"ops_per_sec\":0}]}} | expected a number above 0",
        "{\"data\":{\"x0/rw1/m/0\":[{\"ops_per_sec\":5}]}} | found null",
      })
  void read_malformedNotebook_saysWhatIsWrong(String text, String expected) throws Exception {
    Path file = file(text);
    ConfigurationException wrong =
        assertThrows(ConfigurationException.class, () -> MttestNotebook.read(file));
    assertTrue(wrong.getMessage().contains(expected), wrong.getMessage());
    assertTrue(wrong.getMessage().startsWith(file.toString()), wrong.getMessage());
  }

  @Test
  void command_intoACampaign_putsRunsBesideItsOwn() throws Exception {
    Path results = folder.resolve("results");
    Ended measured =
        run(
            "run",
            "--results",
            results.toString(),
            "--structures",
            "skiplist",
            "--workloads",
            "mttest:rw1",
            "--keys",
            "1000",
            "--threads",
            "2",
            "--rounds",
            "1",
            "--heap",
            "128m",
            "--warmup",
            "0x1ms",
            "--measure",
            "1x1ms");
    assertEquals(0, measured.status(), measured.out() + measured.err());
    Ended imported =
        run("import", "mttest", file(NOTEBOOK).toString(), "--results", results.toString());
    assertEquals(0, imported.status(), imported.out() + imported.err());
    CampaignRecords records =
        CampaignRecords.read(CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow());
    assertEquals(4, records.forks().size());
    List<ForkRow> forks =
        records.forks().stream()
            .filter(row -> row.cell().structure().equals("masstree-cpp (imported)"))
            .toList();
    assertEquals(3, forks.size());
    assertTrue(
        forks.stream().allMatch(row -> row.error().startsWith("imported from notebook.json, x0/")));
    SummaryRow summary =
        records.summaries().stream()
            .filter(row -> row.cell().structure().startsWith("masstree-cpp"))
            .filter(row -> row.cell().workload().equals("mttest:rw1"))
            .filter(row -> row.metric().equals("throughput"))
            .findFirst()
            .orElseThrow();
    assertEquals(Math.sqrt(2002.0 * 8008.0), summary.mean(), 1e-6);
    assertFalse(Double.isNaN(summary.vsBaseline()), "the skip list's cell has equal conditions");
    Ended again =
        run("import", "mttest", file(NOTEBOOK).toString(), "--results", results.toString());
    assertEquals(0, again.status(), again.out() + again.err());
    CampaignRecords after =
        CampaignRecords.read(CampaignDirectory.latest(results.resolve("campaigns")).orElseThrow());
    assertEquals(records.forks().size() + 3, after.forks().size(), "nothing is lost");
    assertTrue(after.summaries().contains(summary), "the last import counts, and each run once");
    assertEquals(
        List.of("skiplist", "masstree-cpp (imported)"),
        after.structures().stream().map(StructureRow::structure).toList());
    assertEquals("mttest", after.structures().get(1).imported());
  }

  @Test
  void command_mistakes_endWithStatus2() throws Exception {
    for (String[] arguments :
        new String[][] {
          {"import", "mtest", file(NOTEBOOK).toString()},
          {"import", "mttest", folder.resolve("nosuch.json").toString()},
          {"import", "mttest", file("{").toString()},
          {"import", "mttest", file(NOTEBOOK).toString(), "--results", folder.toString()}
        }) {
      Ended ended = run(arguments);
      assertEquals(2, ended.status(), ended.out() + ended.err());
      assertFalse(ended.err().contains("\tat "), ended.err());
    }
  }
}
