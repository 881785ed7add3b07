package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import dev.madtree.masstree.Masstree;

/** The subject: a {@link Masstree} with values by reference. */
final class MasstreeAdapter<V> implements OrderedIndex<V> {

  private final Masstree<V> tree = new Masstree<>();

  @Override
  public V get(byte[] key) {
    return tree.get(key);
  }

  @Override
  public V put(byte[] key, V value) {
    return tree.put(key, value);
  }

  @Override
  public V putIfAbsent(byte[] key, V value) {
    return tree.putIfAbsent(key, value);
  }

  @Override
  public boolean replace(byte[] key, V expected, V update) {
    return tree.replace(key, expected, update);
  }

  @Override
  public V remove(byte[] key) {
    return tree.remove(key);
  }

  @Override
  public long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return limit <= 0 ? 0 : tree.scan(range, new Limit<>(limit, visitor));
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return limit <= 0 ? 0 : tree.scanDescending(range, new Limit<>(limit, visitor));
  }

  @Override
  public void getAll(byte[][] keys, V[] values) {
    tree.getAll(keys, values);
  }

  @Override
  public long size() {
    return tree.size();
  }
}
