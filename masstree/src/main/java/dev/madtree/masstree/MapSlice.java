package dev.madtree.masstree;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The entries of one range, seen in one direction: what a map or one of its views ranges over.
 *
 * @param range the keys
 * @param descending whether the greatest comes first
 */
record MapSlice<K, V>(CodedTree<K, V> entries, KeyRange range, boolean descending) {

  private static final int OF_VALUES =
      Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT;
  private static final int OF_KEYS = OF_VALUES | Spliterator.SORTED | Spliterator.DISTINCT;

  /** The order of the keys as sorted maps tell it: null for the natural one. */
  Comparator<? super K> comparator() {
    Comparator<? super K> ascending = entries.comparator();
    return descending ? Collections.reverseOrder(ascending) : ascending;
  }

  EntryCursor<K, V> cursor() {
    return new EntryCursor<>(entries, range, descending);
  }

  Iterator<K> keyIterator() {
    return iterator((key, value) -> key);
  }

  Iterator<V> valueIterator() {
    return iterator((key, value) -> value);
  }

  Iterator<Map.Entry<K, V>> entryIterator() {
    return iterator(SimpleImmutableEntry::new);
  }

  private <T> Iterator<T> iterator(BiFunction<? super K, ? super V, ? extends T> projection) {
    return new MapIterator<>(entries, cursor(), projection);
  }

  Spliterator<K> keySpliterator() {
    return new MapSpliterator<>(cursor(), (key, value) -> key, OF_KEYS, comparator());
  }

  Spliterator<V> valueSpliterator() {
    return new MapSpliterator<>(cursor(), (key, value) -> value, OF_VALUES, null);
  }

  Spliterator<Map.Entry<K, V>> entrySpliterator() {
    Comparator<? super K> order =
        descending ? entries.codec().comparator().reversed() : entries.codec().comparator();
    return new MapSpliterator<K, V, Map.Entry<K, V>>(
        cursor(), SimpleImmutableEntry::new, OF_KEYS, Map.Entry.comparingByKey(order));
  }

  void forEach(BiConsumer<? super K, ? super V> action) {
    entries.forEach(range, descending, action);
  }

  void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    entries.replaceAll(range, descending, function);
  }

  /** The number of entries, as far as an int goes. */
  int size() {
    Masstree<V> tree = entries.tree();
    long size = range.equals(KeyRange.all()) ? tree.size() : tree.countRange(range);
    return (int) Math.min(Integer.MAX_VALUE, size);
  }

  boolean isEmpty() {
    return entries.tree().scanValues(range, 1, value -> {}) == 0;
  }

  void clear() {
    if (range.equals(KeyRange.all())) {
      entries.tree().clear();
    } else {
      entries.tree().removeRange(range);
    }
  }

  boolean containsValue(Object value) {
    if (value == null) {
      throw new NullPointerException("value");
    }
    EntryCursor<K, V> cursor = cursor();
    while (cursor.hasNext()) {
      cursor.next();
      if (value.equals(cursor.value())) {
        return true;
      }
    }
    return false;
  }
}
