package dev.madtree.plots;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** How throughput grows with threads: one chart for each workload and key distribution. */
final class ThroughputByThreads implements ChartFamily {
  private static final int LEFT = 66;
  private static final int RIGHT = 776;

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Chart> charts = new ArrayList<>();
    for (Setting setting : campaign.settings()) {
      List<Cell> under = campaign.under(setting);
      for (String workload : Campaign.workloads(under)) {
        for (String distribution : Campaign.distributions(under)) {
          List<Cell> cells =
              Campaign.where(
                  under,
                  c ->
                      c.key().workload().equals(workload)
                          && c.key().distribution().equals(distribution));
          if (Campaign.threadCounts(cells).size() > 1) {
            charts.add(chart(campaign, setting, cells));
          }
        }
      }
    }
    return charts;
  }

  private static Chart chart(Campaign campaign, Setting setting, List<Cell> cells) {
    var key = cells.get(0).key();
    List<Integer> threads = Campaign.threadCounts(cells);
    int most = threads.get(threads.size() - 1);
    DotPlot dots = new DotPlot(byThreads(cells));
    boolean crowded = Selection.crowded(cells);
    Selection selection =
        Selection.of(
            Campaign.structures(cells).stream()
                .map(s -> ThreadCurve.throughput(s, cells))
                .toList());
    Frame frame =
        new Frame(
            Findings.about(Campaign.where(cells, c -> c.key().threads() == most)),
            Words.workload(key.workload())
                + " · "
                + key.distribution()
                + " · "
                + setting.describe(key.keyBytes()),
            "Throughput, million operations per second",
            crowded ? "" : "Threads" + (threads.size() > 2 ? " (doubling)" : ""),
            Footer.of(campaign, cells) + (crowded ? "" : selection.leftNote()));
    return new Chart(
        Chart.Section.SCALING,
        "throughput-" + key.workload() + "-" + key.distribution() + campaign.settingSlug(setting),
        frame,
        CellTables.spoken("Throughput over threads", cells),
        CellTables.throughput(cells),
        "summary.csv",
        ink -> {
          if (crowded) {
            dots.paint(ink, frame);
          } else {
            paint(ink, frame, selection, campaign.cores());
          }
        });
  }

  /** A panel a thread count; with more counts than there is room for, the fewest and the most. */
  private static List<DotPlot.Panelled> byThreads(List<Cell> cells) {
    List<Integer> counts = Campaign.threadCounts(cells);
    int from = Math.max(1, counts.size() - RowGrid.MOST + 1);
    return counts.stream()
        .filter(n -> counts.indexOf(n) == 0 || counts.indexOf(n) >= from)
        .map(
            n ->
                new DotPlot.Panelled(
                    Words.threads(n), Campaign.where(cells, c -> c.key().threads() == n)))
        .toList();
  }

  private static void paint(Ink ink, Frame frame, Selection selection, int cores) {
    List<ThreadCurve> curves = selection.drawn();
    double highest = curves.stream().mapToDouble(ThreadCurve::top).max().orElse(0);
    var area =
        new Rectangle2D.Double(
            LEFT, Theme.PLOT_TOP, RIGHT - LEFT, Theme.PLOT_BOTTOM - Theme.PLOT_TOP);
    ThreadPlot plot = new ThreadPlot(curves, Ticks.upTo(highest, 7), cores, area);
    plot.paint(ink, true);
    ink.textRight(
        selection.beyondNote(), Theme.VALUE, Theme.MUTED, Theme.WIDTH - Theme.MARGIN, Theme.UNIT_Y);
    int most =
        curves.stream()
            .flatMap(c -> c.points().stream())
            .mapToInt(ThreadCurve.Point::threads)
            .max()
            .orElse(0);
    Gutter gutter = new Gutter();
    for (ThreadCurve curve : curves) {
      curve
          .last()
          .ifPresent(
              last ->
                  gutter.add(
                      curve.structure().name(),
                      Words.throughput(last.value() * 1e6)
                          + (last.threads() == most ? "" : " at " + last.threads()),
                      curve.structure().textColor(),
                      plot.x(last.threads()),
                      plot.y(last.value())));
    }
    gutter.paint(ink, RIGHT, Theme.PLOT_TOP, Theme.PLOT_BOTTOM);
    frame.paintAxisTitle(ink, area.getCenterX());
  }
}
