package dev.madtree.results;

/**
 * A line of {@code scalability.csv}: how much faster a structure is with this cell's threads than
 * with the fewest of the campaign.
 *
 * @param cell what was measured, with the threads compared
 * @param baseThreads the fewest threads it was measured with
 * @param rounds how many rounds have both
 * @param speedup the ratio of the throughputs
 * @param speedupLow the lower end of its 95 % interval, NaN for a single round
 * @param speedupHigh the upper end of its 95 % interval, NaN for a single round
 * @param uslSigma the share of serial work in Gunther's Universal Scalability Law, NaN unless five
 *     thread counts or more lie inside the cores
 * @param uslKappa the cost of coherency in that law, NaN likewise
 */
public record ScalabilityRow(
    CellKey cell,
    int baseThreads,
    int rounds,
    double speedup,
    double speedupLow,
    double speedupHigh,
    double uslSigma,
    double uslKappa) {}
