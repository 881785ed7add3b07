package dev.madtree.workloads.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRow;
import dev.madtree.results.Status;
import dev.madtree.workloads.Madtree;
import dev.madtree.workloads.structures.UserJar;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns with a jar that is nowhere on our class path. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class UserJarCampaignTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```java\\n(package com\\.example;.*?)```", Pattern.DOTALL);
  private static final String NAME = "com.example.MyMap";

  @TempDir private Path folder;

  private record Ended(int status, String out, String err) {}

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Madtree.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ended(status, out.toString(), err.toString());
  }

  /** The class that the README shows. */
  private static String example() throws Exception {
    Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
    assertTrue(matcher.find(), "README.md shows no example");
    return matcher.group(1);
  }

  private String[] campaign(String classpath) {
    return new String[] {
      "run",
      "--results",
      folder.resolve("results").toString(),
      "--classpath",
      classpath,
      "--structures",
      "skiplist,my-map",
      "--workloads",
      "a,e",
      "--distributions",
      "uniform",
      "--threads",
      "1",
      "--keys",
      "2k",
      "--rounds",
      "1",
      "--heap",
      "128m",
      "--warmup",
      "1x50ms",
      "--measure",
      "1x50ms",
      "--set",
      "trace-operations=8k"
    };
  }

  @Test
  void run_theExampleOfTheReadme_leavesRowsUnderItsOwnLabel() throws Exception {
    Path jar = UserJar.of(folder, NAME, example(), NAME);
    Ended ended = run(campaign(jar.toString()));
    assertEquals(0, ended.status(), ended.out() + ended.err());
    CampaignDirectory latest =
        CampaignDirectory.latest(folder.resolve("results").resolve("campaigns")).orElseThrow();
    CampaignRecords records = CampaignRecords.read(latest);
    assertEquals(4, records.forks().size());
    for (ForkRow fork : records.forks()) {
      assertEquals(Status.OK, fork.status(), fork.error());
    }
    // Tables and charts know structures by this column alone.
    Set<String> summarized =
        records.summaries().stream()
            .filter(row -> row.metric().equals("throughput") && row.mean() > 0)
            .map(row -> row.cell().structure())
            .collect(Collectors.toSet());
    assertEquals(Set.of("skiplist", "my-map"), summarized);
    Ended resumed = run("resume", "--results", folder.resolve("results").toString(), latest.id());
    assertEquals(0, resumed.status(), resumed.out() + resumed.err());
  }

  @Test
  void list_structuresWithAJar_hasItsLabelAndForgetsIt() throws Exception {
    Path jar = UserJar.of(folder, NAME, example(), NAME);
    String listed = run("list", "structures", "--classpath", jar.toString()).out();
    assertTrue(listed.lines().anyMatch(line -> line.matches("my-map +a sorted map of mine")), listed);
    assertFalse(run("list", "structures").out().contains("my-map"));
  }

  @Test
  void list_folderOfClassesAndALibrary_hasItsLabel() throws Exception {
    Path library = UserJar.of(Files.createDirectory(folder.resolve("l")), NAME, example());
    Path mine =
        UserJar.of(
            Files.createDirectory(folder.resolve("m")),
            "com.example.Other",
            example().replace("MyMap", "Other"),
            "com.example.Other");
    String both = mine + File.pathSeparator + library;
    assertTrue(run("list", "structures", "--classpath", both).out().contains("my-map"));
  }

  @Test
  void run_classPathsThatBringNothing_endWithStatus2AndSayWhy() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar at all");
    refused("there is no file \"/no/such.jar\"", "/no/such.jar");
    refused("cannot be read as one", text.toString());
    refused("brings no structure", made("silent", example()));
    refused(
        "Provider com.example.Nobody not found", made("absent", example(), "com.example.Nobody"));
    String taken = example().replace("\"my-map\"", "\"skiplist\"");
    refused("\"skiplist\", which another structure is called", made("taken", taken, NAME));
    String words = example().replace("\"my-map\"", "\"my, map\"");
    refused("com.example.MyMap calls itself \"my, map\"", made("words", words, NAME));
    String throwing =
        example().replace("return \"my-map\";", "throw new RuntimeException(\"no\");");
    refused(
        "does not say what it is: java.lang.RuntimeException: no", made("throws", throwing, NAME));
    String broken =
        example()
            .replace(
                "public String label", "public MyMap() { int i = 1 / 0; }\n  public String label");
    refused("by zero", made("broken", broken, NAME));
  }

  private String made(String name, String source, String... registered) throws Exception {
    Path own = Files.createDirectory(folder.resolve(name));
    return UserJar.of(own, NAME, source, registered).toString();
  }

  private void refused(String why, String classpath) {
    for (String[] arguments :
        List.of(
            campaign(classpath), new String[] {"list", "structures", "--classpath", classpath})) {
      Ended ended = run(arguments);
      assertEquals(2, ended.status(), ended.out() + ended.err());
      assertTrue(ended.err().contains("--classpath: "), ended.err());
      assertTrue(ended.err().contains(why), ended.err());
      assertFalse(ended.err().contains("\tat "), ended.err());
    }
    assertFalse(Files.exists(folder.resolve("results")));
  }
}
