package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.util.Objects;
import java.util.concurrent.ConcurrentNavigableMap;

/**
 * Any concurrent sorted map over byte strings, as an index: the shortest way for a map from outside
 * to be measured.
 *
 * @param <V> the type of the values
 */
public final class NavigableMapIndex<V> implements OrderedIndex<V> {

  private final ConcurrentNavigableMap<byte[], V> map;

  /**
   * Makes an index of a map.
   *
   * @param map empty, with a comparator of unsigned bytes such as {@code Arrays::compareUnsigned};
   *     nobody else uses it
   */
  public NavigableMapIndex(ConcurrentNavigableMap<byte[], V> map) {
    this.map = Objects.requireNonNull(map, "map");
  }

  @Override
  public V get(byte[] key) {
    return map.get(key);
  }

  @Override
  public V put(byte[] key, V value) {
    return map.put(key, value);
  }

  @Override
  public V putIfAbsent(byte[] key, V value) {
    return map.putIfAbsent(key, value);
  }

  @Override
  public boolean replace(byte[] key, V expected, V update) {
    return map.replace(key, expected, update);
  }

  @Override
  public V remove(byte[] key) {
    return map.remove(key);
  }

  @Override
  public long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return RangeViews.pass(RangeViews.within(map, range), limit, visitor);
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return RangeViews.pass(RangeViews.within(map, range).descendingMap(), limit, visitor);
  }

  @Override
  public long size() {
    return map.size();
  }
}
