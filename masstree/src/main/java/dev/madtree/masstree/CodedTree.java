package dev.madtree.masstree;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A tree spoken to in keys of its codec's type. Keys that are one long each reach the tree as
 * longs, so that nothing is allocated for them.
 *
 * <p>The order here is always ascending. Null keys and values throw {@link NullPointerException},
 * foreign keys {@link ClassCastException}; both come before anything is changed.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class CodedTree<K, V> {

  private final KeyCodec<K> codec;
  private final Masstree<V> tree;
  private final boolean longs;

  CodedTree(KeyCodec<K> codec, Masstree<V> tree) {
    this.codec = Objects.requireNonNull(codec, "codec");
    this.tree = Objects.requireNonNull(tree, "tree");
    this.longs = codec.isLong();
  }

  Masstree<V> tree() {
    return tree;
  }

  KeyCodec<K> codec() {
    return codec;
  }

  /** The order of the keys as sorted maps tell it: null for the natural one. */
  Comparator<? super K> comparator() {
    Comparator<? super K> order = codec.comparator();
    return order == Comparator.naturalOrder() ? null : order;
  }

  byte[] encode(Object key) {
    return codec.encode(cast(key));
  }

  K decode(KeyView key) {
    return longs && key.length() == Long.BYTES
        ? codec.decodeLong(key.longAt(0))
        : codec.decode(key.toByteArray());
  }

  /** The map entry of a tree's entry, or null for null. */
  Map.Entry<K, V> decode(Entry<V> entry) {
    return entry == null
        ? null
        : new SimpleImmutableEntry<>(codec.decode(entry.key()), entry.value());
  }

  V get(Object key) {
    return longs ? tree.get(codec.encodeLong(cast(key))) : tree.get(codec.encode(cast(key)));
  }

  boolean containsKey(Object key) {
    return longs
        ? tree.containsKey(codec.encodeLong(cast(key)))
        : tree.containsKey(codec.encode(cast(key)));
  }

  V put(K key, V value) {
    Objects.requireNonNull(value, "value");
    return longs ? tree.put(codec.encodeLong(key), value) : tree.put(codec.encode(key), value);
  }

  V putIfAbsent(K key, V value) {
    Objects.requireNonNull(value, "value");
    return longs
        ? tree.putIfAbsent(codec.encodeLong(key), value)
        : tree.putIfAbsent(codec.encode(key), value);
  }

  V replace(K key, V value) {
    Objects.requireNonNull(value, "value");
    return longs
        ? tree.replace(codec.encodeLong(key), value)
        : tree.replace(codec.encode(key), value);
  }

  boolean replace(K key, V expected, V update) {
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(update, "update");
    return longs
        ? tree.replace(codec.encodeLong(key), expected, update)
        : tree.replace(codec.encode(key), expected, update);
  }

  V remove(Object key) {
    return longs ? tree.remove(codec.encodeLong(cast(key))) : tree.remove(codec.encode(cast(key)));
  }

  boolean remove(Object key, Object expected) {
    if (expected == null) {
      Objects.requireNonNull(key, "key");
      return false;
    }
    return longs
        ? tree.remove(codec.encodeLong(cast(key)), expected)
        : tree.remove(codec.encode(cast(key)), expected);
  }

  V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return longs
        ? tree.computeIfAbsent(codec.encodeLong(key), bytes -> function.apply(key))
        : tree.computeIfAbsent(codec.encode(key), bytes -> function.apply(key));
  }

  V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return longs
        ? tree.computeIfPresent(codec.encodeLong(key), (bytes, value) -> function.apply(key, value))
        : tree.computeIfPresent(codec.encode(key), (bytes, value) -> function.apply(key, value));
  }

  V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return longs
        ? tree.compute(codec.encodeLong(key), (bytes, value) -> function.apply(key, value))
        : tree.compute(codec.encode(key), (bytes, value) -> function.apply(key, value));
  }

  V merge(K key, V update, BiFunction<? super V, ? super V, ? extends V> function) {
    Objects.requireNonNull(update, "update");
    Objects.requireNonNull(function, "function");
    return longs
        ? tree.merge(codec.encodeLong(key), update, function)
        : tree.merge(codec.encode(key), update, function);
  }

  Map.Entry<K, V> floor(K key) {
    return decode(longs ? tree.floor(codec.encodeLong(key)) : tree.floor(codec.encode(key)));
  }

  Map.Entry<K, V> lower(K key) {
    return decode(longs ? tree.lower(codec.encodeLong(key)) : tree.lower(codec.encode(key)));
  }

  Map.Entry<K, V> ceiling(K key) {
    return decode(longs ? tree.ceiling(codec.encodeLong(key)) : tree.ceiling(codec.encode(key)));
  }

  Map.Entry<K, V> higher(K key) {
    return decode(longs ? tree.higher(codec.encodeLong(key)) : tree.higher(codec.encode(key)));
  }

  /** Hands every entry of a range to an action, in ascending or descending order. */
  void forEach(KeyRange range, boolean descending, BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action, "action");
    EntryVisitor<V> visitor =
        (key, value) -> {
          action.accept(decode(key), value);
          return true;
        };
    if (descending) {
      tree.scanDescending(range, visitor);
    } else {
      tree.scan(range, visitor);
    }
  }

  /** Replaces each value of a range atomically by what the function makes of it. */
  void replaceAll(
      KeyRange range, boolean descending, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    forEach(
        range,
        descending,
        (key, seen) -> {
          V value = seen;
          while (value != null && !replace(key, value, function.apply(key, value))) {
            value = get(key);
          }
        });
  }

  @SuppressWarnings("unchecked") // The codec throws ClassCastException for a foreign key.
  private K cast(Object key) {
    return (K) Objects.requireNonNull(key, "key");
  }
}
