package dev.madtree.masstree;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A concurrent sorted map over a {@link Masstree}, to be used where a {@link
 * java.util.concurrent.ConcurrentSkipListMap} is.
 *
 * <p>Keys are ordered by the comparator of the map's {@link KeyCodec} and by nothing else; keys
 * that compare equal are one key. Keys are stored as bytes: the map holds no reference to a key
 * object, and hands out equal ones, not the same. Values are held by reference.
 *
 * <p><b>Consistency.</b> Any number of threads may use the map and its views without further
 * locking. Operations on one key, and {@link #firstEntry} to {@link #pollLastEntry}, are atomic and
 * linearizable, {@link #compute}, {@link #computeIfAbsent}, {@link #computeIfPresent} and {@link
 * #merge} included; their functions run under no lock, may use this map, may run more than once
 * when threads meet at a key, and leave the map as it is when they throw. What a thread did before
 * it put a value is visible to the thread that gets the value. {@link #putAll}, {@link #clear},
 * {@link #replaceAll}, {@link #forEach}, {@link #equals}, {@link #hashCode}, {@link #toString},
 * {@link #clone} and serialization take one entry after the other and may meet changes halfway.
 * {@link #size} is exact while nobody changes the map.
 *
 * <p>Iterators and spliterators are weakly consistent: they never throw {@link
 * java.util.ConcurrentModificationException}, pass keys in strict order, pass an entry that is
 * there throughout exactly once, and may or may not show changes made since they were created.
 * Sub-maps, descending maps and the sets of keys and entries are live views. Entries handed out are
 * immutable snapshots: {@link java.util.Map.Entry#setValue} throws {@link
 * UnsupportedOperationException}. The size of a sub-map is counted by walking it, and polling one
 * removes an entry that was its first (last) at some moment of the call.
 *
 * <p><b>Exceptions.</b> A null key or value throws {@link NullPointerException}, a key of a type
 * that is not the codec's {@link ClassCastException}, a key outside a view's range, where it would
 * be added, {@link IllegalArgumentException}.
 *
 * <p>The map is serializable with its codec, its keys and its values.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class MasstreeMap<K, V> extends AbstractMap<K, V>
    implements ConcurrentNavigableMap<K, V>, Cloneable, Serializable {

  private static final long serialVersionUID = 1L;

  private final KeyCodec<K> codec;

  // Not final because deserialization has to set it.
  private transient CodedTree<K, V> entries;

  MasstreeMap(KeyCodec<K> codec, Masstree<V> tree) {
    this.codec = Objects.requireNonNull(codec, "codec");
    this.entries = new CodedTree<>(codec, tree);
  }

  /** Returns a new, empty map whose keys are ordered and stored as a codec says. */
  public static <K, V> MasstreeMap<K, V> of(KeyCodec<K> codec) {
    return new MasstreeMap<>(codec, new Masstree<>());
  }

  /** Returns a new, empty map of strings, in the order of {@link String#compareTo}. */
  public static <V> MasstreeMap<String, V> ofStrings() {
    return of(KeyCodec.strings());
  }

  /** Returns a new, empty map of longs in numeric order. */
  public static <V> MasstreeMap<Long, V> ofLongs() {
    return of(KeyCodec.longs());
  }

  /** Returns a new, empty map of integers in numeric order. */
  public static <V> MasstreeMap<Integer, V> ofIntegers() {
    return of(KeyCodec.integers());
  }

  /**
   * Returns a new, empty map of byte arrays in unsigned order, shorter ones before longer ones that
   * begin with them.
   *
   * <p>Arrays are copied in and out. Since an array's own {@code equals} and {@code hashCode} are
   * those of its identity, so are those of this map's entries and hash code.
   */
  public static <V> MasstreeMap<byte[], V> ofBytes() {
    return of(KeyCodec.bytes());
  }

  private MapSlice<K, V> slice() {
    return new MapSlice<>(entries, KeyRange.all(), false);
  }

  /** Returns the codec that this map was built with. */
  public KeyCodec<K> codec() {
    return codec;
  }

  /** What the views of this map work on. */
  CodedTree<K, V> entries() {
    return entries;
  }

  @Override
  public V get(Object key) {
    return entries.get(key);
  }

  @Override
  public V getOrDefault(Object key, V defaultValue) {
    V value = entries.get(key);
    return value != null ? value : defaultValue;
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.containsKey(key);
  }

  @Override
  public boolean containsValue(Object value) {
    return slice().containsValue(value);
  }

  @Override
  public V put(K key, V value) {
    return entries.put(key, value);
  }

  @Override
  public V putIfAbsent(K key, V value) {
    return entries.putIfAbsent(key, value);
  }

  @Override
  public V replace(K key, V value) {
    return entries.replace(key, value);
  }

  @Override
  public boolean replace(K key, V expected, V update) {
    return entries.replace(key, expected, update);
  }

  @Override
  public V remove(Object key) {
    return entries.remove(key);
  }

  @Override
  public boolean remove(Object key, Object expected) {
    return entries.remove(key, expected);
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    return entries.computeIfAbsent(key, function);
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return entries.computeIfPresent(key, function);
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return entries.compute(key, function);
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    return entries.merge(key, value, function);
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
    return entries.tree().isEmpty();
  }

  @Override
  public void clear() {
    entries.tree().clear();
  }

  @Override
  public Comparator<? super K> comparator() {
    return entries.comparator();
  }

  @Override
  public Map.Entry<K, V> firstEntry() {
    return entries.decode(entries.tree().first());
  }

  @Override
  public Map.Entry<K, V> lastEntry() {
    return entries.decode(entries.tree().last());
  }

  @Override
  public Map.Entry<K, V> floorEntry(K key) {
    return entries.floor(key);
  }

  @Override
  public Map.Entry<K, V> lowerEntry(K key) {
    return entries.lower(key);
  }

  @Override
  public Map.Entry<K, V> ceilingEntry(K key) {
    return entries.ceiling(key);
  }

  @Override
  public Map.Entry<K, V> higherEntry(K key) {
    return entries.higher(key);
  }

  @Override
  public Map.Entry<K, V> pollFirstEntry() {
    return entries.decode(entries.tree().pollFirst());
  }

  @Override
  public Map.Entry<K, V> pollLastEntry() {
    return entries.decode(entries.tree().pollLast());
  }

  @Override
  public K firstKey() {
    return requireKey(firstEntry());
  }

  @Override
  public K lastKey() {
    return requireKey(lastEntry());
  }

  @Override
  public K floorKey(K key) {
    return keyOf(floorEntry(key));
  }

  @Override
  public K lowerKey(K key) {
    return keyOf(lowerEntry(key));
  }

  @Override
  public K ceilingKey(K key) {
    return keyOf(ceilingEntry(key));
  }

  @Override
  public K higherKey(K key) {
    return keyOf(higherEntry(key));
  }

  /** The key of an entry, or null for null. */
  static <K> K keyOf(Map.Entry<K, ?> entry) {
    return entry == null ? null : entry.getKey();
  }

  /** The key of the first or last entry, which must exist. */
  static <K> K requireKey(Map.Entry<K, ?> entry) {
    if (entry == null) {
      throw new NoSuchElementException("The map has no entry here");
    }
    return entry.getKey();
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
    return new SubMap<>(this, KeyRange.all(), true);
  }

  @Override
  public ConcurrentNavigableMap<K, V> subMap(
      K from, boolean fromInclusive, K to, boolean toInclusive) {
    return view().subMap(from, fromInclusive, to, toInclusive);
  }

  @Override
  public ConcurrentNavigableMap<K, V> headMap(K to, boolean inclusive) {
    return view().headMap(to, inclusive);
  }

  @Override
  public ConcurrentNavigableMap<K, V> tailMap(K from, boolean inclusive) {
    return view().tailMap(from, inclusive);
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

  private SubMap<K, V> view() {
    return new SubMap<>(this, KeyRange.all(), false);
  }

  /** Returns a new map with the same codec and the same entries; keys and values are not copied. */
  @Override
  public MasstreeMap<K, V> clone() {
    Masstree<V> copy = new Masstree<>();
    entries
        .tree()
        .scan(
            KeyRange.all(),
            (key, value) -> {
              copy.put(key.toByteArray(), value);
              return true;
            });
    return new MasstreeMap<>(codec, copy);
  }

  /**
   * Writes the codec, then each key and its value in order, then null.
   *
   * @serialData the codec, then keys and values in turn, then null in a key's place
   */
  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    EntryCursor<K, V> cursor = slice().cursor();
    while (cursor.hasNext()) {
      cursor.next();
      out.writeObject(cursor.key());
      out.writeObject(cursor.value());
    }
    out.writeObject(null);
  }

  @SuppressWarnings("unchecked") // The codec throws ClassCastException for a foreign key.
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (codec == null) {
      throw new InvalidObjectException("Expected the codec of a MasstreeMap, found null");
    }
    entries = new CodedTree<>(codec, new Masstree<>());
    for (Object key = in.readObject(); key != null; key = in.readObject()) {
      Object value = in.readObject();
      if (value == null) {
        throw new InvalidObjectException("Expected a value for the key " + key + ", found null");
      }
      entries.put((K) key, (V) value);
    }
  }
}
