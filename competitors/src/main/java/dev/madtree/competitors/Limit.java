package dev.madtree.competitors;

import dev.madtree.masstree.EntryVisitor;
import dev.madtree.masstree.KeyView;

/** Passes entries on to another visitor and stops after a number of them, which is at least 1. */
final class Limit<V> implements EntryVisitor<V> {

  private final EntryVisitor<? super V> visitor;
  private long left;

  Limit(long limit, EntryVisitor<? super V> visitor) {
    left = limit;
    this.visitor = visitor;
  }

  @Override
  public boolean visit(KeyView key, V value) {
    return visitor.visit(key, value) && --left > 0;
  }
}
