package dev.madtree.workloads.jmh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.madtree.competitors.Competitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Param;

/** JMH's own command line over our benchmarks, in a process of its own. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BenchmarksTest {

  @TempDir private Path folder;

  private record Ended(int status, String output) {}

  private Ended run(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djmh.ignoreLock=true",
                "-cp",
                System.getProperty("java.class.path"),
                Benchmarks.class.getName()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it does not end");
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs benchmarks as briefly as they can be, and ends at the first that fails. */
  private Ended runTiny(String... arguments) throws Exception {
    String tiny = "-f 0 -wi 0 -i 1 -r 20ms -p records=2000 -foe true";
    List<String> all = new ArrayList<>(List.of(tiny.split(" ")));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  @Test
  void run_everyBenchmarkTiny_measuresAndChecksEveryStructure() throws Exception {
    Path json = folder.resolve("result.json");
    Ended ended = runTiny("-t", "2", "-rf", "json", "-rff", json.toString());
    assertEquals(0, ended.status(), ended.output());
    TreeSet<String> measured = new TreeSet<>();
    for (JsonElement each : JsonParser.parseString(Files.readString(json)).getAsJsonArray()) {
      String name = each.getAsJsonObject().get("benchmark").getAsString();
      measured.add(
          name.substring(name.lastIndexOf('.') + 1)
              + " "
              + each.getAsJsonObject().getAsJsonObject("params").get("structure").getAsString());
    }
    TreeSet<String> expected = new TreeSet<>();
    for (Competitor each : Competitor.values()) {
      for (String operation : List.of("get", "update", "insertAndRemove", "getAll16")) {
        expected.add(operation + " " + each.label());
      }
      if (each.isOrdered()) {
        expected.add("scan100 " + each.label());
      }
    }
    assertEquals(expected, measured);
  }

  @Test
  void structures_ofTheAnnotations_areTheCompetitors() throws Exception {
    assertArrayEquals(
        Arrays.stream(Competitor.values()).map(Competitor::label).toArray(),
        PointBenchmark.AnyIndex.class.getField("structure").getAnnotation(Param.class).value());
    assertArrayEquals(
        Arrays.stream(Competitor.values())
            .filter(Competitor::isOrdered)
            .map(Competitor::label)
            .toArray(),
        ScanBenchmark.OrderedOne.class.getField("structure").getAnnotation(Param.class).value());
  }

  @Test
  void run_structureThatLosesEntries_fails() throws Exception {
    Ended ended = runTiny("-p", "structure=test-loser", "PointBenchmark.get$");
    assertEquals(1, ended.status(), ended.output());
    assertTrue(ended.output().contains("entries, expected 2000"), ended.output());
  }

  @Test
  void run_list_leavesOutWhatOnlyCampaignsCanPrepare() throws Exception {
    Ended ended = run("-l");
    assertEquals(0, ended.status(), ended.output());
    assertTrue(ended.output().contains("PointBenchmark.get"), ended.output());
    assertFalse(ended.output().contains("ReplayBenchmark"), ended.output());
  }

  @Test
  void run_help_isJmhs() throws Exception {
    Ended ended = run("-h");
    assertEquals(0, ended.status(), ended.output());
    assertTrue(ended.output().contains("-wi <int>"), ended.output());
    assertEquals(ended, run("--help"));
  }

  @Test
  void run_structureWithoutOrder_measuresAllButScans() throws Exception {
    Ended ended = runTiny("-p", "structure=hashmap", "-e", "scan100");
    assertEquals(0, ended.status(), ended.output());
    assertTrue(ended.output().contains("PointBenchmark.get"), ended.output());
  }

  @Test
  void run_mistakes_endWithStatus2() throws Exception {
    Ended structure = run("-p", "structure=mastree");
    assertEquals(2, structure.status(), structure.output());
    assertTrue(
        structure.output().contains("no structure \"mastree\"; did you mean \"masstree\"?"),
        structure.output());
    Ended shape = run("-p", "keyShape=int9");
    assertEquals(2, shape.status(), shape.output());
    Ended order = run("-p", "structure=masstree,hashmap");
    assertEquals(2, order.status(), order.output());
    assertTrue(
        order.output().contains("structure=hashmap keeps no order to scan in"), order.output());
    Ended option = run("-nosuchoption");
    assertEquals(2, option.status(), option.output());
    for (Ended each : List.of(structure, shape, order, option)) {
      assertFalse(each.output().contains("\tat "), each.output());
    }
  }
}
