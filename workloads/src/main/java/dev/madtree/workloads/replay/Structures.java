package dev.madtree.workloads.replay;

import dev.madtree.competitors.Competitor;
import dev.madtree.competitors.OrderedIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Everything that can be measured: the competitors, and what providers on the class path add. */
public final class Structures {

  private Structures() {}

  /** Returns all labels: the competitors' in their order, then the providers'. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Competitor competitor : Competitor.values()) {
      labels.add(competitor.label());
    }
    for (StructureProvider provider : ServiceLoader.load(StructureProvider.class)) {
      labels.add(provider.label());
    }
    return labels;
  }

  /** Returns how an empty index of a label is made, if there is one of that label. */
  public static <V> Optional<Supplier<OrderedIndex<V>>> named(String label) {
    Optional<Competitor> competitor = Competitor.named(label);
    if (competitor.isPresent()) {
      return Optional.of(competitor.get()::create);
    }
    for (StructureProvider provider : ServiceLoader.load(StructureProvider.class)) {
      if (provider.label().equals(label)) {
        return Optional.of(provider::create);
      }
    }
    return Optional.empty();
  }
}
