package dev.madtree.competitors;

import java.util.concurrent.ConcurrentSkipListMap;

/** The JDK's skip list with the keys' own type and natural order. */
final class NativeSkipList implements LongIndex {

  private final ConcurrentSkipListMap<Long, Long> map = new ConcurrentSkipListMap<>();

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
