package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Views of the map, compared bound by bound with those of a {@link TreeMap}. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class MasstreeMapViewTest {

  private static final int GREATEST = 8;

  private static MasstreeMap<Integer, String> evenNumbers() {
    MasstreeMap<Integer, String> map = MasstreeMap.ofIntegers();
    for (int i = 0; i <= GREATEST; i += 2) {
      map.put(i, "v" + i);
    }
    return map;
  }

  private interface Comparison {
    void compare(
        NavigableMap<Integer, String> expected, NavigableMap<Integer, String> found, String view);
  }

  /** Compares the sub-maps between all bounds, at and between keys, in both directions. */
  private static void forEveryView(Comparison comparison) {
    MasstreeMap<Integer, String> map = evenNumbers();
    TreeMap<Integer, String> model = new TreeMap<>(map);
    boolean[] both = {false, true};
    for (int from = -1; from <= GREATEST + 1; from++) {
      for (int to = from; to <= GREATEST + 1; to++) {
        for (boolean fromInclusive : both) {
          for (boolean toInclusive : both) {
            String view = (fromInclusive ? "[" : "(") + from + "," + to + (toInclusive ? "]" : ")");
            NavigableMap<Integer, String> expected =
                model.subMap(from, fromInclusive, to, toInclusive);
            NavigableMap<Integer, String> found = map.subMap(from, fromInclusive, to, toInclusive);
            comparison.compare(expected, found, view);
            comparison.compare(expected.descendingMap(), found.descendingMap(), view + " down");
          }
        }
      }
    }
  }

  @Test
  void navigation_fromEveryKey_isThatOfATreeMap() {
    forEveryView(
        (expected, found, view) -> {
          assertEquals(expected.firstEntry(), found.firstEntry(), view);
          assertEquals(expected.lastEntry(), found.lastEntry(), view);
          assertEquals(expected.toString(), found.toString(), view);
          for (int key = -2; key <= GREATEST + 2; key++) {
            String at = view + " at " + key;
            assertEquals(expected.lowerEntry(key), found.lowerEntry(key), at);
            assertEquals(expected.floorEntry(key), found.floorEntry(key), at);
            assertEquals(expected.ceilingEntry(key), found.ceilingEntry(key), at);
            assertEquals(expected.higherEntry(key), found.higherEntry(key), at);
            assertEquals(expected.get(key), found.get(key), at);
          }
        });
  }

  @Test
  void keySets_ofEveryView_areThoseOfATreeMap() {
    forEveryView(
        (expected, found, view) -> {
          NavigableSet<Integer> model = expected.navigableKeySet();
          NavigableSet<Integer> keys = found.navigableKeySet();
          assertEquals(List.copyOf(model), List.copyOf(keys), view);
          for (Integer key : model) {
            assertEquals(List.copyOf(model.headSet(key)), List.copyOf(keys.headSet(key)), view);
            assertEquals(List.copyOf(model.tailSet(key)), List.copyOf(keys.tailSet(key)), view);
            assertEquals(
                List.copyOf(model.subSet(key, model.last())),
                List.copyOf(keys.subSet(key, keys.last())),
                view);
            assertEquals(
                List.copyOf(model.headSet(key, true)), List.copyOf(keys.headSet(key, true)), view);
            assertEquals(
                List.copyOf(model.tailSet(key, false)),
                List.copyOf(keys.tailSet(key, false)),
                view);
          }
        });
    MasstreeMap<Integer, String> map = evenNumbers();
    assertEquals(map.keySet(), map.navigableKeySet());
  }

  @Test
  void narrowing_anyBound_isAllowedWhereATreeMapAllowsIt() {
    forEveryView(
        (expected, found, view) -> {
          for (int bound = -2; bound <= GREATEST + 2; bound++) {
            int at = bound;
            for (boolean inclusive : new boolean[] {false, true}) {
              String narrowed = view + " at " + bound + " " + inclusive;
              assertEquals(
                  contentOf(() -> expected.headMap(at, inclusive)),
                  contentOf(() -> found.headMap(at, inclusive)),
                  narrowed);
              assertEquals(
                  contentOf(() -> expected.tailMap(at, inclusive)),
                  contentOf(() -> found.tailMap(at, inclusive)),
                  narrowed);
            }
          }
        });
  }

  private interface View {
    Map<Integer, String> get();
  }

  private static String contentOf(View view) {
    try {
      return view.get().toString();
    } catch (IllegalArgumentException refusal) {
      return "refused";
    }
  }

  @Test
  void poll_entryIsRemovedMeanwhile_takesTheNext() throws Exception {
    for (boolean last : new boolean[] {false, true}) {
      MasstreeMap<Integer, String> map = evenNumbers();
      ConcurrentNavigableMap<Integer, String> view = map.subMap(2, true, 6, true);
      int outermost = last ? 6 : 2;
      Trie trie = map.entries().tree().trie();
      Cursor removal = new Cursor(trie, map.codec().encode(outermost));
      assertTrue(removal.lock(false));
      WaitingCall<Map.Entry<Integer, String>> poll =
          WaitingCall.begin(Cursor.class, last ? view::pollLastEntry : view::pollFirstEntry);
      Removal.remove(removal);
      trie.size().decrement();
      assertEquals(Map.entry(4, "v4"), poll.result());
      assertEquals(3, map.size());
    }
  }

  @Test
  void clear_entryIsRemovedMeanwhile_countsItNot() throws Exception {
    MasstreeMap<Integer, String> map = evenNumbers();
    Masstree<String> tree = map.entries().tree();
    Cursor removal = new Cursor(tree.trie(), map.codec().encode(4));
    assertTrue(removal.lock(false));
    WaitingCall<Long> clear =
        WaitingCall.begin(Cursor.class, () -> tree.removeRange(KeyRange.all()));
    Removal.remove(removal);
    tree.trie().size().decrement();
    assertEquals(4, clear.result());
    assertTrue(map.isEmpty());
  }

  @Test
  void replaceAll_functionRemovesTheKey_leavesItRemoved() {
    for (MasstreeMap<Integer, String> map : List.of(evenNumbers(), evenNumbers())) {
      map.replaceAll(
          (key, value) -> {
            if (key == 4) {
              map.remove(key);
            }
            return value + "!";
          });
      assertEquals("{0=v0!, 2=v2!, 6=v6!, 8=v8!}", map.toString());
    }
  }

  @Test
  void remove_valueChangesInItsEquals_looksAgain() {
    MasstreeMap<Integer, Object> map = MasstreeMap.ofIntegers();
    Object later = "later";
    Object sly =
        new Object() {
          @Override
          public boolean equals(Object other) {
            return map.put(1, later) != later && other == this;
          }

          @Override
          public int hashCode() {
            return 1;
          }
        };
    map.put(1, sly);
    assertEquals(false, map.remove(1, sly));
    assertSame(later, map.get(1));
  }

  @Test
  void compute_removesAValueThatChangedMeanwhile_isCalledAgain() {
    Masstree<String> tree = new Masstree<>();
    tree.put(1, "first");
    StringBuilder seen = new StringBuilder();
    assertNull(
        tree.compute(
            1,
            (key, value) -> {
              seen.append(value).append(' ');
              if (value.equals("first")) {
                tree.put(1, "second");
              }
              return null;
            }));
    assertEquals("first second ", seen.toString());
    assertTrue(tree.isEmpty());
  }

  @Test
  void spliterator_withoutAction_isRefused() {
    MasstreeMap<Integer, String> map = evenNumbers();
    assertThrows(NullPointerException.class, () -> map.keySet().spliterator().tryAdvance(null));
    assertThrows(
        NullPointerException.class, () -> map.subMap(0, 1).values().stream().forEach(null));
  }
}
