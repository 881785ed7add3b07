package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random operations on the map and on views of views give what a TreeMap gives. */
class MasstreeMapModelTest {

  private static final long SEED = Long.getLong("madtree.seed", System.nanoTime());
  private static final int OPERATIONS = 20_000;
  private static final int KEYS = 400;

  /** How to make a map, and its keys from small numbers. */
  record KeyedMaps<K>(
      String name, Function<Fanout, MasstreeMap<K, String>> maps, IntFunction<K> keys) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<KeyedMaps<?>> subjects() {
    return Stream.of(
        new KeyedMaps<>("longs", fanout -> map(KeyCodec.longs(), fanout), i -> (long) i - KEYS / 2),
        new KeyedMaps<>("integers", fanout -> map(KeyCodec.integers(), fanout), i -> 37 * i),
        new KeyedMaps<>("strings", fanout -> map(KeyCodec.strings(), fanout), Integer::toString),
        new KeyedMaps<>(
            "strings of one prefix",
            fanout -> map(new PrefixedStringCodec(16), fanout),
            i -> "\0".repeat(i % 20) + (i < 200 ? "" : i)),
        new KeyedMaps<>("doubles", fanout -> map(KeyCodec.doubles(), fanout), i -> Math.sin(i)));
  }

  private static <K> MasstreeMap<K, String> map(KeyCodec<K> codec, Fanout fanout) {
    return new MasstreeMap<>(codec, new Masstree<>(fanout));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void anyOperations_randomViews_agreeWithTreeMap(KeyedMaps<?> subject) {
    System.out.println(subject + ": madtree.seed=" + SEED);
    for (Fanout fanout : List.of(Fanout.SMALL, Fanout.PRODUCTION)) {
      new Comparison<>(subject, fanout).run();
    }
  }

  /** A map and its model, and a view of each that changes from time to time. */
  private static final class Comparison<K> {

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final KeyedMaps<K> subject;
    private final MasstreeMap<K, String> map;
    private final NavigableMap<K, String> model;
    private NavigableMap<K, String> mapView;
    private NavigableMap<K, String> modelView;

    Comparison(KeyedMaps<K> subject, Fanout fanout) {
      this.subject = subject;
      map = subject.maps.apply(fanout);
      model = new TreeMap<>();
      mapView = map;
      modelView = model;
    }

    void run() {
      for (int i = 0; i < OPERATIONS; i++) {
        if (random.nextInt(20) == 0) {
          changeView();
        }
        int operation = random.nextInt(24);
        K key = subject.keys.apply(random.nextInt(KEYS));
        String value = "v" + random.nextInt(3);
        assertEquals(
            outcome(modelView, operation, key, value),
            outcome(mapView, operation, key, value),
            () -> "operation " + operation + ", key " + key + ", seed " + SEED);
        if (i % 1000 == 0) {
          assertEquals(model.toString(), map.toString());
        }
      }
      assertEquals(new ArrayList<>(model.entrySet()), new ArrayList<>(map.entrySet()));
      TreeChecker.check(map.entries().tree().trie());
    }

    private void changeView() {
      int kind = random.nextInt(6);
      boolean inclusive = random.nextBoolean();
      boolean endInclusive = random.nextBoolean();
      K from = subject.keys.apply(random.nextInt(KEYS));
      K to = subject.keys.apply(random.nextInt(KEYS));
      Function<NavigableMap<K, String>, NavigableMap<K, String>> change =
          view ->
              switch (kind) {
                case 0 -> view.descendingMap();
                case 1 -> view.headMap(to, inclusive);
                case 2 -> view.tailMap(from, inclusive);
                case 3 -> view.subMap(from, inclusive, to, endInclusive);
                default -> null;
              };
      NavigableMap<K, String> narrower;
      try {
        narrower = change.apply(modelView);
      } catch (IllegalArgumentException e) {
        assertEquals("refused", outcomeOf(() -> change.apply(mapView)));
        return;
      }
      mapView = narrower == null ? map : change.apply(mapView);
      modelView = narrower == null ? model : narrower;
    }

    private static Object outcomeOf(Callable<?> call) {
      try {
        return call.call();
      } catch (IllegalArgumentException e) {
        return "refused";
      } catch (Exception e) {
        return e.getClass();
      }
    }

    private static <K> Object outcome(
        NavigableMap<K, String> view, int operation, K key, String value) {
      return outcomeOf(
          () ->
              switch (operation) {
                case 0, 1, 2, 3 -> view.put(key, value);
                case 4 -> view.putIfAbsent(key, value);
                case 5, 6 -> view.remove(key);
                case 7 -> view.remove(key, value);
                // Out of range a TreeMap says no, and a ConcurrentSkipListMap refuses, as we do.
                case 8 -> view.containsKey(key) && view.replace(key, value, value + "r");
                case 9 -> view.merge(key, value, (a, b) -> a.length() > 9 ? null : a + b);
                case 10 -> view.compute(key, (k, v) -> v == null ? value : null);
                case 11 -> view.computeIfAbsent(key, k -> value);
                case 12 -> view.computeIfPresent(key, (k, v) -> v.length() > 5 ? null : v + "p");
                case 13 -> view.get(key);
                case 14 -> view.containsKey(key);
                case 15 -> view.floorEntry(key);
                case 16 -> view.lowerEntry(key);
                case 17 -> view.ceilingEntry(key);
                case 18 -> view.higherEntry(key);
                case 19 -> view.firstEntry();
                case 20 -> view.lastEntry();
                case 21 -> view.pollFirstEntry();
                case 22 -> view.size();
                default -> view.keySet().stream().limit(70).toList();
              });
    }
  }
}
