package dev.madtree.masstree;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentNavigableMap;

/** The values of a map or of one of its views in key order, as a live view. */
final class MapValues<K, V> extends AbstractCollection<V> {

  private final ConcurrentNavigableMap<K, V> map;
  private final MapSlice<K, V> slice;

  /** The values of a map that shows exactly the entries of the slice, in its direction. */
  MapValues(ConcurrentNavigableMap<K, V> map, MapSlice<K, V> slice) {
    this.map = map;
    this.slice = slice;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public boolean isEmpty() {
    return map.isEmpty();
  }

  @Override
  public boolean contains(Object value) {
    return map.containsValue(value);
  }

  @Override
  public void clear() {
    map.clear();
  }

  @Override
  public Iterator<V> iterator() {
    return slice.valueIterator();
  }

  @Override
  public Spliterator<V> spliterator() {
    return slice.valueSpliterator();
  }
}
