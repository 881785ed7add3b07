package dev.madtree.workloads.operations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.competitors.LongCompetitor;
import dev.madtree.competitors.LongIndex;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationsRunTest {

  private static final long SEED = 7;
  // No multiple of a batch.
  private static final int COUNT = 1003;

  /** Forwards to a skip list; what a test overrides is wrong. */
  private static class Lying implements LongIndex {

    private final LongIndex index = LongCompetitor.SKIPLIST_NATIVE.create();

    @Override
    public long get(long key) {
      return index.get(key);
    }

    @Override
    public long put(long key, long value) {
      return index.put(key, value);
    }

    @Override
    public long remove(long key) {
      return index.remove(key);
    }

    @Override
    public long sum(long from, int limit) {
      return index.sum(from, limit);
    }

    @Override
    public long size() {
      return index.size();
    }
  }

  private static List<String> run(LongIndex index, int iterations) {
    List<String> measured = new ArrayList<>();
    new OperationsRun(
            index,
            new LongKeys(COUNT, SEED),
            (operation, iteration, startEpochMs, seconds, count, bytes) -> {
              assertTrue(seconds > 0);
              assertEquals(COUNT, count);
              measured.add(operation.label() + " " + iteration);
            })
        .run(iterations);
    return measured;
  }

  @ParameterizedTest
  @EnumSource(LongCompetitor.class)
  void run_everyMap_answersAsForetold(LongCompetitor competitor) {
    LongIndex index = competitor.create();
    assertEquals(
        List.of(
            "insert 0",
            "get 0",
            "getall 0",
            "scan100 0",
            "update 0",
            "get 1",
            "getall 1",
            "scan100 1",
            "update 1",
            "remove 0"),
        run(index, 2));
    assertEquals(0, index.size());
  }

  @Test
  void run_mapThatIgnoresUpdates_isFoundOut() {
    LongIndex liar =
        new Lying() {
          @Override
          public long put(long key, long value) {
            long previous = get(key);
            return previous == ABSENT ? super.put(key, value) : previous;
          }
        };
    String message = assertThrows(WrongContentException.class, () -> run(liar, 2)).getMessage();
    assertTrue(message.startsWith("the answers of get, iteration 2, add up to"), message);
  }

  @Test
  void run_scanThatStopsEarly_isFoundOut() {
    LongIndex liar =
        new Lying() {
          @Override
          public long sum(long from, int limit) {
            return super.sum(from, limit - 1);
          }
        };
    String message = assertThrows(WrongContentException.class, () -> run(liar, 1)).getMessage();
    assertTrue(message.startsWith("the answers of scan100, iteration 1"), message);
  }

  @Test
  void run_mapThatKeepsWhatIsRemoved_isFoundOut() {
    LongIndex liar =
        new Lying() {
          @Override
          public long remove(long key) {
            return get(key);
          }
        };
    String message = assertThrows(WrongContentException.class, () -> run(liar, 1)).getMessage();
    assertEquals("the size is 1003, expected 0", message);
  }

  @Test
  void drawRanks_ofAll_isAPermutationAndTheSameForTheSameSeed() {
    int[] ranks = new LongKeys(COUNT, SEED).drawRanks(COUNT);
    assertArrayEquals(ranks, new LongKeys(COUNT, SEED).drawRanks(COUNT));
    assertEquals(COUNT, Arrays.stream(ranks).distinct().filter(r -> r >= 0 && r < COUNT).count());
    long[] keys = new LongKeys(COUNT, SEED).keysOf(ranks);
    assertTrue(Arrays.stream(keys).allMatch(key -> key >= 0));
    assertEquals(COUNT, Arrays.stream(keys).distinct().count());
  }
}
