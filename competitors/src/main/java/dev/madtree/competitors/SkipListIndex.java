package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.util.Arrays;
import java.util.concurrent.ConcurrentSkipListMap;

/** The JDK's skip list over byte strings: the incumbent, and the baseline of every ratio. */
final class SkipListIndex<V> implements OrderedIndex<V> {

  private final ConcurrentSkipListMap<byte[], V> map =
      new ConcurrentSkipListMap<>(Arrays::compareUnsigned);

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
