package dev.madtree.workloads.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import site.ycsb.measurements.Measurements;
import site.ycsb.workloads.CoreWorkload;

class KeyShapeTest {

  private static final int COUNT = 50_000;

  @ParameterizedTest
  @EnumSource(KeyShape.class)
  void keys_ofDifferentNumbers_differ(KeyShape shape) {
    TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    keys.addAll(Arrays.asList(shape.keys(COUNT)));
    assertEquals(COUNT, keys.size());
  }

  @ParameterizedTest
  @EnumSource(KeyShape.class)
  void key_isANewArrayEachTime(KeyShape shape) {
    assertNotSame(shape.key(5), shape.key(5));
    assertEquals(0, Arrays.compareUnsigned(shape.key(5), shape.key(5)));
  }

  @Test
  void ycsb_keys_areThoseOfTheCoreWorkload() throws Exception {
    /** Opens the method that builds keys. */
    class Opened extends CoreWorkload {
      String key(long number) {
        return buildKeyName(number);
      }
    }
    Measurements.setProperties(new Properties());
    Opened workload = new Opened();
    Properties properties = new Properties();
    properties.setProperty("recordcount", "1000");
    workload.init(properties);
    for (long number = 0; number < 1000; number++) {
      byte[] key = KeyShape.YCSB.key(number);
      assertEquals(workload.key(number), new String(key, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void lengths_areWithinWhatTheDescriptionsSay() {
    assertLengths(KeyShape.YCSB, 5, 23);
    assertLengths(KeyShape.INT8, 8, 8);
    assertLengths(KeyShape.DECIMAL, 1, 10);
    assertLengths(KeyShape.PREFIX, 32, 32);
    assertLengths(KeyShape.URL, 30, 80);
    assertLengths(KeyShape.EMAIL, 19, 43);
    assertLengths(KeyShape.BYTES64, 64, 64);
    assertLengths(KeyShape.BYTES128, 128, 128);
    assertLengths(KeyShape.BUCKETS64, 64, 64);
    assertLengths(KeyShape.TRIE64, 64, 64);
    assertLengths(KeyShape.GROUPS64, 64, 64);
  }

  @Test
  void prefixes_areAsManyAsTheDescriptionsSay() {
    assertEquals(256, prefixes(KeyShape.BUCKETS64, 24));
    assertEquals(16, prefixes(KeyShape.TRIE64, 32));
    assertEquals(COUNT / 500, prefixes(KeyShape.GROUPS64, 24));
    // Neighbours by number are neighbours in order, but for where a group ends.
    byte[] first = KeyShape.GROUPS64.key(498);
    byte[] second = KeyShape.GROUPS64.key(499);
    assertEquals(-1, Integer.signum(Arrays.compareUnsigned(first, second)));
    assertEquals(31, Arrays.mismatch(first, second));
  }

  private static long prefixes(KeyShape shape, int bytes) {
    return Arrays.stream(shape.keys(COUNT))
        .map(key -> HexFormat.of().formatHex(key, 0, bytes))
        .distinct()
        .count();
  }

  private static void assertLengths(KeyShape shape, int least, int most) {
    for (byte[] key : shape.keys(COUNT)) {
      assertTrue(
          key.length >= least && key.length <= most,
          shape.label()
              + " key of "
              + key.length
              + " bytes: "
              + new String(key, StandardCharsets.US_ASCII));
    }
  }
}
