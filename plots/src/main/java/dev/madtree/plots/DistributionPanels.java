package dev.madtree.plots;

import java.util.ArrayList;
import java.util.List;

/** Throughput over threads for all key distributions of a workload side by side, on one scale. */
final class DistributionPanels implements ChartFamily {

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Chart> charts = new ArrayList<>();
    for (Setting setting : campaign.settings()) {
      List<Cell> under = campaign.under(setting);
      for (String workload : Campaign.workloads(under)) {
        List<Cell> cells = Campaign.where(under, c -> c.key().workload().equals(workload));
        if (Selection.crowded(cells)) {
          continue; // The dot plots of each thread count have a panel a distribution.
        }
        if (Campaign.distributions(cells).size() > 1 && Campaign.threadCounts(cells).size() > 1) {
          charts.add(chart(campaign, setting, cells));
        }
      }
    }
    return charts;
  }

  private static Chart chart(Campaign campaign, Setting setting, List<Cell> cells) {
    var key = cells.get(0).key();
    List<String> distributions = Campaign.distributions(cells);
    List<String> shown = distributions.subList(0, Math.min(PanelGrid.MOST, distributions.size()));
    Selection selection =
        Selection.of(
            Campaign.structures(cells).stream()
                .map(s -> ThreadCurve.throughput(s, cells))
                .toList());
    List<Structure> drawn = selection.drawn().stream().map(ThreadCurve::structure).toList();
    List<PanelGrid.Panelled> panels =
        shown.stream()
            .map(
                d ->
                    new PanelGrid.Panelled(
                        d,
                        drawn.stream()
                            .map(
                                s ->
                                    ThreadCurve.throughput(
                                        s,
                                        Campaign.where(
                                            cells, c -> c.key().distribution().equals(d))))
                            .filter(c -> !c.points().isEmpty())
                            .toList()))
            .toList();
    double highest = selection.drawn().stream().mapToDouble(ThreadCurve::top).max().orElse(0);
    PanelGrid grid = new PanelGrid(panels, Ticks.upTo(highest, 5), campaign.cores());
    int cores = campaign.cores();
    boolean beyond = Campaign.threadCounts(cells).stream().anyMatch(n -> n > cores);
    Frame frame =
        new Frame(
            DistributionFindings.gains(cells),
            Words.workload(key.workload())
                + " · one panel a key distribution, one scale for all · "
                + setting.describe(key.keyBytes()),
            "Throughput, million operations per second",
            "Threads" + (beyond ? " (shaded: more than " + Words.count(cores, "core") + ")" : ""),
            Footer.of(campaign, cells) + selection.leftNote());
    return new Chart(
        Chart.Section.DISTRIBUTIONS,
        "panels-" + key.workload() + campaign.settingSlug(setting),
        frame,
        CellTables.spoken("Throughput over threads, a panel a key distribution", cells),
        CellTables.throughput(cells),
        "summary.csv",
        ink -> {
          grid.paint(ink, frame);
          ink.textRight(
              selection.beyondNote(),
              Theme.VALUE,
              Theme.MUTED,
              Theme.WIDTH - Theme.MARGIN,
              Theme.UNIT_Y);
        });
  }
}
