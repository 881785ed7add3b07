package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CampaignComparisonTest {
  private static final long SEED = 99;
  private static final List<String> WORKLOADS = List.of("a", "b", "c", "d");
  private static final Set<String> CONTROLS = Set.of("skiplist", "blink");

  private final Random random = new Random(SEED);

  /**
   * A campaign of seven rounds, in which a cell runs at a speed of its own and forks differ by 1 %.
   */
  private CampaignRecords campaign(ToDoubleFunction<CellKey> speed, String... structures) {
    System.out.println("seed " + SEED);
    List<SampleRow> samples = new ArrayList<>();
    List<ForkRow> forks = new ArrayList<>();
    for (int round = 0; round < 7; round++) {
      for (String structure : structures) {
        for (String workload : WORKLOADS) {
          CellKey cell = Forks.cell(structure, workload, 1);
          double value = 1e6 * speed.applyAsDouble(cell) * Math.exp(0.01 * random.nextGaussian());
          ForkRecord fork = Forks.ok(cell, round, value);
          fork.samples().forEach(s -> samples.add(new SampleRow(cell, fork.round(), 0, s)));
          forks.add(new ForkRow(cell, round, 0, Status.OK, "", fork.counters(), Noise.OK));
        }
      }
    }
    CampaignInfo info =
        new CampaignInfo(
            "c",
            "test",
            List.of(),
            SEED,
            "",
            "abc",
            12,
            7,
            1,
            1,
            1,
            1,
            64,
            "g1",
            "",
            new TreeMap<>());
    return new CampaignRecords(
        info,
        EnvironmentRecord.capture(),
        samples,
        forks,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private CampaignComparison compare(ToDoubleFunction<CellKey> later) {
    CampaignRecords before = campaign(cell -> 1, "masstree", "skiplist", "blink");
    CampaignRecords after = campaign(later, "masstree", "skiplist", "blink");
    return CampaignComparison.of(before, after, CONTROLS, 0.02);
  }

  @Test
  void of_nothingChanged_isSteadyWithoutRegression() {
    CampaignComparison comparison = compare(cell -> 1);
    assertTrue(comparison.sameEnvironment());
    assertEquals(Control.State.STEADY, comparison.control().state());
    assertEquals(12, comparison.cells().size());
    assertFalse(comparison.hasRegression());
  }

  @Test
  void of_slowerMachine_isAdjustedAndNoRegression() {
    CampaignComparison comparison = compare(cell -> 0.8);
    assertEquals(Control.State.ADJUSTED, comparison.control().state());
    assertEquals(0.8, comparison.control().drift().estimate(), 0.01);
    assertFalse(comparison.hasRegression());
  }

  @Test
  void of_slowerStructureOnSlowerMachine_isFound() {
    CampaignComparison comparison =
        compare(cell -> cell.structure().equals("masstree") ? 0.8 * 0.93 : 0.8);
    assertTrue(comparison.hasRegression());
    for (ComparedCell cell : comparison.cells()) {
      if (!cell.control()) {
        assertEquals(Verdict.SLOWER, cell.verdict());
        assertEquals(0.93, cell.comparison().ratio(), 0.02);
      }
    }
  }

  @Test
  void of_controlsThatDisagree_withholdsEveryVerdict() {
    CampaignComparison comparison =
        compare(cell -> cell.structure().equals("skiplist") ? 0.7 : 0.95);
    assertEquals(Control.State.WITHHELD, comparison.control().state());
    assertFalse(comparison.hasRegression());
    assertTrue(comparison.cells().stream().allMatch(c -> c.verdict() == Verdict.UNCLEAR));
  }

  @Test
  void of_controlsThatMoveApart_areNotTakenForSteady() {
    CampaignComparison comparison =
        compare(
            cell ->
                switch (cell.structure()) {
                  case "skiplist" -> 0.8;
                  case "blink" -> 1.25;
                  default -> 1;
                });
    assertEquals(Control.State.WITHHELD, comparison.control().state());
  }

  @Test
  void of_otherCells_areToldApart() {
    CampaignRecords before = campaign(cell -> 1, "masstree", "skiplist");
    CampaignRecords after = campaign(cell -> 1, "masstree", "blink");
    CampaignComparison comparison = CampaignComparison.of(before, after, CONTROLS, 0.02);
    assertEquals(Control.State.MISSING, comparison.control().state());
    assertEquals(4, comparison.cells().size());
    assertEquals("skiplist", comparison.onlyBefore().get(0).structure());
    assertEquals("blink", comparison.onlyAfter().get(0).structure());
  }
}
