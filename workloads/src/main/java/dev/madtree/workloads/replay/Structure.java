package dev.madtree.workloads.replay;

import dev.madtree.competitors.Competitor;
import dev.madtree.competitors.OrderedIndex;
import dev.madtree.competitors.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Something that can be measured: a competitor, or what a provider on the class path adds.
 *
 * @param label the name used in commands, records and charts
 * @param description what it is, in one line
 * @param isOrdered whether it scans; if not, workloads with scans pass it by
 * @param storesEntries whether it keeps what it is given, so that its content can be checked
 * @param terms on which terms it stands beside the others
 * @param factory makes empty indexes
 */
public record Structure(
    String label,
    String description,
    boolean isOrdered,
    boolean storesEntries,
    Terms terms,
    Factory factory) {

  /** Makes empty indexes. */
  @FunctionalInterface
  public interface Factory {

    /** Returns a new, empty index. */
    OrderedIndex<?> create();
  }

  /** Returns everything: the competitors in their order, then what providers add. */
  public static List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (Competitor each : Competitor.values()) {
      all.add(
          new Structure(
              each.label(),
              each.description(),
              each.isOrdered(),
              each.storesEntries(),
              each.terms(),
              each::create));
    }
    // The thread's class path: in the parent, UserJars has added to it.
    for (StructureProvider each : ServiceLoader.load(StructureProvider.class)) {
      all.add(
          new Structure(
              each.label(),
              each.description(),
              each.isOrdered(),
              true,
              each.terms(),
              each::create));
    }
    return all;
  }

  /** Returns all labels. */
  public static List<String> labels() {
    return all().stream().map(Structure::label).toList();
  }

  /** Returns the structure of a label, if there is one. */
  public static Optional<Structure> named(String label) {
    return all().stream().filter(each -> each.label.equals(label)).findFirst();
  }

  /** Returns a new, empty index. */
  @SuppressWarnings("unchecked") // An empty index has no value of another type in it.
  public <V> OrderedIndex<V> create() {
    return (OrderedIndex<V>) factory.create();
  }
}
