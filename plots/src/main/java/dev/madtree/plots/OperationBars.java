package dev.madtree.plots;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Each operation's ratio to the baseline: one chart for each condition in which operations were
 * measured one by one. Ratios, because a scan and a get have no scale in common.
 */
final class OperationBars implements ChartFamily {
  private static final double LEFT = 66;
  private static final double TOP = 142;
  private static final double GROUP_SHARE = 0.8;
  private static final double WIDEST_BAR = 0.26;
  private static final double NARROWEST_FOR_VALUES = 21;

  @Override
  public List<Chart> of(Campaign campaign) {
    Map<SingleOperation.Conditions, List<SingleOperation>> groups = new LinkedHashMap<>();
    campaign.operations().stream()
        .filter(o -> !o.cell().structure().isCeiling() && !o.cell().structure().isImported())
        .filter(o -> o.cell().hasRatio() || !o.cell().measured())
        .forEach(o -> groups.computeIfAbsent(o.conditions(), c -> new ArrayList<>()).add(o));
    List<Chart> charts = new ArrayList<>();
    groups.forEach(
        (conditions, operations) -> {
          if (operations.stream().anyMatch(o -> o.cell().hasRatio())) {
            charts.add(chart(campaign, conditions, operations));
          }
        });
    return charts;
  }

  private static Chart chart(
      Campaign campaign, SingleOperation.Conditions conditions, List<SingleOperation> shown) {
    List<Cell> cells = shown.stream().map(SingleOperation::cell).toList();
    List<Structure> structures = Campaign.structures(cells);
    Frame frame =
        new Frame(
            OperationFindings.title(shown),
            Words.workload(conditions.workload())
                + " · "
                + conditions.distribution()
                + " · "
                + Words.threads(conditions.threads())
                + " · "
                + conditions.setting().describe(cells.get(0).key().keyBytes()),
            "Throughput as a multiple of the skip list’s",
            "Operation",
            Footer.mean(campaign, cells)
                + ". Whiskers: 95 % t interval of the ratios of the"
                + " rounds. Dashed: the skip list. "
                + campaign.machine()
                + ".");
    return new Chart(
        Chart.Section.OPERATIONS,
        "by-operation-"
            + conditions.workload()
            + "-"
            + conditions.distribution()
            + "-"
            + conditions.threads()
            + "t"
            + campaign.settingSlug(conditions.setting()),
        frame,
        OperationFindings.spoken(shown),
        OperationFindings.table(
            campaign.operations().stream().filter(o -> o.conditions().equals(conditions)).toList()),
        "summary.csv",
        ink -> {
          Legend.bars(ink, structures, Theme.UNIT_Y + 24.0);
          paint(ink, frame, shown, structures);
        });
  }

  private static void paint(
      Ink ink, Frame frame, List<SingleOperation> shown, List<Structure> structures) {
    List<String> names = shown.stream().map(SingleOperation::name).distinct().toList();
    double highest = shown.stream().mapToDouble(o -> top(o.cell())).max().orElse(1);
    Ticks ticks = Ticks.upTo(Math.max(1, highest * 1.06), 6);
    double right = Theme.WIDTH - Theme.MARGIN;
    var area = new Rectangle2D.Double(LEFT, TOP, right - LEFT, Theme.PLOT_BOTTOM - TOP);
    Panel panel = new Panel(area, -0.5, names.size() - 0.5, 0, ticks.max());
    double width = Math.min(WIDEST_BAR, GROUP_SHARE / structures.size());
    List<Bar> bars = new ArrayList<>();
    for (int group = 0; group < names.size(); group++) {
      for (int i = 0; i < structures.size(); i++) {
        double centre = group + (i - (structures.size() - 1) / 2.0) * width;
        find(shown, names.get(group), structures.get(i))
            .ifPresent(cell -> bars.add(new Bar(cell, centre, width)));
      }
    }
    bars.stream().filter(b -> b.cell.hasRatio()).forEach(b -> b.addTo(panel));
    for (double tick : ticks.values()) {
      double y = panel.y(tick);
      ink.line(Theme.GRID, Theme.HAIR, LEFT, y, right, y);
      ink.textRight(ticks.label(tick) + "×", Theme.TICK, Theme.MUTED, LEFT - 12, y + 4.5);
    }
    panel.paint(ink);
    ink.line(Theme.AXIS, Theme.HAIR, LEFT, panel.y(0), right, panel.y(0));
    // The skip list itself.
    ink.line(Theme.INK, Theme.dashed(1.2f, 5, 4), LEFT, panel.y(1), right, panel.y(1));
    bars.forEach(bar -> bar.label(ink, panel));
    for (int group = 0; group < names.size(); group++) {
      double y = Theme.PLOT_BOTTOM + Theme.TICK_GAP;
      String label = Ink.cut(names.get(group), Theme.TICK, panel.x(1) - panel.x(0) - 8);
      ink.textCentred(label, Theme.TICK, Theme.INK, panel.x(group), y);
    }
    frame.paintAxisTitle(ink, area.getCenterX());
  }

  private static double top(Cell cell) {
    return cell.hasRatioInterval() ? cell.ratioHigh() : cell.hasRatio() ? cell.ratio() : 0;
  }

  private static Optional<Cell> find(
      List<SingleOperation> shown, String name, Structure structure) {
    return shown.stream()
        .filter(o -> o.name().equals(name) && o.cell().structure().equals(structure))
        .map(SingleOperation::cell)
        .findFirst();
  }

  /**
   * A ratio and its place.
   *
   * @param cell what stands there
   * @param centre on the horizontal axis
   * @param width on the horizontal axis
   */
  private record Bar(Cell cell, double centre, double width) {
    void addTo(Panel panel) {
      double half = 0.47 * width;
      panel.bar(centre - half, centre + half, cell.ratio(), cell.structure().color());
    }

    /** Whisker and figure above a bar; the word of the failure where there is none. */
    void label(Ink ink, Panel panel) {
      double x = panel.x(centre);
      Font font = Theme.VALUE_STRONG;
      if (!cell.hasRatio()) {
        String word = cell.measured() ? "no baseline" : cell.failure();
        ink.textUpwards(word, font, cell.structure().textColor(), x + 4, panel.y(0) - 7);
        return;
      }
      if (cell.hasRatioInterval()) {
        ink.whisker(Theme.INK, x, panel.y(cell.ratioLow()), panel.y(cell.ratioHigh()), 4);
      }
      if (panel.x(width) - panel.x(0) >= NARROWEST_FOR_VALUES) {
        String figure = Words.ratio(cell.ratio());
        double y = panel.y(top(cell)) - 6;
        ink.textCentred(figure, font, cell.structure().textColor(), x, y);
      }
    }
  }
}
