package dev.madtree.masstree;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentNavigableMap;

/**
 * The entries of a map or of one of its views, as a live view. Its elements are immutable
 * snapshots, and none can be added.
 */
final class MapEntrySet<K, V> extends AbstractSet<Map.Entry<K, V>> {

  private final ConcurrentNavigableMap<K, V> map;
  private final MapSlice<K, V> slice;

  /** The entries of a map that shows exactly the entries of the slice, in its direction. */
  MapEntrySet(ConcurrentNavigableMap<K, V> map, MapSlice<K, V> slice) {
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
  public boolean contains(Object element) {
    if (!(element instanceof Map.Entry<?, ?> entry)) {
      return false;
    }
    V value = map.get(entry.getKey());
    return value != null && value.equals(entry.getValue());
  }

  @Override
  public boolean remove(Object element) {
    return element instanceof Map.Entry<?, ?> entry && map.remove(entry.getKey(), entry.getValue());
  }

  @Override
  public void clear() {
    map.clear();
  }

  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    return slice.entryIterator();
  }

  @Override
  public Spliterator<Map.Entry<K, V>> spliterator() {
    return slice.entrySpliterator();
  }
}
