package dev.madtree.competitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.madtree.masstree.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every competitor must do, asked by one thread. */
class OrderedIndexContractTest {

  private static final long SEED = 20_260_101L;
  private static final int OPERATIONS = 100_000;

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void pointOperations_randomKeys_doAsTreeMapDoes(Competitor competitor) {
    assumeTrue(competitor.storesEntries());
    SplittableRandom random = seeded(competitor);
    RandomKeys keys = new RandomKeys(random);
    OrderedIndex<Integer> index = competitor.create();
    TreeMap<byte[], Integer> model = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < OPERATIONS; i++) {
      byte[] key = keys.next();
      // Phases of growing and of shrinking, so that the structure is full and empty in turn.
      boolean grows = (i / (OPERATIONS / 10)) % 2 == 0;
      switch (random.nextInt(grows ? 6 : 12)) {
        case 0 -> assertEquals(model.get(key), index.get(key));
        case 1, 2 -> assertEquals(model.put(key, i), index.put(key, i));
        case 3 -> assertEquals(model.putIfAbsent(key, i), index.putIfAbsent(key, i));
        case 4 -> {
          int expected = random.nextBoolean() ? model.getOrDefault(key, -1) : i - 1;
          assertEquals(model.replace(key, expected, i), index.replace(key, expected, i));
        }
        default -> assertEquals(model.remove(key), index.remove(key));
      }
    }
    assertSameContent(competitor, model, index);
    for (byte[] key : List.copyOf(model.keySet())) {
      assertEquals(model.remove(key), index.remove(key));
    }
    assertSameContent(competitor, model, index);
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void getAll_someAbsent_setsTheirValuesToNull(Competitor competitor) {
    assumeTrue(competitor.storesEntries());
    OrderedIndex<String> index = competitor.create();
    index.put(new byte[] {1}, "one");
    String[] values = {"stale", "stale"};
    index.getAll(new byte[][] {{1}, {2}}, values);
    assertArrayEquals(new String[] {"one", null}, values);
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void replace_equalButNotSameValue_replaces(Competitor competitor) {
    assumeTrue(competitor.storesEntries());
    OrderedIndex<List<Integer>> index = competitor.create();
    index.put(new byte[] {1}, List.of(1000));
    assertTrue(index.replace(new byte[] {1}, new ArrayList<>(List.of(1000)), List.of(2000)));
    assertEquals(List.of(2000), index.get(new byte[] {1}));
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void anyOperation_nullArgument_isRefused(Competitor competitor) {
    assumeTrue(competitor.storesEntries());
    OrderedIndex<String> index = competitor.create();
    byte[] key = {1};
    for (int round = 0; round < 2; round++) {
      assertThrows(NullPointerException.class, () -> index.get(null));
      assertThrows(NullPointerException.class, () -> index.put(null, "x"));
      assertThrows(NullPointerException.class, () -> index.put(key, null));
      assertThrows(NullPointerException.class, () -> index.putIfAbsent(null, "x"));
      assertThrows(NullPointerException.class, () -> index.putIfAbsent(key, null));
      assertThrows(NullPointerException.class, () -> index.replace(null, "x", "y"));
      assertThrows(NullPointerException.class, () -> index.replace(key, null, "y"));
      assertThrows(NullPointerException.class, () -> index.replace(key, "x", null));
      assertThrows(NullPointerException.class, () -> index.remove(null));
      // Refused with the key absent, and with the key present; and nothing stays locked.
      index.put(key, "x");
      assertEquals("x", index.get(key));
    }
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void scans_randomRanges_passWhatTreeMapHas(Competitor competitor) {
    assumeTrue(competitor.storesEntries() && competitor.isOrdered());
    SplittableRandom random = seeded(competitor);
    RandomKeys keys = new RandomKeys(random);
    OrderedIndex<Integer> index = competitor.create();
    TreeMap<byte[], Integer> model = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < 2_000; i++) {
      byte[] key = keys.next();
      model.put(key, i);
      index.put(key, i);
      KeyRange range = randomRange(random, keys);
      long limit = random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextInt(20);
      int stopAfter = random.nextInt(4) == 0 ? 1 + random.nextInt(10) : Integer.MAX_VALUE;
      String asked = range + " limit " + limit + " stop " + stopAfter;
      assertEquals(
          expected(model, range, limit, stopAfter), up(index, range, limit, stopAfter), asked);
      assertEquals(
          expected(model.descendingMap(), range, limit, stopAfter),
          down(index, range, limit, stopAfter),
          asked);
    }
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void scans_visitorWritesTheIndex_goOn(Competitor competitor) {
    assumeTrue(competitor.storesEntries() && competitor.isOrdered());
    OrderedIndex<Integer> index = competitor.create();
    for (int i = 0; i < 1_000; i++) {
      index.put(bytes(i), i);
    }
    long passed =
        index.scan(
            KeyRange.all(),
            Long.MAX_VALUE,
            (key, value) -> value.equals(index.remove(bytes(value))));
    assertEquals(1_000, passed);
    assertEquals(0, index.size());
    assertEquals(0, index.scanDescending(KeyRange.all(), 10, (key, value) -> true));
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void sequentialKeys_upAndDown_areKept(Competitor competitor) {
    assumeTrue(competitor.storesEntries());
    for (boolean upwards : new boolean[] {true, false}) {
      OrderedIndex<Integer> index = competitor.create();
      for (int i = 0; i < 10_000; i++) {
        int number = upwards ? i : 9_999 - i;
        assertNull(index.put(bytes(number), number));
      }
      for (int i = 0; i < 10_000; i++) {
        assertEquals(i, index.get(bytes(i)));
      }
      assertEquals(10_000, index.size());
    }
  }

  @ParameterizedTest
  @EnumSource(Competitor.class)
  void scans_unorderedCompetitor_areRefused(Competitor competitor) {
    assumeTrue(!competitor.isOrdered());
    OrderedIndex<Integer> index = competitor.create();
    assertThrows(
        UnsupportedOperationException.class, () -> index.scan(KeyRange.all(), 1, (k, v) -> true));
    assertThrows(
        UnsupportedOperationException.class,
        () -> index.scanDescending(KeyRange.all(), 1, (k, v) -> true));
  }

  private static SplittableRandom seeded(Competitor competitor) {
    System.out.println(competitor.label() + ": seed " + SEED);
    return new SplittableRandom(SEED);
  }

  private static void assertSameContent(
      Competitor competitor, TreeMap<byte[], Integer> model, OrderedIndex<Integer> index) {
    assertEquals(model.size(), index.size());
    model.forEach((key, value) -> assertEquals(value, index.get(key)));
    if (competitor.isOrdered()) {
      KeyRange all = KeyRange.all();
      int whole = Integer.MAX_VALUE;
      assertEquals(expected(model, all, whole, whole), up(index, all, whole, whole));
      assertEquals(
          expected(model.descendingMap(), all, whole, whole), down(index, all, whole, whole));
    }
  }

  private static KeyRange randomRange(SplittableRandom random, RandomKeys keys) {
    byte[] one = keys.next();
    byte[] other = keys.next();
    return switch (random.nextInt(10)) {
      case 0 -> KeyRange.all();
      case 1 -> KeyRange.atLeast(one);
      case 2 -> KeyRange.greaterThan(one);
      case 3 -> KeyRange.atMost(one);
      case 4 -> KeyRange.lessThan(one);
      case 5 -> KeyRange.closed(one, other);
      case 6 -> KeyRange.closedOpen(one, other);
      case 7 -> KeyRange.openClosed(one, other);
      case 8 -> KeyRange.open(one, other);
      default -> KeyRange.prefix(one);
    };
  }

  private static List<String> expected(
      NavigableMap<byte[], Integer> model, KeyRange range, long limit, int stopAfter) {
    List<String> passed = new ArrayList<>();
    for (Map.Entry<byte[], Integer> entry : model.entrySet()) {
      if (passed.size() == Math.min(limit, stopAfter)) {
        break;
      }
      if (range.contains(entry.getKey())) {
        passed.add(Arrays.toString(entry.getKey()) + "=" + entry.getValue());
      }
    }
    return passed;
  }

  private static List<String> up(
      OrderedIndex<Integer> index, KeyRange range, long limit, int stopAfter) {
    List<String> passed = new ArrayList<>();
    long count =
        index.scan(
            range,
            limit,
            (key, value) -> {
              passed.add(Arrays.toString(key.toByteArray()) + "=" + value);
              return passed.size() < stopAfter;
            });
    assertEquals(passed.size(), count);
    return passed;
  }

  private static List<String> down(
      OrderedIndex<Integer> index, KeyRange range, long limit, int stopAfter) {
    List<String> passed = new ArrayList<>();
    long count =
        index.scanDescending(
            range,
            limit,
            (key, value) -> {
              passed.add(Arrays.toString(key.toByteArray()) + "=" + value);
              return passed.size() < stopAfter;
            });
    assertEquals(passed.size(), count);
    return passed;
  }

  private static byte[] bytes(int number) {
    return new byte[] {
      (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
    };
  }
}
