package dev.madtree.workloads.ycsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bindings on the class path of an unedited YCSB distribution: its libraries, of its versions,
 * come first, and its basic binding is named before ours.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StockDistributionTest {

  private static final Path LIBRARIES = Path.of("target", "ycsb-distribution", "lib");

  @TempDir private Path folder;

  @Test
  void client_loadsAndRunsEveryWorkload() throws Exception {
    String load = client("-load", Workload.A, "MasstreeClient");
    assertTrue(load.contains("[INSERT], Return=OK, 300"), load);
    for (Workload each : Workload.values()) {
      if (!each.isForYcsb()) {
        continue;
      }
      String run = client("-t", each, "MasstreeClient");
      assertEquals(501, YcsbCommandTest.operations(run), run);
      assertTrue(run.contains("[" + operation(each) + "], Return=OK, "), run);
      assertFalse(run.contains("Return=NOT"), run);
      assertFalse(run.contains("FAILED"), run);
    }
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

  /** The operation of a workload that YCSB must have counted. */
  private static String operation(Workload workload) {
    if (workload.hasScans()) {
      return "SCAN";
    }
    return workload == Workload.INSERT ? "INSERT" : "READ";
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
