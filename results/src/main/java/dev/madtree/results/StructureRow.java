package dev.madtree.results;

import java.util.Objects;

/**
 * A line of {@code structures.csv}: on which terms one structure of a campaign stands beside the
 * others. A term that is not known is empty.
 *
 * @param structure the label that all tables have
 * @param what what it is, in one line
 * @param version of which version, of its library, its JDK or this project
 * @param keys in which form keys are given and kept
 * @param order what decides the order of the keys
 * @param values in which form values are kept
 * @param settings what was set, and what was left as it comes
 * @param imported the program that an imported figure comes from, empty if it was measured here
 */
public record StructureRow(
    String structure,
    String what,
    String version,
    String keys,
    String order,
    String values,
    String settings,
    String imported) {

  /** Checks that nothing is null. */
  public StructureRow {
    Objects.requireNonNull(structure, "structure is missing");
    Objects.requireNonNull(what, "what is missing");
    Objects.requireNonNull(version, "version is missing");
    Objects.requireNonNull(keys, "keys is missing");
    Objects.requireNonNull(order, "order is missing");
    Objects.requireNonNull(values, "values is missing");
    Objects.requireNonNull(settings, "settings is missing");
    Objects.requireNonNull(imported, "imported is missing");
  }

  /**
   * Tells whether the figures come from elsewhere.
   *
   * @return true if another program measured them
   */
  public boolean isImported() {
    return !imported.isEmpty();
  }
}
