package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;

/** Nothing at all: every key is absent, every replacement succeeds, every scan ends at once. */
final class NoopIndex<V> implements OrderedIndex<V> {

  @Override
  public V get(byte[] key) {
    return null;
  }

  @Override
  public V put(byte[] key, V value) {
    return null;
  }

  @Override
  public V putIfAbsent(byte[] key, V value) {
    return null;
  }

  @Override
  public boolean replace(byte[] key, V expected, V update) {
    // A refusal would send a caller that retries round for ever.
    return true;
  }

  @Override
  public V remove(byte[] key) {
    return null;
  }

  @Override
  public long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return 0;
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    return 0;
  }

  @Override
  public long size() {
    return 0;
  }
}
