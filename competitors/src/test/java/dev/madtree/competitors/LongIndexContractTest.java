package dev.madtree.competitors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every map from longs to longs does, against a {@link TreeMap}. */
class LongIndexContractTest {

  private static final long SEED = 8128;

  @ParameterizedTest
  @EnumSource(LongCompetitor.class)
  void everyOperation_againstTreeMap_agrees(LongCompetitor competitor) {
    System.out.println(competitor.label() + ": seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    LongIndex index = competitor.create();
    TreeMap<Long, Long> model = new TreeMap<>();
    for (long step = 0; step < 100_000; step++) {
      long key = random.nextInt(3) == 0 ? random.nextLong(5_000) : random.nextLong(5_000) << 50;
      switch (random.nextInt(5)) {
        case 0 -> assertEquals(orAbsent(model.remove(key)), index.remove(key));
        case 1 -> assertEquals(orAbsent(model.get(key)), index.get(key));
        case 2 -> {
          int limit = random.nextInt(20);
          long expected = 0;
          for (long value : model.tailMap(key).values().stream().limit(limit).toList()) {
            expected += value;
          }
          assertEquals(expected, index.sum(key, limit));
        }
        default -> assertEquals(orAbsent(model.put(key, step)), index.put(key, step));
      }
    }
    long[] keys = random.longs(1_000, 0, 10_000).toArray();
    long[] values = new long[keys.length];
    index.getAll(keys, values);
    for (int i = 0; i < keys.length; i++) {
      assertEquals(orAbsent(model.get(keys[i])), values[i]);
    }
    assertEquals(model.size(), index.size());
  }

  private static long orAbsent(Long value) {
    return value == null ? LongIndex.ABSENT : value;
  }
}
