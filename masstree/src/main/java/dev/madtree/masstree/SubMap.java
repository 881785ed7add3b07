package dev.madtree.masstree;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A live view of a range of a map, ascending or descending.
 *
 * <p>Lookups of keys outside the range find nothing, and adding one is refused. Navigation from
 * outside the range finds the nearest entry within it.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class SubMap<K, V> extends AbstractMap<K, V>
    implements ConcurrentNavigableMap<K, V>, Serializable {

  private static final long serialVersionUID = 1L;

  private final MasstreeMap<K, V> map;
  private final byte[] lower;
  private final boolean lowerInclusive;
  private final byte[] upper;
  private final boolean upperInclusive;
  private final boolean descending;

  // Not final because deserialization has to set it.
  private transient RangeNavigation<V> range;

  SubMap(MasstreeMap<K, V> map, KeyRange range, boolean descending) {
    this.map = map;
    this.lower = range.lower();
    this.lowerInclusive = range.lowerInclusive();
    this.upper = range.upper();
    this.upperInclusive = range.upperInclusive();
    this.descending = descending;
    this.range = new RangeNavigation<>(map.entries().tree(), range);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (map == null) {
      throw new InvalidObjectException("Expected the map of a view, found null");
    }
    KeyRange bounds = KeyRange.of(lower, lowerInclusive, upper, upperInclusive);
    range = new RangeNavigation<>(map.entries().tree(), bounds);
  }

  private MapSlice<K, V> slice() {
    return new MapSlice<>(map.entries(), range.range(), descending);
  }

  private byte[] encode(Object key) {
    return map.entries().encode(key);
  }

  private boolean inRange(Object key) {
    return range.range().contains(encode(key));
  }

  /** The bytes of a key, which must lie in the range. */
  private byte[] encodeInRange(K key) {
    byte[] bytes = encode(key);
    if (!range.range().contains(bytes)) {
      throw outOfRange(key);
    }
    return bytes;
  }

  private IllegalArgumentException outOfRange(Object key) {
    return new IllegalArgumentException("The key " + key + " is outside the range of this view");
  }

  @Override
  public V get(Object key) {
    byte[] bytes = encode(key);
    return range.range().contains(bytes) ? range.tree().get(bytes) : null;
  }

  @Override
  public V getOrDefault(Object key, V defaultValue) {
    V value = get(key);
    return value != null ? value : defaultValue;
  }

  @Override
  public boolean containsKey(Object key) {
    byte[] bytes = encode(key);
    return range.range().contains(bytes) && range.tree().containsKey(bytes);
  }

  @Override
  public boolean containsValue(Object value) {
    return slice().containsValue(value);
  }

  @Override
  public V put(K key, V value) {
    return range.tree().put(encodeInRange(key), value);
  }

  @Override
  public V putIfAbsent(K key, V value) {
    return range.tree().putIfAbsent(encodeInRange(key), value);
  }

  @Override
  public V replace(K key, V value) {
    return range.tree().replace(encodeInRange(key), value);
  }

  @Override
  public boolean replace(K key, V expected, V update) {
    return range.tree().replace(encodeInRange(key), expected, update);
  }

  @Override
  public V remove(Object key) {
    byte[] bytes = encode(key);
    return range.range().contains(bytes) ? range.tree().remove(bytes) : null;
  }

  @Override
  public boolean remove(Object key, Object expected) {
    return inRange(key) && map.remove(key, expected);
  }

  /** For a key out of range the function decides first: a null from it changes nothing. */
  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    if (inRange(key)) {
      return map.computeIfAbsent(key, function);
    }
    if (function.apply(key) == null) {
      return null;
    }
    throw outOfRange(key);
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return inRange(key) ? map.computeIfPresent(key, function) : null;
  }

  /** For a key out of range the function decides first: a null from it changes nothing. */
  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (inRange(key)) {
      return map.compute(key, function);
    }
    if (function.apply(key, null) == null) {
      return null;
    }
    throw outOfRange(key);
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    return range.tree().merge(encodeInRange(key), value, function);
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    slice().forEach(action);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    slice().replaceAll(function);
  }

  @Override
  public int size() {
    return slice().size();
  }

  @Override
  public boolean isEmpty() {
    return slice().isEmpty();
  }

  @Override
  public void clear() {
    slice().clear();
  }

  @Override
  public Comparator<? super K> comparator() {
    return slice().comparator();
  }

  private Map.Entry<K, V> entry(dev.madtree.masstree.Entry<V> entry) {
    return map.entries().decode(entry);
  }

  @Override
  public Map.Entry<K, V> firstEntry() {
    return entry(descending ? range.greatest() : range.least());
  }

  @Override
  public Map.Entry<K, V> lastEntry() {
    return entry(descending ? range.least() : range.greatest());
  }

  @Override
  public Map.Entry<K, V> pollFirstEntry() {
    return entry(descending ? range.pollGreatest() : range.pollLeast());
  }

  @Override
  public Map.Entry<K, V> pollLastEntry() {
    return entry(descending ? range.pollLeast() : range.pollGreatest());
  }

  @Override
  public Map.Entry<K, V> lowerEntry(K key) {
    return before(key, false);
  }

  @Override
  public Map.Entry<K, V> floorEntry(K key) {
    return before(key, true);
  }

  @Override
  public Map.Entry<K, V> ceilingEntry(K key) {
    return after(key, true);
  }

  @Override
  public Map.Entry<K, V> higherEntry(K key) {
    return after(key, false);
  }

  private Map.Entry<K, V> before(K key, boolean inclusive) {
    byte[] bytes = encode(key);
    return entry(descending ? range.above(bytes, inclusive) : range.below(bytes, inclusive));
  }

  private Map.Entry<K, V> after(K key, boolean inclusive) {
    byte[] bytes = encode(key);
    return entry(descending ? range.below(bytes, inclusive) : range.above(bytes, inclusive));
  }

  @Override
  public K firstKey() {
    return MasstreeMap.requireKey(firstEntry());
  }

  @Override
  public K lastKey() {
    return MasstreeMap.requireKey(lastEntry());
  }

  @Override
  public K lowerKey(K key) {
    return MasstreeMap.keyOf(lowerEntry(key));
  }

  @Override
  public K floorKey(K key) {
    return MasstreeMap.keyOf(floorEntry(key));
  }

  @Override
  public K ceilingKey(K key) {
    return MasstreeMap.keyOf(ceilingEntry(key));
  }

  @Override
  public K higherKey(K key) {
    return MasstreeMap.keyOf(higherEntry(key));
  }

  @Override
  public NavigableSet<K> keySet() {
    return new MapKeySet<>(this, slice());
  }

  @Override
  public NavigableSet<K> navigableKeySet() {
    return keySet();
  }

  @Override
  public NavigableSet<K> descendingKeySet() {
    return descendingMap().navigableKeySet();
  }

  @Override
  public Collection<V> values() {
    return new MapValues<>(this, slice());
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new MapEntrySet<>(this, slice());
  }

  @Override
  public ConcurrentNavigableMap<K, V> descendingMap() {
    return new SubMap<>(map, range.range(), !descending);
  }

  @Override
  public ConcurrentNavigableMap<K, V> subMap(
      K from, boolean fromInclusive, K to, boolean toInclusive) {
    return view(encode(from), fromInclusive, encode(to), toInclusive);
  }

  @Override
  public ConcurrentNavigableMap<K, V> headMap(K to, boolean inclusive) {
    return view(null, true, encode(to), inclusive);
  }

  @Override
  public ConcurrentNavigableMap<K, V> tailMap(K from, boolean inclusive) {
    return view(encode(from), inclusive, null, true);
  }

  @Override
  public ConcurrentNavigableMap<K, V> subMap(K from, K to) {
    return subMap(from, true, to, false);
  }

  @Override
  public ConcurrentNavigableMap<K, V> headMap(K to) {
    return headMap(to, false);
  }

  @Override
  public ConcurrentNavigableMap<K, V> tailMap(K from) {
    return tailMap(from, true);
  }

  /** A view from one key to another in this view's direction; null stands for this view's end. */
  private SubMap<K, V> view(byte[] from, boolean fromInclusive, byte[] to, boolean toInclusive) {
    KeyRange wanted =
        descending
            ? KeyRange.of(to, toInclusive, from, fromInclusive)
            : KeyRange.of(from, fromInclusive, to, toInclusive);
    return new SubMap<>(map, range.narrow(wanted), descending);
  }
}
