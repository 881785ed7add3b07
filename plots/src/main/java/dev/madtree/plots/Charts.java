package dev.madtree.plots;

import java.util.List;

/** All kinds of charts. A new kind is one class and one line here. */
final class Charts {
  static final List<ChartFamily> ALL =
      List.of(
          new RatioHeatMap(),
          new ThroughputByThreads(),
          new SpeedUp(),
          new DistributionPanels(),
          new DistributionBars(),
          new LatencyCurve(),
          new OperationBars(),
          new MemoryBars(),
          new DriverBars(),
          new ForkStrip());

  private Charts() {}

  /** Every chart that a campaign has data for, in the order of the report. */
  static List<Chart> of(Campaign campaign) {
    return ALL.stream().flatMap(family -> family.of(campaign).stream()).toList();
  }
}
