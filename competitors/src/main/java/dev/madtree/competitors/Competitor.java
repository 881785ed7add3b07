package dev.madtree.competitors;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that can be measured, under the name it has in commands, records and charts. */
public enum Competitor {
  MASSTREE("masstree", MasstreeAdapter::new),
  SKIPLIST("skiplist", SkipListIndex::new);

  private final String label;
  private final Supplier<OrderedIndex<?>> factory;

  Competitor(String label, Supplier<OrderedIndex<?>> factory) {
    this.label = label;
    this.factory = factory;
  }

  /** Returns the competitor of a name, if there is one. */
  public static Optional<Competitor> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /** Returns the name used in commands, records and charts. */
  public String label() {
    return label;
  }

  /** Returns a new, empty index of this kind. */
  @SuppressWarnings("unchecked") // An empty index has no value of another type in it.
  public <V> OrderedIndex<V> create() {
    return (OrderedIndex<V>) factory.get();
  }
}
