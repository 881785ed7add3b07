package dev.madtree.workloads.ycsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.Competitor;
import dev.madtree.workloads.Madtree;
import dev.madtree.workloads.cli.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The genuine client in real processes, through our command. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class YcsbCommandTest {

  private static final String[] SMALL = {"-p", "recordcount=300", "-p", "operationcount=401"};

  @TempDir private Path results;

  private record Ended(int status, String out, String err) {}

  private Ended ycsb(String... arguments) {
    List<String> all = new ArrayList<>(List.of("ycsb"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--results", results.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Madtree.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Ended(status, out.toString(), err.toString());
  }

  private Ended small(String... arguments) {
    // A property given again replaces the one above.
    List<String> all = new ArrayList<>(Arrays.asList(SMALL));
    all.addAll(Arrays.asList(arguments));
    return ycsb(all.toArray(String[]::new));
  }

  @Test
  void run_everyWorkloadAfterALoadInAnotherProcess_allOk() {
    Ended load = small("load", "masstree", "-P", "workloads/workloada", "-threads", "2");
    assertEquals(ExitStatus.DONE, load.status(), load.err());
    assertTrue(load.out().contains("[INSERT], Return=OK, 300"), load.out());
    assertTrue(load.out().contains("[MADTREE-INSERT], Operations, 300"), load.out());
    for (String workload : List.of("a", "b", "c", "d", "e", "f")) {
      Ended run = small("run", "masstree", "-P", workload, "-threads", "2");
      assertEquals(ExitStatus.DONE, run.status(), workload + run.out() + run.err());
      assertTrue(run.out().contains("[MADTREE], Restored(masstree), 300"), run.out());
      String asked = workload.equals("e") ? "SCAN" : "READ";
      assertTrue(run.out().contains("[" + asked + "], Return=OK, "), run.out());
      assertTrue(run.out().contains("[MADTREE-" + asked + "], 99thPercentileLatency(ns), "));
      assertEquals(401, operations(run.out()), run.out());
    }
  }

  @Test
  void run_everyCompetitorWithAutoload_allOk() {
    for (Competitor each : Competitor.values()) {
      Ended run = small("run", each.label(), "-P", "a", "-p", "masstree.autoload=true");
      assertEquals(ExitStatus.DONE, run.status(), each + run.out() + run.err());
      assertEquals(401, operations(run.out()), run.out());
      assertEquals(
          each.storesEntries(),
          run.out().contains("[MADTREE], Loaded(" + each.label() + "), 300"),
          run.out());
    }
  }

  @Test
  void run_withScansOfWhatHasNoOrder_saysSoAndFails() {
    Ended run = small("run", "hashmap", "-P", "e", "-p", "masstree.autoload=true");
    assertEquals(ExitStatus.WITH_FAILURES, run.status());
    assertTrue(run.err().contains("SCAN NOT_IMPLEMENTED"), run.err());
  }

  @Test
  void run_ofMoreRecordsThanWereLoaded_fails() {
    small("load", "masstree", "-P", "c");
    Ended run = small("run", "masstree", "-P", "c", "-p", "recordcount=900");
    assertEquals(ExitStatus.WITH_FAILURES, run.status());
    assertTrue(run.err().contains("READ NOT_FOUND"), run.err());
  }

  @Test
  void run_withHistogramsInAFile_writesThem() throws Exception {
    Path file = results.resolve("latencies.txt");
    Ended run =
        small(
            "run", "blink", "-P", "c", "-p", "masstree.autoload=true", "-p", "madtree.hdr=" + file);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(Files.readString(file).startsWith("# READ, nanoseconds"));
  }

  @Test
  void run_withItsResultsInAFile_isJudgedByThatFile() throws Exception {
    Path file = results.resolve("exported.txt");
    Files.writeString(file, "[READ], Return=OK, 401");
    Ended run =
        small("run", "noop", "-P", "c", "-p", "exportfile=" + file, "-p", "dotransactions=false");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(401, operations(Files.readString(file)));
    // YCSB refuses the distribution and ends with status 0.
    Files.writeString(file, "[READ], Return=OK, 401");
    Ended refused =
        small("run", "noop", "-P", "c", "-p", "exportfile=" + file, "-p", "requestdistribution=no");
    assertEquals(ExitStatus.WITH_FAILURES, refused.status(), refused.err());
  }

  @Test
  void run_ofAForeignOrMissingOrTornCheckpoint_isRefusedInOneSentence() throws Exception {
    Path file = results.resolve("ycsb").resolve("masstree.ckpt");
    assertRefused("there is no checkpoint", small("run", "masstree", "-P", "a"));
    small("load", "masstree", "-P", "a");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertRefused("masstree.ckpt", small("run", "masstree", "-P", "a"));
    Files.writeString(file, "something else");
    assertRefused("not a checkpoint", small("run", "masstree", "-P", "a"));
  }

  @Test
  void wrongWords_areRefusedWithWhatWasPerhapsMeant() {
    assertRefused("did you mean \"masstree\"", ycsb("run", "masstre", "-P", "a"));
    assertRefused("did you mean \"load\"", ycsb("laod", "masstree", "-P", "a"));
    assertRefused(
        "there is no file nowhere/workloadz", ycsb("run", "noop", "-P", "nowhere/workloadz"));
    assertRefused(
        "there is no workload of ours \"workloadz\"; did you mean \"workloada\"?",
        ycsb("load", "masstree", "-P", "workloads/workloadz"));
    assertRefused("-threads", ycsb("run", "noop", "-P", "a", "-thraeds", "2"));
    assertRefused(
        "did you mean \"masstree.autoload\"",
        ycsb("run", "noop", "-P", "a", "-p", "masstree.autolaod=true"));
    assertRefused("operationcount=0", ycsb("run", "noop", "-P", "a", "-p", "operationcount=0"));
    assertRefused("recordcount is missing", ycsb("load", "noop"));
  }

  private static void assertRefused(String why, Ended ended) {
    assertEquals(ExitStatus.USAGE, ended.status(), ended.err());
    assertTrue(ended.err().contains(why), ended.err());
    assertFalse(ended.err().contains("\tat "), ended.err());
  }

  /** Counts as YCSB does: a read-modify-write is one operation that reads and updates. */
  static long operations(String out) {
    long count = 0;
    for (String line : out.split("\\R")) {
      if (line.matches("\\[[A-Z]+], Return=OK, \\d+")) {
        count += Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
      } else if (line.startsWith("[READ-MODIFY-WRITE], Operations, ")) {
        count -= Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    return count;
  }
}
