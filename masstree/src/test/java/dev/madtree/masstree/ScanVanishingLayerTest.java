package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scan whose copy of a border node ends with a layer that has gone since ends there. */
class ScanVanishingLayerTest {

  private static final byte[] BEFORE = "a".getBytes(US_ASCII);
  private static final byte[] BEHIND = "z".getBytes(US_ASCII);
  private static final byte[] ONE = "prefix01x".getBytes(US_ASCII);
  private static final byte[] OTHER = "prefix01y".getBytes(US_ASCII);

  @Test
  void ascendingScan_lastLayerVanishes_ends() {
    Masstree<String> tree = layerNextTo(BEFORE);
    assertEquals(1, tree.scan(KeyRange.all(), (key, value) -> emptyLayer(tree)));
    assertNull(tree.get(ONE));
  }

  @Test
  void descendingScan_lastLayerVanishes_ends() {
    Masstree<String> tree = layerNextTo(BEHIND);
    assertEquals(1, tree.scanDescending(KeyRange.all(), (key, value) -> emptyLayer(tree)));
    assertNull(tree.get(OTHER));
  }

  @Test
  void scan_layerOfSeveralNodesVanishes_goesOnBehindIt() {
    for (boolean descending : new boolean[] {false, true}) {
      Masstree<String> tree = layerNextTo(BEFORE);
      tree.put(BEHIND, "neighbour");
      for (byte i = 0; i < 50; i++) {
        tree.put(KeySpace.join(ONE, new byte[] {i}), "more");
      }
      KeyRange layer = KeyRange.prefix(Arrays.copyOf(ONE, Key.SLICE));
      List<String> seen = new ArrayList<>();
      EntryVisitor<String> visitor =
          (key, value) -> {
            seen.add(value);
            if (seen.size() == 2) {
              tree.removeRange(layer);
            }
            return true;
          };
      if (descending) {
        tree.scanDescending(KeyRange.all(), visitor);
      } else {
        tree.scan(KeyRange.all(), visitor);
      }
      assertEquals("neighbour", seen.get(0));
      assertEquals("neighbour", seen.get(seen.size() - 1));
      assertEquals(2, Collections.frequency(seen, "neighbour"));
      assertTrue(seen.size() < 20, seen.size() + " entries of a layer that has gone");
    }
  }

  @Test
  void advance_behindTheEnd_staysThere() {
    Masstree<String> tree = layerNextTo(BEFORE);
    Scan scan = new Scan(tree.trie(), KeyRange.all(), false);
    while (scan.advance()) {
      assertNotNull(scan.value());
    }
    tree.put(BEHIND, "too late");
    assertFalse(scan.advance());
  }

  private static Masstree<String> layerNextTo(byte[] neighbour) {
    Masstree<String> tree = new Masstree<>(Fanout.SMALL);
    tree.put(neighbour, "neighbour");
    tree.put(ONE, "one");
    tree.put(OTHER, "other");
    return tree;
  }

  private static boolean emptyLayer(Masstree<String> tree) {
    tree.remove(ONE);
    tree.remove(OTHER);
    return true;
  }
}
