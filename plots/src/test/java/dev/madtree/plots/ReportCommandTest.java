package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(
        List.of(
            "--results", root.resolve("results").toString(),
            "--plots", root.resolve("plots").toString()));
    CommandLine line = ReportCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int status = line.execute(all.toArray(String[]::new));
    assertFalse(err.toString().contains("\tat "), err::toString);
    return status;
  }

  private CampaignDirectory smoke() throws IOException {
    CampaignDirectory directory = MadeUpRecord.smoke().write(root.resolve("results"));
    directory.markLatest();
    return directory;
  }

  @Test
  void latestCampaign_isReported() throws IOException {
    smoke();
    assertEquals(0, run(), err::toString);
    assertTrue(out.toString().contains("report.html"));
    assertTrue(Files.exists(root.resolve("plots/campaigns/latest/report.html")));
    assertTrue(Files.exists(root.resolve("plots/campaigns/latest/report.md")));
  }

  @Test
  void campaignOfTheReferenceFolder_isReportedIntoTheReferenceFolder() throws IOException {
    Path campaign = smoke().path();
    Path reference = root.resolve("results/reference").resolve(MadeUpRecord.ID);
    Files.createDirectories(reference.getParent());
    Files.move(campaign, reference);
    assertEquals(0, run(reference.toString()), err::toString);
    assertTrue(
        Files.exists(
            root.resolve("plots/reference").resolve(MadeUpRecord.ID).resolve("report.html")));
    Path latest = root.resolve("plots/reference/latest");
    assertFalse(Files.exists(latest, LinkOption.NOFOLLOW_LINKS), "a link to be committed");
  }

  @Test
  void unknownCampaign_endsWithTwoAndTheListOfKnownOnes() throws IOException {
    smoke();
    assertEquals(2, run("nosuch"));
    assertTrue(err.toString().contains("\"nosuch\""), err::toString);
    assertTrue(err.toString().contains(MadeUpRecord.ID), err::toString);
  }

  @Test
  void noCampaignAtAll_endsWithTwoAndTheWayToOne() {
    assertEquals(2, run());
    assertTrue(err.toString().contains("./run.sh"), err::toString);
  }

  @Test
  void missingTable_endsWithTwoAndItsName() throws IOException {
    Files.delete(smoke().summaryCsv());
    assertEquals(2, run());
    assertTrue(err.toString().contains("summary.csv"), err::toString);
  }

  @Test
  void malformedTable_endsWithTwoAndThePlace() throws IOException {
    CampaignDirectory directory = smoke();
    List<String> lines = new ArrayList<>(Files.readAllLines(directory.summaryCsv()));
    lines.set(2, lines.get(2).replaceFirst(",ops/s,", ",ops/s,nonsense"));
    Files.write(directory.summaryCsv(), lines);
    assertEquals(2, run());
    assertTrue(err.toString().contains("summary.csv"), err::toString);
    assertTrue(err.toString().contains("3"), err::toString);
  }

  @Test
  void malformedDescription_endsWithTwoAndItsName() throws IOException {
    Files.writeString(smoke().campaignJson(), "{ not json");
    assertEquals(2, run());
    assertTrue(err.toString().contains("campaign.json"), err::toString);
  }

  @Test
  void unknownOption_endsWithTwoAndTheUsage() {
    assertEquals(2, run("--nosuch"));
    assertTrue(err.toString().contains("--nosuch"), err::toString);
  }
}
