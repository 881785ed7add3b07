package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run of the model test that fails is told by the few operations that it needs. */
class ModelShrinkingTest {

  private static final int OPERATIONS = 20_000;

  /** Loses the first entry when more than some are there and one is added to. */
  private static final class Losing extends ForwardingSubject {

    static final int MOST = 3;

    Losing(Subject subject) {
      super(subject);
    }

    @Override
    public Long add(byte[] key, long delta) {
      Long sum = super.add(key, delta);
      if (super.countRange(KeyRange.all()) > MOST) {
        super.remove(super.first().key());
      }
      return sum;
    }
  }

  @Test
  void runOnATreeThatLosesAKey_isToldByFewOperations() {
    for (long seed = 1; seed < 6; seed++) {
      ModelRun run = new ModelRun(seed, Fanout.SMALL, 9, seed % 2 == 1, Losing::new);
      AssertionError failure = assertThrows(AssertionError.class, () -> run.play(OPERATIONS));
      List<String> lines = failure.getMessage().lines().toList();
      assertTrue(lines.get(0).startsWith("seed " + seed + ", step "), lines.get(0));
      // Entries to lose one of, by puts or by one batch, the addition, and what finds one missing.
      int few = lines.size() - 1;
      assertTrue(few >= 3 && few <= Losing.MOST + 2, failure.getMessage());
      assertTrue(lines.stream().anyMatch(line -> line.startsWith("add ")), failure.getMessage());
    }
  }

  @Test
  void sequence_isShrunkToWhatItNeeds() {
    List<Integer> all = IntStream.range(0, 1_000).boxed().toList();
    List<Integer> needed = List.of(3, 500, 501, 999);
    assertEquals(needed, Shrinking.shrink(all, part -> part.containsAll(needed), 10_000));
    assertEquals(List.of(), Shrinking.shrink(all, part -> true, 10_000));
    assertTrue(Shrinking.shrink(all, part -> part.containsAll(needed), 5).containsAll(needed));
  }
}
