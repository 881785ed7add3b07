package dev.madtree.results;

/**
 * The ratio of one structure's figure to another's. Where too few forks stand against each other,
 * the interval and p are NaN; where none do, all is.
 *
 * @param ratio the ratio of the geometric means
 * @param low the lower end of its 95 % interval
 * @param high the upper end of its 95 % interval
 * @param p the two-sided p value against a ratio of 1, not adjusted
 * @param pairs how many rounds both have, or the smaller number of forks where they are not paired
 * @param logSd the standard deviation of the log ratio of one pair
 */
public record Comparison(
    double ratio, double low, double high, double p, int pairs, double logSd) {}
