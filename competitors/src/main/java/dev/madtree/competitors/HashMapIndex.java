package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The JDK's ConcurrentHashMap: what point operations cost where nobody asks for order. */
final class HashMapIndex<V> implements OrderedIndex<V> {

  private final ConcurrentHashMap<HashedKey, V> map = new ConcurrentHashMap<>();

  /** Bytes that are equal by content, with their hash kept beside them. */
  private static final class HashedKey {

    private final byte[] bytes;
    private final int hash;

    HashedKey(byte[] bytes) {
      this.bytes = bytes;
      hash = Arrays.hashCode(Objects.requireNonNull(bytes, "key"));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof HashedKey key && hash == key.hash && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  @Override
  public V get(byte[] key) {
    return map.get(new HashedKey(key));
  }

  @Override
  public V put(byte[] key, V value) {
    return map.put(new HashedKey(key), value);
  }

  @Override
  public V putIfAbsent(byte[] key, V value) {
    return map.putIfAbsent(new HashedKey(key), value);
  }

  @Override
  public boolean replace(byte[] key, V expected, V update) {
    return map.replace(new HashedKey(key), expected, update);
  }

  @Override
  public V remove(byte[] key) {
    return map.remove(new HashedKey(key));
  }

  @Override
  public long scan(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    throw unordered();
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    throw unordered();
  }

  @Override
  public long size() {
    return map.mappingCount();
  }

  private static UnsupportedOperationException unordered() {
    return new UnsupportedOperationException(
        "A hash map keeps no order to scan in; choose a workload without scans");
  }
}
