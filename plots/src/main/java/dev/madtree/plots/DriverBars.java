package dev.madtree.plots;

import dev.madtree.plots.DriverContest.Cost;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation costs under each driver, split into the driver's own part and the rest: one
 * chart for each cell that several drivers measured.
 */
final class DriverBars implements ChartFamily {
  private static final double ROOM_FOR_FIGURES = 56;
  private static final double THICKEST = 30;
  private static final BasicStroke OUTLINE = new BasicStroke(1f);

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Chart> charts = new ArrayList<>();
    for (DriverContest contest : DriverContest.of(campaign)) {
      boolean measured =
          contest.structures().stream()
              .anyMatch(
                  s -> contest.drivers().stream().anyMatch(d -> contest.cost(s, d).isPresent()));
      if (measured) {
        charts.add(chart(campaign, contest));
      }
    }
    return charts;
  }

  private static Chart chart(Campaign campaign, DriverContest contest) {
    var key = contest.cells().get(0).key();
    Setting setting = Setting.of(key).withoutDriver();
    Frame frame =
        new Frame(
            DriverFindings.title(contest),
            Words.workload(key.workload())
                + " · "
                + key.distribution()
                + " · "
                + Words.threads(key.threads())
                + " · "
                + setting.describe(key.keyBytes()),
            (unit(contest) > 1 ? "Microseconds" : "Nanoseconds")
                + " of a thread for each operation",
            "",
            Footer.mean(campaign, contest.cells())
                + ". Threads over throughput; the driver’s own part is what it takes with a"
                + " structure that does nothing. "
                + campaign.machine()
                + ".");
    boolean one =
        campaign.everyDriver().stream()
                .map(c -> Setting.of(c.key()).withoutDriver())
                .distinct()
                .count()
            == 1;
    return new Chart(
        Chart.Section.DRIVERS,
        "drivers-"
            + key.workload()
            + "-"
            + key.distribution()
            + "-"
            + key.threads()
            + "t"
            + (one ? "" : setting.slug()),
        frame,
        DriverFindings.spoken(contest),
        DriverFindings.table(contest),
        "summary.csv",
        ink -> paint(ink, contest));
  }

  private static void paint(Ink ink, DriverContest contest) {
    paintLegend(ink);
    List<String> drivers = contest.drivers();
    int shown = Math.min(RowGrid.MOST, drivers.size());
    RowGrid grid = new RowGrid(shown, contest.structures());
    double unit = unit(contest);
    double highest = highest(contest) / unit;
    double width = grid.area(0).getWidth();
    Ticks ticks = Ticks.upTo(highest, 4);
    double max = Math.max(ticks.max(), highest * width / (width - ROOM_FOR_FIGURES));
    for (int i = 0; i < shown; i++) {
      Panel panel = grid.plot(i, max);
      String driver = drivers.get(i);
      double half = Math.min(0.36, 0.5 * THICKEST * grid.rows().size() / panel.area().getHeight());
      for (Structure structure : grid.rows()) {
        double row = grid.row(structure);
        contest.cost(structure, driver).ifPresent(c -> addBars(panel, c, unit, row, half));
      }
      String title = Words.sentence(DriverFindings.name(driver));
      grid.paintGround(ink, i, panel, title, ticks);
      panel.paint(ink);
      for (Structure structure : grid.rows()) {
        paintFigure(ink, panel, contest, structure, driver, unit, grid.row(structure), half);
      }
    }
  }

  private static double highest(DriverContest contest) {
    return contest.structures().stream()
        .flatMap(s -> contest.drivers().stream().flatMap(d -> contest.cost(s, d).stream()))
        .mapToDouble(Cost::total)
        .max()
        .orElse(1);
  }

  /** The nanoseconds of the axis's unit: a thousand where figures have five digits. */
  private static double unit(DriverContest contest) {
    return highest(contest) >= 1e4 ? 1e3 : 1;
  }

  private static void addBars(Panel panel, Cost cost, double unit, double row, double half) {
    Color color = cost.structure().color();
    double total = cost.total() / unit;
    double own = cost.split() ? Math.min(cost.own() / unit, total) : 0;
    if (own > 0) {
      panel.box(0, own, row - half, row + half, Theme.tint(color, Theme.LIGHT_TINT));
    }
    if (total > own) {
      panel.box(own, total, row - half, row + half, color);
    }
  }

  private static void paintFigure(
      Ink ink,
      Panel panel,
      DriverContest contest,
      Structure structure,
      String driver,
      double unit,
      double row,
      double half) {
    double middle = panel.y(row);
    var cost = contest.cost(structure, driver);
    if (cost.isEmpty()) {
      String word = contest.find(structure, driver).map(Cell::failure).orElse("not measured");
      ink.text(word, Theme.VALUE, structure.textColor(), panel.x(0) + 6, middle + 4);
      return;
    }
    double top = panel.y(row + half);
    double end = panel.x(cost.get().total() / unit);
    var box = new Rectangle2D.Double(panel.x(0), top, end - panel.x(0), panel.y(row - half) - top);
    ink.stroke(structure.color(), OUTLINE, box);
    String figure = DriverFindings.nanoseconds(cost.get().total());
    if (cost.get().cell().nearCeiling()) {
      figure += " " + CellTables.MARK;
    }
    var font = structure.isSubject() ? Theme.VALUE_STRONG : Theme.VALUE;
    ink.text(figure, font, structure.textColor(), end + 6, middle + 4);
  }

  private static void paintLegend(Ink ink) {
    double y = Theme.UNIT_Y + 24.0;
    double x = Theme.MARGIN;
    String[] names = {"the driver’s own part", "left for the structure"};
    for (int i = 0; i < names.length; i++) {
      Rectangle2D box = new Rectangle2D.Double(x, y - 10, 14, 12);
      ink.fill(i == 0 ? Theme.tint(Theme.MUTED, Theme.LIGHT_TINT) : Theme.MUTED, box);
      ink.stroke(Theme.MUTED, OUTLINE, box);
      ink.text(names[i], Theme.UNIT, Theme.INK, x + 20, y);
      x += 20 + Typeface.width(names[i], Theme.UNIT) + 22;
    }
    String note = CellTables.MARK + " above 70 % of the driver’s own ceiling";
    ink.text(note, Theme.UNIT, Theme.MUTED, x, y);
  }
}
