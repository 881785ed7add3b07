package dev.madtree.masstree;

import java.util.Iterator;
import java.util.function.BiFunction;

/**
 * Iterates over keys, values or entries: whatever the projection makes of an entry.
 *
 * @param <T> the type of the elements
 */
final class MapIterator<K, V, T> implements Iterator<T> {

  private final CodedTree<K, V> entries;
  private final EntryCursor<K, V> cursor;
  private final BiFunction<? super K, ? super V, ? extends T> projection;

  /**
   * The key that {@link #remove} would remove; null before the first element and after a removal.
   */
  private K last;

  MapIterator(
      CodedTree<K, V> entries,
      EntryCursor<K, V> cursor,
      BiFunction<? super K, ? super V, ? extends T> projection) {
    this.entries = entries;
    this.cursor = cursor;
    this.projection = projection;
  }

  @Override
  public boolean hasNext() {
    return cursor.hasNext();
  }

  @Override
  public T next() {
    cursor.next();
    last = cursor.key();
    return projection.apply(last, cursor.value());
  }

  @Override
  public void remove() {
    if (last == null) {
      throw new IllegalStateException("Expected a call of next() since the last removal");
    }
    entries.remove(last);
    last = null;
  }
}
