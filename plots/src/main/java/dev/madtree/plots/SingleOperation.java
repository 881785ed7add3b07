package dev.madtree.plots;

import dev.madtree.results.CellKey;

/**
 * One operation of a cell that was measured operation by operation.
 *
 * @param name of the operation: {@code get}, {@code insert}, …
 * @param cell its figures instead of those of all operations together
 */
record SingleOperation(String name, Cell cell) {

  /** What operations must share to stand in one chart: all but operation and structure. */
  Conditions conditions() {
    CellKey key = cell.key();
    return new Conditions(Setting.of(key), key.workload(), key.distribution(), key.threads());
  }

  /**
   * The conditions of a measurement, apart from the structure.
   *
   * @param setting machine, keys, JVM
   * @param workload the workload's label
   * @param distribution which keys are asked for
   * @param threads how many ask
   */
  record Conditions(Setting setting, String workload, String distribution, int threads) {}
}
