package dev.madtree.workloads.memory;

import dev.madtree.competitors.LongIndex;
import dev.madtree.workloads.replay.WrongContentException;
import java.util.function.Predicate;

/**
 * A map from longs to longs. Keys are not negative and values are, so that the boxed ones among the
 * objects of a structure can be told apart.
 */
final class LongsSubject implements Subject {

  /** Beyond the boxed longs that the JDK keeps and shares, and {@link LongIndex#ABSENT}. */
  private static final long FIRST_VALUE = -(1L << 32);

  private final LongIndex index;

  LongsSubject(LongIndex index) {
    this.index = index;
  }

  @Override
  public Object structure() {
    return index;
  }

  @Override
  public void put(int number) {
    index.put(key(number), FIRST_VALUE - number);
  }

  @Override
  public long size() {
    return index.size();
  }

  @Override
  public Predicate<Object> values(int count) {
    for (int number = 0; number < count; number++) {
      long found = index.get(key(number));
      if (found != FIRST_VALUE - number) {
        throw new WrongContentException("the key of number " + number + " has the value " + found);
      }
    }
    return object -> object instanceof Long boxed && boxed < 0;
  }

  /** Scatters numbers over 63 bits; each step can be undone, so different ones stay different. */
  private static long key(int number) {
    long x = ((number + 1) * 0x9E3779B97F4A7C15L) & Long.MAX_VALUE;
    return x ^ (x >>> 32);
  }
}
