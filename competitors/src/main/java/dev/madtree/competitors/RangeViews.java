package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;

/** The views of sorted maps that show the keys of a range, and the way through them. */
final class RangeViews {

  private RangeViews() {}

  /** Returns a view of a range of a map in unsigned byte order; a range may be empty. */
  static <V> NavigableMap<byte[], V> within(NavigableMap<byte[], V> map, KeyRange range) {
    byte[] lower = range.lowerBound();
    byte[] upper = range.upperBound();
    return between(map, lower, range.lowerInclusive(), upper, range.upperInclusive());
  }

  /**
   * As {@link #within(NavigableMap, KeyRange)}, in either direction, and of what comes after the
   * last key passed if there is one.
   */
  static <V> NavigableMap<byte[], V> within(
      NavigableMap<byte[], V> map, KeyRange range, byte[] last, boolean descending) {
    byte[] lower = range.lowerBound();
    byte[] upper = range.upperBound();
    boolean lowerInclusive = range.lowerInclusive();
    boolean upperInclusive = range.upperInclusive();
    if (last != null && descending) {
      upper = last;
      upperInclusive = false;
    } else if (last != null) {
      lower = last;
      lowerInclusive = false;
    }
    NavigableMap<byte[], V> part = between(map, lower, lowerInclusive, upper, upperInclusive);
    return descending ? part.descendingMap() : part;
  }

  /** Passes at most {@code limit} entries of a map, in its order; returns how many. */
  static <V> long pass(NavigableMap<byte[], V> part, long limit, EntryVisitor<? super V> to) {
    long passed = 0;
    ByteArrayKeyView view = new ByteArrayKeyView();
    if (limit <= 0) {
      return 0;
    }
    for (Map.Entry<byte[], V> entry : part.entrySet()) {
      passed++;
      if (!to.visit(view.over(entry.getKey()), entry.getValue()) || passed == limit) {
        break;
      }
    }
    return passed;
  }

  private static <V> NavigableMap<byte[], V> between(
      NavigableMap<byte[], V> map,
      byte[] lower,
      boolean lowerInclusive,
      byte[] upper,
      boolean upperInclusive) {
    if (lower == null) {
      return upper == null ? map : map.headMap(upper, upperInclusive);
    }
    if (upper == null) {
      return map.tailMap(lower, lowerInclusive);
    }
    if (Arrays.compareUnsigned(lower, upper) > 0) {
      return map.subMap(upper, false, upper, false);
    }
    return map.subMap(lower, lowerInclusive, upper, upperInclusive);
  }
}
