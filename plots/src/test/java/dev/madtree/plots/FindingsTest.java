package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.madtree.results.CellKey;
import dev.madtree.results.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final double NONE = Double.NaN;

  private static Cell cell(String structure, double mean, double ratio, Verdict verdict) {
    return new Cell(
        MadeUpRecord.key(structure, "c", "uniform", 2),
        4,
        mean,
        0.98 * mean,
        1.02 * mean,
        "",
        "",
        List.of(),
        ratio,
        0.97 * ratio,
        1.03 * ratio,
        verdict,
        1,
        NONE,
        NONE,
        NONE,
        NONE);
  }

  private static Cell failed(String structure) {
    return new Cell(
        MadeUpRecord.key(structure, "c", "uniform", 2),
        0,
        NONE,
        NONE,
        NONE,
        "invalid",
        "",
        List.of(),
        NONE,
        NONE,
        NONE,
        Verdict.NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE);
  }

  private static final Cell BASELINE = cell("skiplist", 1e6, NONE, Verdict.NONE);

  private static String about(Cell... cells) {
    return Findings.about(List.of(cells));
  }

  @Test
  void fasterThanAll_leads() {
    assertEquals(
        "Masstree leads: 2.00 M ops/s at 2 threads, 2.00× the skip list",
        about(cell("masstree", 2e6, 2, Verdict.FASTER), BASELINE));
  }

  @Test
  void fasterThanTheBaselineOnly_namesTheLeader() {
    assertEquals(
        "B-link tree leads; Masstree does 2.00 M ops/s at 2 threads, 2.00× the skip list",
        about(
            cell("masstree", 2e6, 2, Verdict.FASTER),
            BASELINE,
            cell("blink", 3e6, 3, Verdict.FASTER)));
  }

  @Test
  void overlappingIntervals_areTooCloseToTellApart() {
    assertEquals(
        "Masstree and the B-link tree lead, too close to tell apart: 2.00 M ops/s at 2 threads,"
            + " 2.00× the skip list",
        about(
            cell("masstree", 2e6, 2, Verdict.FASTER),
            BASELINE,
            cell("blink", 2.01e6, 2, Verdict.FASTER)));
  }

  @Test
  void slower_loses() {
    assertEquals(
        "Masstree loses to the skip list: 800 k ops/s at 2 threads, 0.80× the skip list",
        about(cell("masstree", 8e5, 0.8, Verdict.SLOWER), BASELINE));
  }

  @Test
  void slowerBehindAnotherLeader_namesTheLeader() {
    assertEquals(
        "B-link tree leads; Masstree loses to the skip list: 800 k ops/s at 2 threads, 0.80× the"
            + " skip list",
        about(
            cell("masstree", 8e5, 0.8, Verdict.SLOWER),
            BASELINE,
            cell("blink", 3e6, 3, Verdict.FASTER)));
  }

  @Test
  void unclear_isNotLevel() {
    assertEquals(
        "Masstree or the skip list? Unclear: 1.01× (0.98 to 1.04) at 2 threads",
        about(cell("masstree", 1.01e6, 1.01, Verdict.UNCLEAR), BASELINE));
  }

  @Test
  void same_isLevel() {
    assertEquals(
        "Masstree and the skip list are level: 1.00 M ops/s at 2 threads, 1.00× the skip list",
        about(cell("masstree", 1e6, 1, Verdict.SAME), BASELINE));
  }

  @Test
  void failedSubject_hasNoFigure() {
    assertEquals(
        "Masstree has no figure at 2 threads: invalid", about(failed("masstree"), BASELINE));
  }

  @Test
  void withoutMasstree_theFastestIsNamed() {
    assertEquals(
        "Skip list is fastest: 1.00 M ops/s at 2 threads", about(BASELINE, failed("blink")));
  }

  @Test
  void intervalThousandsOfTimesTooWide_doesNotFlattenTheOthers() {
    Cell narrow = cell("masstree", 2e6, 2, Verdict.UNCLEAR);
    Cell wide =
        new Cell(
            narrow.key(),
            2,
            1e6,
            10,
            1e11,
            "",
            "",
            List.of(),
            1,
            0.1,
            10,
            Verdict.UNCLEAR,
            1,
            NONE,
            NONE,
            NONE,
            NONE);
    assertEquals(2e6, wide.scaleTop());
    assertEquals(1e11, wide.top());
    assertEquals(narrow.top(), narrow.scaleTop());
    assertEquals(2, ThreadCurve.throughput(wide.structure(), List.of(wide)).top());
  }

  @Test
  void cellsOfTwoBuilds_standInNoChartTogether() {
    var key = MadeUpRecord.key("masstree", "c", "uniform", 2);
    var other =
        new CellKey(
            key.campaignId(),
            key.envId(),
            "1111111",
            key.structure(),
            key.driver(),
            key.workload(),
            key.distribution(),
            key.keyShape(),
            key.keyBytes(),
            key.valueBytes(),
            key.records(),
            key.threads(),
            key.jvm(),
            key.gc(),
            key.heapMb(),
            key.traceHash(),
            key.cellId());
    assertNotEquals(Setting.of(key), Setting.of(other));
    assertNotEquals(Setting.of(key).slug(), Setting.of(other).slug());
  }

  @Test
  void floorAhead_isToldAmongTheLosses() {
    List<Cell> cells =
        List.of(
            cell("masstree", 2e6, 2, Verdict.FASTER),
            BASELINE,
            cell("treemap-lock", 3e6, 3, Verdict.FASTER),
            cell("hashmap", 9e6, 9, Verdict.FASTER),
            cell("noop", 90e6, 90, Verdict.FASTER));
    Campaign campaign =
        new Campaign("id", 2, "machine", 3, cells, cells, List.of(), List.of(), List.of());
    assertEquals(
        List.of(
            "Nowhere in this campaign: in no cell is any rival surely faster.",
            "The TreeMap behind one lock, a floor that does not compete, is ahead of it in 1 cell:"
                + " YCSB C, uniform, 2 threads."),
        Losses.sentences(campaign));
  }

  @Test
  void boundFasterThanAll_doesNotLead() {
    assertEquals(
        "Masstree leads: 2.00 M ops/s at 2 threads, 2.00× the skip list",
        about(
            cell("masstree", 2e6, 2, Verdict.FASTER),
            BASELINE,
            cell("hashmap", 9e6, 9, Verdict.FASTER)));
  }
}
