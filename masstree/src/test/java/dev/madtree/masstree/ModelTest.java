package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tree against a {@link java.util.TreeMap}, operation by operation, at small and at production
 * width, in both storage modes. {@code -Dmodel.operations=N} sets the number of operations and
 * {@code -Dmodel.seed=N} the first seed.
 */
class ModelTest {

  private static final long OPERATIONS = Long.getLong("model.operations", 10_000_000);
  private static final long SEED = Long.getLong("model.seed", 2012);
  private static final int EPISODE = 50_000;

  @Test
  void everyOperation_againstTreeMap_agrees() {
    System.out.println("ModelTest seed " + SEED + ", " + OPERATIONS + " operations");
    List<Fanout> fanouts = List.of(Fanout.SMALL, Fanout.PRODUCTION, new Fanout(11, 4, 9));
    int[] longest = {2, 8, 9, 17, 24, 40};
    long episodes = OPERATIONS / EPISODE;
    long entries = 0;
    Progress progress = new Progress("episodes", episodes);
    for (int i = 0; i < episodes; i++) {
      Fanout fanout = fanouts.get(i % fanouts.size());
      ModelRun run = new ModelRun(SEED + i, fanout, longest[i % longest.length], i % 2 == 1);
      entries += run.play(EPISODE);
      progress.at(i + 1);
    }
    System.out.println("ModelTest: " + episodes + " episodes, " + entries + " entries checked");
    assertEquals(OPERATIONS / EPISODE, episodes);
  }
}
