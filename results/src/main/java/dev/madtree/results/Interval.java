package dev.madtree.results;

/**
 * An estimate with its 95 % interval.
 *
 * @param estimate the estimate, NaN if there is none
 * @param low the lower end, NaN if a single fork gives no interval
 * @param high the upper end, NaN if a single fork gives no interval
 */
public record Interval(double estimate, double low, double high) {}
