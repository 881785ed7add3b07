package dev.madtree.results;

/**
 * A line of {@code memory.csv}: what one component of a structure takes an entry.
 *
 * @param cell what was measured
 * @param component which part: {@code all}, or the parts the fork told apart
 * @param forks how many forks the mean is over
 * @param bytesPerEntry the geometric mean of the forks
 * @param ciLow the lower end of its 95 % interval, NaN for a single fork
 * @param ciHigh the upper end of its 95 % interval, NaN for a single fork
 */
public record MemoryRow(
    CellKey cell, String component, int forks, double bytesPerEntry, double ciLow, double ciHigh) {
  /**
   * The metric of the samples that become lines of {@code memory.csv}; their op is the component.
   */
  public static final String METRIC = "bytes_per_entry";

  /** Makes a line of a summary of the metric. */
  static MemoryRow of(SummaryRow summary) {
    return new MemoryRow(
        summary.cell(),
        summary.op(),
        summary.forks(),
        summary.mean(),
        summary.ciLow(),
        summary.ciHigh());
  }
}
