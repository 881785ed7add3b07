package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
  @TempDir static Path folder;
  private static Campaign campaign;
  private static List<DriverContest> contests;

  @BeforeAll
  static void makeUp() throws IOException {
    campaign = MadeUpRecord.drivers().campaign(folder);
    contests = DriverContest.of(campaign);
  }

  @Test
  void contest_hasTheReplayFirstAndAllStructuresThatDoSomething() {
    assertEquals(2, contests.size());
    assertEquals(List.of("replay", "ycsb", "jmh"), contests.get(0).drivers());
    assertFalse(contests.get(0).structures().contains(Structure.of(Structure.CEILING_LABEL)));
  }

  @Test
  void cost_isTheDriversOwnPartAndTheRest() {
    var cost = contests.get(0).cost(Structure.of("masstree"), "ycsb").orElseThrow();
    // The record is made of 1000/2.9 ns for the tree, 1000/40 and 380 ns for the client.
    assertEquals(1000 / 2.9 + 380, cost.total(), 60);
    assertEquals(1000 / 40.0 + 380, cost.own(), 30);
    assertEquals(cost.total(), cost.own() + cost.rest(), 1e-9);
  }

  @Test
  void explanation_splitsTheGapIntoDriverAndStructure() {
    List<String> sentences = DriverFindings.sentences(contests);
    String first = sentences.get(0);
    assertTrue(first.contains("an operation on Masstree takes under the replay "), first);
    assertTrue(first.contains(" between the replay and YCSB’s client is +"), first);
    assertTrue(first.contains(" of driver and "), first);
    assertTrue(sentences.get(2).contains("a structure that does nothing"), sentences.get(2));
  }

  @Test
  void otherCharts_showOneDriverAndSayWhich() {
    assertTrue(campaign.cells().stream().allMatch(c -> c.key().driver().equals("replay")));
    assertEquals(3 * campaign.cells().size(), campaign.everyDriver().size());
    assertEquals(List.of("replay"), campaign.chosenDrivers());
    assertTrue(Headline.of(campaign).get(0).startsWith("Driver replay: Masstree "));
    for (Chart chart : Charts.of(campaign)) {
      boolean says = chart.frame().footer().contains("driver replay");
      boolean words = chart.section() == Chart.Section.LATENCY;
      words |= chart.section() == Chart.Section.CONFIDENCE;
      assertEquals(chart.section() != Chart.Section.DRIVERS, says || words, chart::slug);
    }
  }

  @Test
  void rowAboveSeventyPercentOfTheCeiling_isMutedWithANote() {
    DataTable table = DriverFindings.table(contests.get(0));
    int hash = -1;
    for (int i = 0; i < table.rows().size(); i++) {
      if (table.rows().get(i).subList(0, 2).equals(List.of("Hash map (unordered)", "ycsb"))) {
        hash = i;
      }
    }
    boolean near = table.rows().get(hash).get(6).endsWith(CellTables.MARK);
    assertEquals(near, table.muted().get(hash));
    Cell cell =
        campaign.everyDriver().stream()
            .filter(c -> c.key().driver().equals("ycsb") && c.structure().isLimit())
            .filter(c -> !c.structure().isCeiling())
            .findFirst()
            .orElseThrow();
    assertEquals(65, cell.ceilingPct(), 8);
    assertEquals(cell.ceilingPct() > 70, cell.nearCeiling());
    assertFalse(table.muted().get(0));
  }

  @Test
  void harnessAndHashMap_neitherWinNorLose() {
    assertTrue(Headline.of(campaign).stream().noneMatch(s -> s.contains("ash map")));
    assertTrue(Losses.sentences(campaign).get(0).startsWith("Nowhere"));
    Chart map = new RatioHeatMap().of(campaign).get(0);
    assertFalse(map.alt().contains("Harness ceiling"), map.alt());
    assertTrue(PriceOfOrder.sentence(campaign).orElseThrow().contains("The price of order"));
  }
}
