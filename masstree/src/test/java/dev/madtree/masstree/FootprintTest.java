package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What an entry with a random 8-byte key costs. {@code -Dfootprint.keys=N} sets the entries; ten
 * million want {@code -DargLine=-Xmx6g}.
 */
class FootprintTest {

  private static final int KEYS = Integer.getInteger("footprint.keys", 500_000);
  private static final long SEED = Long.getLong("footprint.seed", 2012);
  private static final double BYTES_INLINE = 40;
  private static final double BYTES_BY_REFERENCE = 44;

  @Test
  void masstreeIndex_ofRandomKeys_isCompact() {
    SplittableRandom random = new SplittableRandom(SEED);
    MasstreeIndex index = new MasstreeIndex(-1);
    for (int i = 0; i < KEYS; i++) {
      index.put(random.nextLong(), i);
    }
    assertEquals(KEYS, index.size());
    check("MasstreeIndex", index, BYTES_INLINE);
  }

  @Test
  void masstree_ofRandomKeysAndOneValue_isCompact() {
    SplittableRandom random = new SplittableRandom(SEED);
    Masstree<String> tree = new Masstree<>();
    for (int i = 0; i < KEYS; i++) {
      tree.put(random.nextLong(), "value");
    }
    assertEquals(KEYS, tree.size());
    check("Masstree", tree, BYTES_BY_REFERENCE);
  }

  private static void check(String name, Object tree, double most) {
    HeapShape shape = HeapShape.of(tree);
    double bytes = (double) shape.bytes() / KEYS;
    System.out.println(
        String.format(
            Locale.ROOT,
            "FootprintTest seed %d, %s, %d keys: %.2f bytes an entry, %s",
            SEED,
            name,
            KEYS,
            bytes,
            shape.objects()));
    assertTrue(bytes <= most, () -> bytes + " bytes an entry, at most " + most + " allowed");
    shape
        .objects()
        .forEach(
            (type, count) ->
                assertTrue(count < KEYS / 2, () -> count + " objects of " + type + " for " + KEYS));
  }
}
