package dev.madtree.workloads.structures;

import dev.madtree.competitors.Competitor;
import dev.madtree.competitors.OrderedIndex;
import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;

/** The skip list, behind a face that tests change. */
public class ForwardingIndex<V> implements OrderedIndex<V> {

  private final OrderedIndex<V> index = Competitor.SKIPLIST.create();

  @Override
  public V get(byte[] key) {
    return index.get(key);
  }

  @Override
  public V put(byte[] key, V value) {
    return index.put(key, value);
  }

  @Override
  public V putIfAbsent(byte[] key, V value) {
    return index.putIfAbsent(key, value);
  }

  @Override
  public boolean replace(byte[] key, V expected, V update) {
    return index.replace(key, expected, update);
  }

  @Override
  public V remove(byte[] key) {
    return index.remove(key);
  }

  @Override
  public long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return index.scan(range, limit, visitor);
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return index.scanDescending(range, limit, visitor);
  }

  @Override
  public long size() {
    return index.size();
  }
}
