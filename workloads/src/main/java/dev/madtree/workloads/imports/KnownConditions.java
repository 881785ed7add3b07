package dev.madtree.workloads.imports;

import dev.madtree.results.CellKey;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is known of the conditions of a run from outside. What is not known is taken from the
 * campaign where it leaves no choice.
 *
 * @param workload the label of the workload
 * @param distribution the label of the distribution
 * @param keyShape the label of the key shape
 * @param valueBytes the size of a value
 * @param records how many entries were loaded
 * @param threads how many threads asked
 */
public record KnownConditions(
    Optional<String> workload,
    Optional<String> distribution,
    Optional<String> keyShape,
    OptionalInt valueBytes,
    OptionalLong records,
    OptionalInt threads) {

  /** Where nothing is known. */
  public static final KnownConditions NONE =
      new KnownConditions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalLong.empty(),
          OptionalInt.empty());

  /** Returns whether a cell has all the conditions that are known. */
  boolean fit(CellKey cell) {
    return workload.map(cell.workload()::equals).orElse(true)
        && distribution.map(cell.distribution()::equals).orElse(true)
        && keyShape.map(cell.keyShape()::equals).orElse(true)
        && valueBytes.orElse(cell.valueBytes()) == cell.valueBytes()
        && records.orElse(cell.records()) == cell.records()
        && threads.orElse(cell.threads()) == cell.threads();
  }

  /** Returns these conditions, and others where these say nothing. */
  KnownConditions or(KnownConditions others) {
    return new KnownConditions(
        workload.or(others::workload),
        distribution.or(others::distribution),
        keyShape.or(others::keyShape),
        valueBytes.isPresent() ? valueBytes : others.valueBytes,
        records.isPresent() ? records : others.records,
        threads.isPresent() ? threads : others.threads);
  }
}
