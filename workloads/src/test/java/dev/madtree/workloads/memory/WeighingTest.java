package dev.madtree.workloads.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.Competitor;
import dev.madtree.competitors.LongCompetitor;
import dev.madtree.competitors.OrderedIndex;
import dev.madtree.workloads.keys.KeyShape;
import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeighingTest {

  private static final int ENTRIES = 20_000;
  private static final long SEED = 42;

  private static Map<String, Double> weigh(OrderedIndex<Object> index, KeyShape shape, int size) {
    return new Weighing(() -> new BytesSubject(index, shape, size), () -> {})
        .bytesPerEntry(ENTRIES, SEED);
  }

  @ParameterizedTest
  @EnumSource(value = Competitor.class, mode = EnumSource.Mode.EXCLUDE, names = "NOOP")
  void bytesPerEntry_everyCompetitor_countsItsValuesAndAddsUp(Competitor competitor) {
    Map<String, Double> parts = weigh(competitor.create(), KeyShape.URL, 100);
    assertEquals(HeapWalk.sizeOf(new byte[100]), parts.get("values"), 1e-9);
    assertEquals(
        parts.get("keys") + parts.get("values") + parts.get("structure"), parts.get("all"), 1e-9);
    assertTrue(parts.get("structure") > 8, parts.toString());
  }

  @Test
  void bytesPerEntry_skipList_keepsWholeKeys() {
    Map<String, Double> parts = weigh(Competitor.SKIPLIST.create(), KeyShape.INT8, 8);
    assertEquals(HeapWalk.sizeOf(new byte[8]), parts.get("keys"), 1e-9);
    assertEquals(HeapWalk.sizeOf((Long) (1L << 40)), parts.get("values"), 1e-9);
  }

  @Test
  void bytesPerEntry_masstree_keepsSlicesInItsNodesAndOnlyTheRestAsKeys() {
    assertEquals(0, weigh(Competitor.MASSTREE.create(), KeyShape.INT8, 8).get("keys"), 1e-9);
    Map<String, Double> urls = weigh(Competitor.MASSTREE.create(), KeyShape.URL, 8);
    assertTrue(urls.get("keys") > 0, urls.toString());
  }

  @ParameterizedTest
  @EnumSource(LongCompetitor.class)
  void bytesPerEntry_mapsOfLongs_haveAsManyBoxesAsTheyMake(LongCompetitor competitor) {
    Map<String, Double> parts =
        new Weighing(() -> new LongsSubject(competitor.create()), () -> {})
            .bytesPerEntry(ENTRIES, SEED);
    double box = HeapWalk.sizeOf((Long) (1L << 40));
    boolean boxesKeys = competitor == LongCompetitor.SKIPLIST_NATIVE;
    boolean boxesValues = competitor != LongCompetitor.MASSTREE_INDEX;
    assertEquals(boxesKeys ? box : 0, parts.get("keys"), 1e-9);
    assertEquals(boxesValues ? box : 0, parts.get("values"), 1e-9);
  }

  @Test
  void bytesPerEntry_structureThatLosesEntries_isWrongContent() {
    Structure losing = Structure.named("test-loser").orElseThrow();
    WrongContentException wrong =
        assertThrows(WrongContentException.class, () -> weigh(losing.create(), KeyShape.YCSB, 8));
    assertTrue(wrong.getMessage().startsWith("the size is"), wrong.getMessage());
  }
}
