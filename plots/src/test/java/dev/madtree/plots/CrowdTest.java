package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {
  private static final String IMPORTED = "masstree-cpp (imported)";

  @TempDir static Path folder;
  private static Campaign campaign;

  @BeforeAll
  static void makeUp() throws IOException {
    campaign = MadeUpRecord.crowded().campaign(folder);
  }

  @Test
  void moreThanSixStructures_areDrawnAsDotsWithEveryName() {
    for (ChartFamily family :
        new ChartFamily[] {new ThroughputByThreads(), new DistributionBars()}) {
      Chart chart = family.of(campaign).get(0);
      String svg = Renderer.svg(chart);
      for (Structure structure : Campaign.structures(campaign.cells())) {
        String first = Escaping.html(structure.name().split(" ")[0]);
        String name = structure.isCeiling() ? "harness ceiling" : first;
        assertTrue(svg.contains(name), () -> chart.slug() + " lacks " + name);
      }
      assertFalse(chart.frame().footer().contains("Not drawn"), chart.frame().footer());
    }
    assertTrue(new DistributionPanels().of(campaign).isEmpty());
  }

  @Test
  void importedFigures_standBesideAndNeverWinOrLose() {
    Cell imported =
        campaign.cells().stream()
            .filter(c -> c.key().structure().equals(IMPORTED))
            .findFirst()
            .orElseThrow();
    assertTrue(imported.measured());
    assertFalse(imported.hasRatio());
    assertFalse(imported.structure().competes());
    assertTrue(Headline.of(campaign).stream().noneMatch(s -> s.contains(IMPORTED)));
    assertTrue(CellTables.throughput(campaign.cells()).rows().toString().contains(IMPORTED));
    Chart map = new RatioHeatMap().of(campaign).get(0);
    assertFalse(map.alt().contains(IMPORTED), map.alt());
  }

  @Test
  void reportOfACrowd_hasTheFairnessTableAndOnlyEscapedLabels() throws IOException {
    Path target = folder.resolve("plots").resolve(MadeUpRecord.ID);
    Path results = folder.resolve("again");
    new Report(MadeUpRecord.crowded().write(results), target, new PrintWriter(System.err, true))
        .write();
    String html = Files.readString(target.resolve("report.html"));
    String markdown = Files.readString(target.resolve("report.md"));
    assertFalse(html.contains("<b>"), "markup of a label");
    assertFalse(markdown.contains("<b>"), "markup of a label");
    assertFalse(html.contains("<i>"), "markup of a term");
    assertTrue(html.contains("imported from mttest"));
    assertTrue(html.contains("structures.csv"));
    assertTrue(markdown.contains("Measured elsewhere, by another program: masstree-cpp"));
    assertTrue(
        Files.readString(svg(target)).contains("churn (50 % remove, 50 % insert, by turns)"));
  }

  private static Path svg(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.getFileName().toString().matches("bars-churn-1t.*[.]svg"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void unknownStructure_looksTheSameInEveryCampaign() {
    Structure mine = Structure.of("<b>my map</b>");
    assertEquals(mine, Structure.of("<b>my map</b>"));
    assertEquals(Structure.Role.RIVAL, mine.role());
    assertEquals("<b>my map</b>", mine.name());
    assertTrue(Structure.known().stream().noneMatch(s -> s.mark() == mine.mark()));
    assertTrue(Structure.known().stream().noneMatch(s -> s.color().equals(mine.color())));
  }
}
