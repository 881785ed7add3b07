package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CellKey;
import dev.madtree.results.MemoryRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  @TempDir Path folder;

  private static Footprint footprint(String structure, double own) {
    CellKey key = MadeUpRecord.key(structure, "memory", "uniform", 1);
    return new Footprint(
        key,
        Map.of(
            "keys", row(key, "keys", 24),
            "values", row(key, "values", 16),
            "structure", row(key, "structure", own),
            "all", row(key, "all", 40 + own)),
        "");
  }

  private static MemoryRow row(CellKey key, String part, double bytes) {
    return new MemoryRow(key, part, 3, bytes, bytes, bytes);
  }

  @Test
  void leaner_saysByHowMuch() {
    assertEquals(
        "Masstree takes 60.0 B an entry, 0.60× the skip list’s",
        MemoryFindings.title(
            List.of(List.of(footprint("masstree", 20), footprint("skiplist", 60)))));
  }

  @Test
  void heavier_isCalledALossAndNamesTheLeanest() {
    List<Footprint> shape =
        List.of(footprint("masstree", 80), footprint("skiplist", 60), footprint("blink", 10));
    assertEquals(
        "Masstree takes more than the skip list: 120 B an entry, 1.20×; the B-link tree takes"
            + " least, 50.0 B",
        MemoryFindings.title(List.of(shape)));
    String sentence = MemoryFindings.sentences(List.of(shape)).get(0);
    assertTrue(
        sentence.endsWith("It loses to the B-link tree with 50.0 B and the skip list with 100 B."),
        sentence);
  }

  @Test
  void hashMap_isNoRivalInMemory() {
    List<Footprint> shape =
        List.of(footprint("masstree", 20), footprint("skiplist", 60), footprint("hashmap", 1));
    assertFalse(MemoryFindings.title(List.of(shape)).contains("hash map"));
    assertTrue(MemoryFindings.table(List.of(shape)).rows().toString().contains("Hash map"));
  }

  @Test
  void failedCell_hasItsWordAndNoPlaceAmongThroughput() throws IOException {
    Campaign campaign = MadeUpRecord.small().campaign(folder);
    Chart chart = new MemoryBars().of(campaign).get(0);
    assertTrue(Renderer.svg(chart).contains("out of memory"));
    assertTrue(chart.alt().contains("MVStore, ycsb keys: out of memory"), chart.alt());
    assertEquals("memory.csv", chart.csv());
    assertTrue(campaign.everyDriver().stream().noneMatch(c -> c.key().driver().equals("memory")));
  }
}
