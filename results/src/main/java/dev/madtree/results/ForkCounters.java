package dev.madtree.results;

/**
 * What was seen beside the measurement, in the fork and around it. A figure that cannot be had on a
 * machine is NaN.
 *
 * @param allocBytesPerOp bytes allocated per operation
 * @param gcCount collections while measuring
 * @param gcMs milliseconds of collection while measuring
 * @param rssMb resident memory at the end, in mebibytes
 * @param stealPct processor time taken by the hypervisor, in percent
 * @param pressurePct time in which somebody waited for a processor, in percent
 * @param foreignCpuPct processor time used by other processes, in percent
 * @param involuntarySwitches involuntary context switches of the fork
 * @param spinCalibration the machine's speed in a short loop before the fork, relative to the best
 *     seen in the campaign
 */
public record ForkCounters(
    double allocBytesPerOp,
    double gcCount,
    double gcMs,
    double rssMb,
    double stealPct,
    double pressurePct,
    double foreignCpuPct,
    double involuntarySwitches,
    double spinCalibration) {}
