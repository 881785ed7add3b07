package dev.madtree.masstree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
