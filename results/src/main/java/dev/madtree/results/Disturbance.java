package dev.madtree.results;

/**
 * What went on around a fork between two readings of a {@link NoiseProbe}. What cannot be seen is
 * NaN.
 *
 * @param stealPct processor time taken by the hypervisor, in percent of all processors
 * @param pressurePct time in which somebody waited for a processor, in percent
 * @param foreignCpuPct processor time used by other processes, in percent of all processors
 * @param throttledPct time in which the container's quota held threads back, in percent
 */
public record Disturbance(
    double stealPct, double pressurePct, double foreignCpuPct, double throttledPct) {}
