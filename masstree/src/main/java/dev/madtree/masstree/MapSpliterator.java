package dev.madtree.masstree;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Traverses keys, values or entries, and splits off the entries next in order, in portions that
 * double from split to split.
 *
 * @param <T> the type of the elements
 */
final class MapSpliterator<K, V, T> implements Spliterator<T> {

  private static final int FIRST_SPLIT = 128;
  private static final int LARGEST_SPLIT = 1 << 14;

  private final EntryCursor<K, V> cursor;
  private final BiFunction<? super K, ? super V, ? extends T> projection;
  private final int characteristics;

  /** The order of the elements, null for the natural one; of no meaning if they are not sorted. */
  private final Comparator<? super T> order;

  private int splitSize = FIRST_SPLIT;

  MapSpliterator(
      EntryCursor<K, V> cursor,
      BiFunction<? super K, ? super V, ? extends T> projection,
      int characteristics,
      Comparator<? super T> order) {
    this.cursor = cursor;
    this.projection = projection;
    this.characteristics = characteristics;
    this.order = order;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (action == null) {
      throw new NullPointerException("action");
    }
    if (!cursor.hasNext()) {
      return false;
    }
    cursor.next();
    action.accept(projection.apply(cursor.key(), cursor.value()));
    return true;
  }

  @Override
  public Spliterator<T> trySplit() {
    EntryCursor<K, V> start = cursor.split(splitSize);
    splitSize = Math.min(LARGEST_SPLIT, 2 * splitSize);
    return start == null ? null : new MapSpliterator<>(start, projection, characteristics, order);
  }

  @Override
  public long estimateSize() {
    return cursor.estimateRemaining();
  }

  @Override
  public int characteristics() {
    return characteristics;
  }

  @Override
  public Comparator<? super T> getComparator() {
    if (!hasCharacteristics(SORTED)) {
      throw new IllegalStateException("These elements are not sorted");
    }
    return order;
  }
}
