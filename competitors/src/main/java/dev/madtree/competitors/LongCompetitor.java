package dev.madtree.competitors;

import dev.madtree.masstree.MasstreeMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** The maps from longs to longs that can be measured, under their names in commands and records. */
public enum LongCompetitor {
  MASSTREE_INDEX(
      "masstree-index",
      "MasstreeIndex: longs inside the nodes; the subject",
      Terms.ofProject(
          "long, inside the nodes", "signed longs", "long, inside the nodes", "production width"),
      InlineMasstree::new),
  MASSTREE_LONG(
      "masstree-long",
      "Masstree with long keys and boxed values by reference",
      Terms.ofProject(
          "long, inside the nodes", "signed longs", "boxed Long, by reference", "production width"),
      ReferenceMasstree::new),
  MASSTREE_MAP(
      "masstree-map",
      "MasstreeMap<Long, Long>: the subject behind the JDK's interface",
      Terms.ofProject(
          "long, inside the nodes; boxed in calls",
          "natural order",
          "boxed Long, by reference",
          "production width"),
      () -> new BoxedMap(MasstreeMap.ofLongs())),
  SKIPLIST_NATIVE(
      "skiplist-native",
      "ConcurrentSkipListMap<Long, Long>; the baseline of every ratio",
      Terms.ofJdk("boxed Long", "natural order", "boxed Long, by reference", "none to set"),
      () -> new BoxedMap(new ConcurrentSkipListMap<>()));

  private final String label;
  private final String description;
  private final Terms terms;
  private final Supplier<LongIndex> factory;

  LongCompetitor(String label, String description, Terms terms, Supplier<LongIndex> factory) {
    this.label = label;
    this.description = description;
    this.terms = terms;
    this.factory = factory;
  }

  /** Returns the competitor of a name, if there is one. */
  public static Optional<LongCompetitor> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /** Returns the name used in commands, records and charts. */
  public String label() {
    return label;
  }

  /** Returns what it is, in one line. */
  public String description() {
    return description;
  }

  /** Returns the terms on which it stands beside the others. */
  public Terms terms() {
    return terms;
  }

  /** Returns a new, empty map of this kind. */
  public LongIndex create() {
    return factory.get();
  }
}
