package dev.madtree.competitors;

import java.util.concurrent.ConcurrentNavigableMap;

/** A map of the JDK's interface, with boxed keys in their natural order. */
final class BoxedMap implements LongIndex {

  private final ConcurrentNavigableMap<Long, Long> map;

  BoxedMap(ConcurrentNavigableMap<Long, Long> map) {
    this.map = map;
  }

  @Override
  public long get(long key) {
    return unboxed(map.get(key));
  }

  @Override
  public long put(long key, long value) {
    return unboxed(map.put(key, value));
  }

  @Override
  public long remove(long key) {
    return unboxed(map.remove(key));
  }

  @Override
  public long sum(long from, int limit) {
    long total = 0;
    int passed = 0;
    for (long value : map.tailMap(from).values()) {
      if (passed++ == limit) {
        break;
      }
      total += value;
    }
    return total;
  }

  @Override
  public long size() {
    return map.size();
  }

  private static long unboxed(Long value) {
    return value == null ? ABSENT : value;
  }
}
