package dev.madtree.competitors;

import dev.madtree.competitors.blink.BlinkTree;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.h2.engine.Constants;

/** Everything that can be measured, under the name it has in commands, records and charts. */
public enum Competitor {
  MASSTREE(
      "masstree",
      "Masstree over byte strings with values by reference; the subject",
      Capability.ORDERED,
      Terms.ofProject(
          Text.COPIED, Text.BYTES, Text.REFERENCES, "production width, 15 keys a border node"),
      MasstreeAdapter::new),
  SKIPLIST(
      "skiplist",
      "the JDK's ConcurrentSkipListMap over byte strings; the baseline of every ratio",
      Capability.ORDERED,
      Terms.ofJdk(Text.KEPT, "comparator Arrays::compareUnsigned", Text.REFERENCES, "none to set"),
      () -> new NavigableMapIndex<>(new ConcurrentSkipListMap<>(Arrays::compareUnsigned))),
  BLINK(
      "blink",
      "our own B-link tree after Lehman, Yao and Sagiv",
      Capability.ORDERED,
      Terms.ofProject(
          Text.KEPT,
          Text.BYTES,
          Text.REFERENCES,
          "at most " + BlinkTree.DEFAULT_WIDTH + " entries a node"),
      BlinkIndex::new),
  MVSTORE(
      "mvstore",
      "H2's MVStore in memory, a copy-on-write B-tree",
      Capability.ORDERED,
      Terms.ofLibrary(
          "h2-mvstore " + Constants.VERSION,
          Text.KEPT,
          "its ByteArrayDataType, by unsigned bytes",
          Text.REFERENCES,
          "MVStore.open(null), its own page size"),
      MvStoreIndex::new),
  TREEMAP_LOCK(
      "treemap-lock",
      "the JDK's TreeMap behind one lock; the floor",
      Capability.ORDERED,
      Terms.ofJdk(
          Text.KEPT,
          "comparator Arrays::compareUnsigned",
          Text.REFERENCES,
          "one ReentrantLock, scans copy " + LockedTreeMapIndex.BATCH + " entries at a time"),
      LockedTreeMapIndex::new),
  HASHMAP(
      "hashmap",
      "the JDK's ConcurrentHashMap; the ceiling of point operations, without order",
      Capability.UNORDERED,
      Terms.ofJdk(
          Text.KEPT + ", wrapped with its hash",
          "none",
          Text.REFERENCES,
          "initial capacity as it comes"),
      HashMapIndex::new),
  NOOP(
      "noop",
      "does nothing and returns at once; the ceiling of the harness itself",
      Capability.HOLLOW,
      Terms.ofProject("looked at by nobody", "none", "forgotten", "none to set"),
      NoopIndex::new);

  /** What can be asked of a competitor. */
  private enum Capability {
    /** All of {@link OrderedIndex}. */
    ORDERED,
    /** Point operations, batches and the size; a scan is an UnsupportedOperationException. */
    UNORDERED,
    /** Nothing: it forgets what it is given. */
    HOLLOW
  }

  /** What several terms have in common. */
  private static final class Text {
    static final String COPIED = "byte[], what is needed of it is copied";
    static final String KEPT = "byte[], the caller's array is kept";
    static final String BYTES = "unsigned bytes, its own comparison";
    static final String REFERENCES = "by reference";
  }

  private final String label;
  private final String description;
  private final Capability capability;
  private final Terms terms;
  private final Supplier<OrderedIndex<?>> factory;

  Competitor(
      String label,
      String description,
      Capability capability,
      Terms terms,
      Supplier<OrderedIndex<?>> factory) {
    this.label = label;
    this.description = description;
    this.capability = capability;
    this.terms = terms;
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

  /** Returns what it is, in one line. */
  public String description() {
    return description;
  }

  /** Returns the terms on which it stands beside the others. */
  public Terms terms() {
    return terms;
  }

  /** Returns whether it keeps order; if not, its scans are UnsupportedOperationExceptions. */
  public boolean isOrdered() {
    return capability != Capability.UNORDERED;
  }

  /** Returns whether it stores what it is given, so that its content can be checked. */
  public boolean storesEntries() {
    return capability != Capability.HOLLOW;
  }

  /** Returns a new, empty index of this kind. */
  @SuppressWarnings("unchecked") // An empty index has no value of another type in it.
  public <V> OrderedIndex<V> create() {
    return (OrderedIndex<V>) factory.get();
  }
}
