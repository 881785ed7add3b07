package dev.madtree.workloads.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

class HeapWalkTest {

  /** A record, whose fields are read in a way of their own. */
  private record Pair(Object first, Object second) {}

  private static final Predicate<Object> NOTHING = object -> false;

  @Test
  void of_mapsOfTheJdk_agreesWithJolsOwnWalk() {
    ConcurrentSkipListMap<Long, byte[]> skipList = new ConcurrentSkipListMap<>();
    TreeMap<String, long[]> tree = new TreeMap<>();
    for (int i = 0; i < 3000; i++) {
      skipList.put(1000L + i, new byte[i % 50]);
      tree.put("key" + i, new long[i % 7]);
    }
    for (Object root : List.of(skipList, tree, new Pair(skipList, tree), new Object[] {tree})) {
      assertEquals(GraphLayout.parseInstance(root).totalSize(), HeapWalk.of(root, NOTHING).all());
    }
  }

  @Test
  void of_objectReachedTwiceAndACircle_countsEachOnce() {
    Object[] circle = new Object[2];
    circle[0] = circle;
    circle[1] = new int[3];
    Pair root = new Pair(circle, circle);
    assertEquals(
        HeapWalk.sizeOf(root) + HeapWalk.sizeOf(circle) + HeapWalk.sizeOf(circle[1]),
        HeapWalk.of(root, NOTHING).all());
  }

  @Test
  void of_keysAndValues_tellsThemApart() {
    List<Object> values = new ArrayList<>();
    TreeMap<byte[], Object> map = new TreeMap<>(Arrays::compareUnsigned);
    for (byte i = 0; i < 100; i++) {
      values.add(new byte[100]);
      map.put(new byte[] {i}, values.get(i));
    }
    Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(values);
    Footprint footprint = HeapWalk.of(map, identities::contains);
    assertEquals(100 * HeapWalk.sizeOf(new byte[1]), footprint.keys());
    assertEquals(100 * HeapWalk.sizeOf(new byte[100]), footprint.values());
    assertTrue(footprint.structure() >= 100 * 40, footprint.toString());
  }

  @Test
  void of_whatTheJvmHas_isNotFollowed() {
    long empty = HeapWalk.of(new Pair(null, null), NOTHING).all();
    assertEquals(empty, HeapWalk.of(new Pair(String.class, Thread.currentThread()), NOTHING).all());
    assertEquals(
        empty,
        HeapWalk.of(new Pair(getClass().getClassLoader(), Object.class.getModule()), NOTHING)
            .all());
  }

  @Test
  void sizeOf_arrays_agreesWithJol() {
    for (Object array :
        List.of(
            new byte[0], new byte[9], new char[3], new long[5], new boolean[17], new Object[4])) {
      assertEquals(GraphLayout.parseInstance(array).totalSize(), HeapWalk.sizeOf(array));
    }
  }
}
