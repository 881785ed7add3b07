package dev.madtree.results;

/**
 * The throughput of one cell in two campaigns.
 *
 * @param before the cell in the earlier campaign
 * @param after the cell in the later one
 * @param control whether its structure is one that was not changed
 * @param meanBefore the earlier mean, as measured
 * @param meanAfter the later mean, as measured
 * @param comparison the ratio of later to earlier, adjusted by the control if that moved
 * @param p its p value, adjusted over the cells
 * @param verdict what it says, UNCLEAR where verdicts are withheld
 */
public record ComparedCell(
    CellKey before,
    CellKey after,
    boolean control,
    Interval meanBefore,
    Interval meanAfter,
    Comparison comparison,
    double p,
    Verdict verdict) {}
