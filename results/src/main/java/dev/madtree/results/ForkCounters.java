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
 * @param throttledPct time in which the container's quota held threads back, in percent
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
    double spinCalibration,
    double throttledPct) {

  /** Where nothing was seen, as beside a fork that died before it could tell. */
  public static final ForkCounters NONE =
      new ForkCounters(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN);

  /**
   * Makes counters without a look at the quota.
   *
   * @param allocBytesPerOp bytes allocated per operation
   * @param gcCount collections while measuring
   * @param gcMs milliseconds of collection while measuring
   * @param rssMb resident memory at the end, in mebibytes
   * @param stealPct processor time taken by the hypervisor, in percent
   * @param pressurePct time in which somebody waited for a processor, in percent
   * @param foreignCpuPct processor time used by other processes, in percent
   * @param involuntarySwitches involuntary context switches of the fork
   * @param spinCalibration the machine's speed relative to the best seen
   */
  public ForkCounters(
      double allocBytesPerOp,
      double gcCount,
      double gcMs,
      double rssMb,
      double stealPct,
      double pressurePct,
      double foreignCpuPct,
      double involuntarySwitches,
      double spinCalibration) {
    this(
        allocBytesPerOp,
        gcCount,
        gcMs,
        rssMb,
        stealPct,
        pressurePct,
        foreignCpuPct,
        involuntarySwitches,
        spinCalibration,
        Double.NaN);
  }

  /**
   * Puts what was seen around the fork beside what the fork saw itself.
   *
   * @param seen what went on while it ran
   * @param spin the machine's speed before it, relative to the best seen
   * @return counters with these five figures in place of their own
   */
  public ForkCounters with(Disturbance seen, double spin) {
    return new ForkCounters(
        allocBytesPerOp,
        gcCount,
        gcMs,
        rssMb,
        seen.stealPct(),
        seen.pressurePct(),
        seen.foreignCpuPct(),
        involuntarySwitches,
        spin,
        seen.throttledPct());
  }
}
