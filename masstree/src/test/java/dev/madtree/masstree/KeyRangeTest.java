package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRangeTest {

  private static final byte[] LOW = {1};
  private static final byte[] HIGH = {(byte) 0xF0};

  private static byte[] key(int... bytes) {
    byte[] key = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      key[i] = (byte) bytes[i];
    }
    return key;
  }

  private static List<KeyRange> ofEveryKind() {
    return List.of(
        KeyRange.all(),
        KeyRange.atLeast(LOW),
        KeyRange.greaterThan(LOW),
        KeyRange.atMost(HIGH),
        KeyRange.lessThan(HIGH),
        KeyRange.closed(LOW, HIGH),
        KeyRange.closedOpen(LOW, HIGH),
        KeyRange.openClosed(LOW, HIGH),
        KeyRange.open(LOW, HIGH));
  }

  @Test
  void contains_keysAtAndAroundTheBounds_isByUnsignedOrder() {
    byte[][] keys = {key(), key(0, 9), LOW, key(1, 0), key(0x7F), key(0x80), HIGH, key(0xF0, 0)};
    List<String> found = new ArrayList<>();
    for (KeyRange range : ofEveryKind()) {
      StringBuilder inside = new StringBuilder();
      for (byte[] key : keys) {
        inside.append(range.contains(key) ? '1' : '0');
      }
      found.add(inside.toString());
    }
    assertEquals(
        List.of(
            "11111111", // all
            "00111111", // at least
            "00011111", // greater than
            "11111110", // at most
            "11111100", // less than
            "00111110", // closed
            "00111100", // closed, open
            "00011110", // open, closed
            "00011100"), // open
        found);
  }

  @Test
  void contains_boundsOutOfOrder_isFalse() {
    KeyRange empty = KeyRange.closed(HIGH, LOW);
    for (byte[] key : new byte[][] {key(), LOW, key(0x80), HIGH, key(0xFF)}) {
      assertFalse(empty.contains(key));
    }
  }

  @Test
  void longBounds_areTheirBigEndianBytes() {
    long lower = 0x0102_0304_0506_0708L;
    long upper = -2;
    byte[] low = Key.bytes(lower);
    byte[] high = Key.bytes(upper);
    assertEquals(KeyRange.atLeast(low), KeyRange.atLeast(lower));
    assertEquals(KeyRange.greaterThan(low), KeyRange.greaterThan(lower));
    assertEquals(KeyRange.atMost(high), KeyRange.atMost(upper));
    assertEquals(KeyRange.lessThan(high), KeyRange.lessThan(upper));
    assertEquals(KeyRange.closed(low, high), KeyRange.closed(lower, upper));
    assertEquals(KeyRange.closedOpen(low, high), KeyRange.closedOpen(lower, upper));
    assertEquals(KeyRange.openClosed(low, high), KeyRange.openClosed(lower, upper));
    assertEquals(KeyRange.open(low, high), KeyRange.open(lower, upper));
  }

  @Test
  void bounds_ofEveryKind_areTold() {
    KeyRange all = KeyRange.all();
    assertFalse(all.hasLowerBound());
    assertFalse(all.hasUpperBound());
    assertNull(all.lowerBound());
    assertNull(all.upperBound());
    assertTrue(all.lowerInclusive());
    assertTrue(all.upperInclusive());
    KeyRange some = KeyRange.openClosed(LOW, HIGH);
    assertTrue(some.hasLowerBound());
    assertTrue(some.hasUpperBound());
    assertArrayEquals(LOW, some.lowerBound());
    assertArrayEquals(HIGH, some.upperBound());
    assertFalse(some.lowerInclusive());
    assertTrue(some.upperInclusive());
  }

  @Test
  void bounds_changedByWhoGaveOrGotThem_areNot() {
    byte[] lower = LOW.clone();
    byte[] upper = HIGH.clone();
    KeyRange range = KeyRange.closed(lower, upper);
    lower[0] = 99;
    upper[0] = 99;
    range.lowerBound()[0] = 99;
    range.upperBound()[0] = 99;
    assertEquals(KeyRange.closed(LOW, HIGH), range);
  }

  @Test
  void prefix_endingInTheGreatestBytes_endsWhereTheyCannot() {
    assertEquals(KeyRange.closedOpen(key(1, 2), key(1, 3)), KeyRange.prefix(key(1, 2)));
    assertEquals(
        KeyRange.closedOpen(key(1, 0xFF, 0xFF), key(2)), KeyRange.prefix(key(1, 255, 255)));
    KeyRange greatest = KeyRange.prefix(key(0xFF, 0xFF));
    assertFalse(greatest.hasUpperBound());
    assertTrue(greatest.contains(key(0xFF, 0xFF, 0xFF)));
    assertFalse(greatest.contains(key(0xFF, 0xFE)));
    assertTrue(KeyRange.prefix(key()).contains(key()));
    assertTrue(KeyRange.prefix(key()).contains(key(0xFF)));
  }

  @Test
  void equals_rangesOfEveryKind_isByBoundsAndTheirInclusion() {
    List<KeyRange> ranges = ofEveryKind();
    List<KeyRange> again = ofEveryKind();
    for (int i = 0; i < ranges.size(); i++) {
      for (int j = 0; j < ranges.size(); j++) {
        assertEquals(
            i == j, ranges.get(i).equals(again.get(j)), ranges.get(i) + " " + again.get(j));
      }
      assertEquals(ranges.get(i).hashCode(), again.get(i).hashCode());
    }
    assertNotEquals(KeyRange.closed(LOW, HIGH), KeyRange.closed(LOW, LOW));
    assertNotEquals(KeyRange.closed(LOW, HIGH), KeyRange.closed(HIGH, HIGH));
    assertFalse(KeyRange.all().equals("all"));
  }

  @Test
  void toString_ofEveryKind_showsBoundsAsInMathematics() {
    assertEquals(
        List.of(
            "(-∞, +∞)",
            "[[1], +∞)",
            "([1], +∞)",
            "(-∞, [-16]]",
            "(-∞, [-16])",
            "[[1], [-16]]",
            "[[1], [-16])",
            "([1], [-16]]",
            "([1], [-16])"),
        ofEveryKind().stream().map(KeyRange::toString).toList());
  }

  @Test
  void everyFactory_nullBound_isRefused() {
    assertThrows(NullPointerException.class, () -> KeyRange.atLeast(null));
    assertThrows(NullPointerException.class, () -> KeyRange.greaterThan(null));
    assertThrows(NullPointerException.class, () -> KeyRange.atMost(null));
    assertThrows(NullPointerException.class, () -> KeyRange.lessThan(null));
    assertThrows(NullPointerException.class, () -> KeyRange.closed(null, HIGH));
    assertThrows(NullPointerException.class, () -> KeyRange.closedOpen(LOW, null));
    assertThrows(NullPointerException.class, () -> KeyRange.openClosed(LOW, null));
    assertThrows(NullPointerException.class, () -> KeyRange.open(null, HIGH));
    assertThrows(NullPointerException.class, () -> KeyRange.prefix(null));
  }
}
