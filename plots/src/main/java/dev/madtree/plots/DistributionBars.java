package dev.madtree.plots;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Throughput by key distribution: one chart for each workload and thread count. */
final class DistributionBars implements ChartFamily {
  private static final double LEFT = 66;
  private static final double TOP = 142;
  private static final double GROUP_SHARE = 0.8;
  private static final double WIDEST_BAR = 0.16;
  private static final double NARROWEST_FOR_VALUES = 21;

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Chart> charts = new ArrayList<>();
    for (Setting setting : campaign.settings()) {
      List<Cell> under = campaign.under(setting);
      for (String workload : Campaign.workloads(under)) {
        for (int threads : Campaign.threadCounts(under)) {
          List<Cell> cells =
              Campaign.where(
                  under, c -> c.key().workload().equals(workload) && c.key().threads() == threads);
          if (!cells.isEmpty()) {
            charts.add(chart(campaign, setting, cells));
          }
        }
      }
    }
    return charts;
  }

  private static Chart chart(Campaign campaign, Setting setting, List<Cell> cells) {
    var key = cells.get(0).key();
    Selection selection =
        Selection.of(
            Campaign.structures(cells).stream()
                .map(s -> ThreadCurve.throughput(s, cells))
                .toList());
    boolean crowded = Selection.crowded(cells);
    List<Structure> drawn =
        selection.drawn().stream().map(ThreadCurve::structure).filter(s -> !s.isLimit()).toList();
    List<Structure> limits =
        selection.drawn().stream().map(ThreadCurve::structure).filter(Structure::isLimit).toList();
    List<Cell> shown =
        Campaign.where(
            cells, c -> crowded || drawn.contains(c.structure()) || limits.contains(c.structure()));
    Frame frame =
        new Frame(
            DistributionFindings.leaders(cells),
            Words.workload(key.workload())
                + " · "
                + Words.threads(key.threads())
                + (key.threads() > campaign.cores()
                    ? " on " + Words.count(campaign.cores(), "core")
                    : "")
                + " · "
                + setting.describe(key.keyBytes()),
            "Throughput, million operations per second",
            crowded ? "" : "Key distribution",
            Footer.of(campaign, shown) + (crowded ? "" : selection.leftNote()));
    return new Chart(
        Chart.Section.DISTRIBUTIONS,
        "bars-" + key.workload() + "-" + key.threads() + "t" + campaign.settingSlug(setting),
        frame,
        CellTables.spoken("Throughput by key distribution", shown),
        CellTables.throughput(cells),
        "summary.csv",
        ink -> {
          if (crowded) {
            new DotPlot(byDistribution(cells)).paint(ink, frame);
            return;
          }
          Legend.bars(ink, drawn, limits, Theme.UNIT_Y + 24.0);
          ink.textRight(
              selection.beyondNote(),
              Theme.VALUE,
              Theme.MUTED,
              Theme.WIDTH - Theme.MARGIN,
              Theme.UNIT_Y);
          paint(ink, frame, shown, drawn, limits);
        });
  }

  private static List<DotPlot.Panelled> byDistribution(List<Cell> cells) {
    List<String> distributions = Campaign.distributions(cells);
    return distributions.subList(0, Math.min(RowGrid.MOST, distributions.size())).stream()
        .map(
            d ->
                new DotPlot.Panelled(
                    d + " keys", Campaign.where(cells, c -> c.key().distribution().equals(d))))
        .toList();
  }

  private static void paint(
      Ink ink, Frame frame, List<Cell> cells, List<Structure> structures, List<Structure> limits) {
    List<String> groups = Campaign.distributions(cells);
    double highest =
        cells.stream().filter(Cell::measured).mapToDouble(Cell::scaleTop).max().orElse(0) / 1e6;
    Ticks ticks = Ticks.upTo(highest * 1.06, 6);
    double right = Theme.WIDTH - Theme.MARGIN;
    var area = new Rectangle2D.Double(LEFT, TOP, right - LEFT, Theme.PLOT_BOTTOM - TOP);
    Panel panel = new Panel(area, -0.5, groups.size() - 0.5, 0, ticks.max());
    double width = Math.min(WIDEST_BAR, GROUP_SHARE / Math.max(1, structures.size()));
    List<Bar> bars = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      for (int i = 0; i < structures.size(); i++) {
        double centre = group + (i - (structures.size() - 1) / 2.0) * width;
        find(cells, groups.get(group), structures.get(i))
            .ifPresent(cell -> bars.add(new Bar(cell, centre, width)));
      }
    }
    bars.stream().filter(b -> b.cell.measured()).forEach(b -> b.addTo(panel));
    for (double tick : ticks.values()) {
      double y = panel.y(tick);
      ink.line(Theme.GRID, Theme.HAIR, LEFT, y, right, y);
      ink.textRight(ticks.label(tick), Theme.TICK, Theme.MUTED, LEFT - 12, y + 4.5);
    }
    panel.paint(ink);
    ink.line(Theme.AXIS, Theme.HAIR, LEFT, panel.y(0), right, panel.y(0));
    bars.forEach(bar -> bar.label(ink, panel));
    double half = Math.max(GROUP_SHARE / 2.5, 0.53 * structures.size() * width);
    for (int group = 0; group < groups.size(); group++) {
      for (Structure limit : limits) {
        double left = panel.x(group - half);
        double end = panel.x(group + half);
        find(cells, groups.get(group), limit)
            .filter(Cell::measured)
            .map(c -> panel.y(c.mean() / 1e6))
            .ifPresent(y -> ink.line(limit.color(), limit.stroke(), left, y, end, y));
      }
    }
    for (int group = 0; group < groups.size(); group++) {
      double y = Theme.PLOT_BOTTOM + Theme.TICK_GAP;
      String label = Ink.cut(groups.get(group), Theme.TICK, panel.x(1) - panel.x(0) - 8);
      ink.textCentred(label, Theme.TICK, Theme.INK, panel.x(group), y);
    }
    frame.paintAxisTitle(ink, area.getCenterX());
  }

  private static Optional<Cell> find(List<Cell> cells, String distribution, Structure structure) {
    return cells.stream()
        .filter(c -> c.key().distribution().equals(distribution))
        .filter(c -> c.structure().equals(structure))
        .findFirst();
  }

  /**
   * A cell and its place.
   *
   * @param cell what stands there
   * @param centre on the horizontal axis
   * @param width on the horizontal axis
   */
  private record Bar(Cell cell, double centre, double width) {
    void addTo(Panel panel) {
      double half = 0.47 * width;
      panel.bar(centre - half, centre + half, cell.mean() / 1e6, cell.structure().color());
    }

    /** Whisker and figure above a bar; the word of the failure where there is none. */
    void label(Ink ink, Panel panel) {
      double x = panel.x(centre);
      Font font = cell.structure().isSubject() ? Theme.VALUE_STRONG : Theme.VALUE;
      if (!cell.measured()) {
        ink.textUpwards(cell.failure(), font, cell.structure().textColor(), x + 4, panel.y(0) - 7);
        return;
      }
      if (cell.hasInterval()) {
        double end = Math.max(TOP, panel.y(cell.high() / 1e6));
        ink.whisker(Theme.INK, x, panel.y(cell.low() / 1e6), end, 4);
      }
      if (panel.x(width) - panel.x(0) >= NARROWEST_FOR_VALUES) {
        String figure = Words.significant(cell.mean() / 1e6);
        double y = Math.max(TOP, panel.y(cell.top() / 1e6)) - 6;
        ink.textCentred(figure, font, cell.structure().textColor(), x, y);
      }
    }
  }
}
