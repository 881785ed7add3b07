package dev.madtree.workloads.ycsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.workloads.mix.Workload;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bindings on the class path of an unedited YCSB distribution: its libraries, of its versions,
 * come first, and its basic binding is named before ours.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StockDistributionTest {

  private static final Path LIBRARIES = Path.of("target", "ycsb-distribution", "lib");

  private static final Pattern ANSWER = Pattern.compile("\\[([A-Z-]+)], Return=(\\w+), \\d+");

  @TempDir private Path folder;

  /** What YCSB must have counted of each of its own mixes, and nothing else. */
  static Stream<Arguments> mixes() {
    return Stream.of(
        Arguments.of(Workload.A, Set.of("READ", "UPDATE")),
        Arguments.of(Workload.B, Set.of("READ", "UPDATE")),
        Arguments.of(Workload.C, Set.of("READ")),
        Arguments.of(Workload.D, Set.of("READ", "INSERT")),
        Arguments.of(Workload.E, Set.of("SCAN", "INSERT")),
        Arguments.of(Workload.F, Set.of("READ", "UPDATE")),
        Arguments.of(Workload.INSERT, Set.of("INSERT")));
  }

  @ParameterizedTest
  @MethodSource("mixes")
  void client_loadThenRun_countsEveryOperationAsOk(Workload workload, Set<String> operations)
      throws Exception {
    String load = client("-load", workload, "MasstreeClient");
    assertTrue(load.contains("[OVERALL], Throughput(ops/sec), "), load);
    assertTrue(load.contains("[INSERT], Return=OK, 300"), load);
    assertTrue(load.contains("[MADTREE], Checkpointed(masstree), 300"), load);
    assertEquals(Set.of("INSERT"), answered(load), load);
    String run = client("-t", workload, "MasstreeClient");
    assertTrue(run.contains("[MADTREE], Restored(masstree), 300"), run);
    assertTrue(run.contains("[OVERALL], Throughput(ops/sec), "), run);
    assertEquals(operations, answered(run), run);
    assertEquals(501, YcsbCommandTest.operations(run), run);
    for (String each : operations) {
      assertTrue(run.contains("[" + each + "], 99thPercentileLatency(us), "), run);
    }
  }

  /** The operations that were answered; every answer must have been OK. */
  private static Set<String> answered(String out) {
    Set<String> operations = new TreeSet<>();
    Matcher answers = ANSWER.matcher(out);
    while (answers.find()) {
      assertEquals("OK", answers.group(2), out);
      operations.add(answers.group(1));
    }
    return operations;
  }

  @Test
  void client_ofAWrongStoreOrWithoutItsWorkloadFile_runsNothing() throws Exception {
    String store = client("-t", Workload.C, "MadtreeClient", "-p", "madtree.structure=masstre");
    assertTrue(store.contains("there is no store \"masstre\"; did you mean \"masstree\"?"), store);
    assertEquals(0, YcsbCommandTest.operations(store), store);
    String file = client("-t", Workload.C, "MasstreeClient", "-P", "no/such/workload");
    assertTrue(file.contains("no/such/workload"), file);
    assertEquals(0, YcsbCommandTest.operations(file), file);
  }

  @Test
  void client_ofEveryName_runs() throws Exception {
    for (String each :
        List.of(
            "MadtreeClient",
            "SkipListClient",
            "BlinkClient",
            "MvStoreClient",
            "TreeMapLockClient",
            "HashMapClient",
            "NoopClient")) {
      String run = client("-t", Workload.F, each, "-p", "masstree.autoload=true");
      assertEquals(501, YcsbCommandTest.operations(run), each + run);
    }
  }

  private String client(String phase, Workload workload, String client, String... more)
      throws Exception {
    Path file = folder.resolve("workload" + workload.label());
    try (OutputStream out = Files.newOutputStream(file)) {
      workload.properties().store(out, null);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), "site.ycsb.Client", phase));
    command.addAll(List.of("-db", "site.ycsb.BasicDB", "-P", file.toString()));
    command.addAll(List.of("-db", "dev.madtree.workloads.ycsb." + client));
    command.addAll(List.of("-p", "recordcount=300", "-p", "operationcount=501", "-threads", "2"));
    command.addAll(List.of("-p", "masstree.snapshot=" + folder.resolve("records.ckpt")));
    command.addAll(Arrays.asList(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  private static String classPath() throws Exception {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      List<String> path = new ArrayList<>(jars.map(Path::toString).sorted().toList());
      path.add(System.getProperty("java.class.path"));
      return String.join(File.pathSeparator, path);
    }
  }
}
