package dev.madtree.workloads.campaign;

import dev.madtree.competitors.LongCompetitor;
import dev.madtree.competitors.Terms;
import dev.madtree.results.StructureRow;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.replay.Structure;
import java.util.List;
import java.util.Optional;

/** The terms of a campaign's structures, with the versions that are measured. */
final class StructureTerms {

  private final TargetJvm jvm;
  private final String gitRev;

  StructureTerms(TargetJvm jvm, String gitRev) {
    this.jvm = jvm;
    this.gitRev = gitRev;
  }

  /** Returns a row a structure, in the order of the labels. */
  List<StructureRow> rows(List<String> structures) {
    return structures.stream().map(this::row).toList();
  }

  private StructureRow row(String label) {
    Terms terms =
        Structure.named(label)
            .map(Structure::terms)
            .or(() -> LongCompetitor.named(label).map(LongCompetitor::terms))
            .orElse(Terms.UNSAID);
    return new StructureRow(
        label,
        Optional.ofNullable(Drivers.structures().get(label)).orElse(""),
        version(terms),
        terms.keys(),
        terms.order(),
        terms.values(),
        terms.settings(),
        "");
  }

  private String version(Terms terms) {
    return switch (terms.origin()) {
      case PROJECT -> "madtree " + gitRev;
      case JDK -> "JDK " + jvm.version();
      case LIBRARY -> terms.library();
      case ELSEWHERE -> "";
    };
  }
}
