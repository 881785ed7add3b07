package dev.madtree.competitors;

import dev.madtree.competitors.blink.BlinkTree;
import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyRange;
import java.util.Objects;

/** Our own B-link tree. */
final class BlinkIndex<V> implements OrderedIndex<V> {

  private final BlinkTree<V> tree;

  BlinkIndex() {
    this(new BlinkTree<>());
  }

  BlinkIndex(BlinkTree<V> tree) {
    this.tree = tree;
  }

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
    Objects.requireNonNull(visitor, "visitor");
    ByteArrayKeyView view = new ByteArrayKeyView();
    return tree.scan(range, limit, (key, value) -> visitor.visit(view.over(key), value));
  }

  @Override
  public long scanDescending(KeyRange range, long limit, EntryVisitor<? super V> visitor) {
    Objects.requireNonNull(visitor, "visitor");
    ByteArrayKeyView view = new ByteArrayKeyView();
    return tree.scanDescending(range, limit, (key, value) -> visitor.visit(view.over(key), value));
  }

  @Override
  public long size() {
    return tree.size();
  }
}
