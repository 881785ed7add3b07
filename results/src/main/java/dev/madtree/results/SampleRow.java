package dev.madtree.results;

/**
 * A line of {@code samples.csv}: one iteration of one fork.
 *
 * @param cell what was measured
 * @param round the round of the campaign, from 0
 * @param attempt 0, or higher where a noisy fork was repeated
 * @param sample the figure
 */
public record SampleRow(CellKey cell, int round, int attempt, Sample sample) {}
