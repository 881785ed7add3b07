package dev.madtree.plots;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How far forks of the same cell lie apart: every fork as a point beside its cell’s mean. */
final class ForkStrip implements ChartFamily {
  private static final double LEFT = 190;
  private static final double RIGHT = 776;
  private static final double JITTER = 0.3;
  private static final int SEE_THROUGH = 150;

  /** A fork's distance from its cell’s mean in percent. */
  private record Deviation(Cell cell, double percent) {}

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Chart> charts = new ArrayList<>();
    for (Setting setting : campaign.settings()) {
      List<Cell> cells =
          Campaign.where(campaign.under(setting), c -> c.measured() && c.forkMeans().size() > 1);
      if (!cells.isEmpty()) {
        charts.add(chart(campaign, setting, cells));
      }
    }
    return charts;
  }

  private static List<Deviation> deviations(List<Cell> cells) {
    List<Deviation> all = new ArrayList<>();
    for (Cell cell : cells) {
      for (double mean : cell.forkMeans()) {
        all.add(new Deviation(cell, 100 * (mean / cell.mean() - 1)));
      }
    }
    return all;
  }

  private static Chart chart(Campaign campaign, Setting setting, List<Cell> cells) {
    List<Deviation> all = deviations(cells);
    Deviation worst =
        all.stream().max(Comparator.comparingDouble(d -> Math.abs(d.percent))).orElseThrow();
    double[] sorted = all.stream().mapToDouble(d -> Math.abs(d.percent)).sorted().toArray();
    Frame frame =
        new Frame(
            "Half of all forks lie within "
                + Words.decimal(sorted[sorted.length / 2], 1)
                + " % of their cell’s mean, the farthest "
                + Words.decimal(Math.abs(worst.percent), 1)
                + " % off",
            "One point a fork, all cells with two or more forks · "
                + setting.describe(cells.get(0).key().keyBytes()),
            "",
            "Fork mean against its cell’s mean",
            Words.count(all.size(), "fork")
                + " of "
                + Words.count(cells.size(), "cell")
                + ", none left out. "
                + campaign.machine()
                + ".");
    return new Chart(
        Chart.Section.CONFIDENCE,
        "forks" + campaign.settingSlug(setting),
        frame,
        frame.title() + ". " + spoken(all),
        table(all),
        "samples.csv",
        ink -> paint(ink, frame, cells, all));
  }

  private static Deviation farthest(List<Deviation> all, Structure structure) {
    return all.stream()
        .filter(d -> d.cell.structure().equals(structure))
        .max(Comparator.comparingDouble(d -> Math.abs(d.percent)))
        .orElseThrow();
  }

  private static DataTable table(List<Deviation> all) {
    List<List<String>> rows = new ArrayList<>();
    List<Cell> cells = all.stream().map(Deviation::cell).distinct().toList();
    for (Structure structure : Campaign.structures(cells)) {
      Deviation far = farthest(all, structure);
      long forks = all.stream().filter(d -> d.cell.structure().equals(structure)).count();
      rows.add(
          List.of(structure.name(), Long.toString(forks), signed(far.percent), place(far.cell)));
    }
    return new DataTable(List.of("Structure", "Forks", "Farthest fork", "Its cell"), rows);
  }

  private static String spoken(List<Deviation> all) {
    return String.join(
            "; ",
            table(all).rows().stream()
                .map(row -> row.get(0) + ": farthest fork " + row.get(2) + " in " + row.get(3))
                .toList())
        + ".";
  }

  private static String place(Cell cell) {
    return Words.workloadShort(cell.key().workload())
        + " "
        + cell.key().distribution()
        + ", "
        + Words.threads(cell.key().threads());
  }

  private static String signed(double percent) {
    return (percent > 0 ? "+" : "") + Words.decimal(percent, 1) + " %";
  }

  private static void paint(Ink ink, Frame frame, List<Cell> cells, List<Deviation> all) {
    List<Structure> structures = Campaign.structures(cells);
    double far = all.stream().mapToDouble(d -> Math.abs(d.percent)).max().orElse(1);
    Ticks ticks = Ticks.upTo(Math.max(1, far), 3);
    double end = Math.max(ticks.max(), far * 1.05);
    double top = Theme.PLOT_TOP;
    var area = new Rectangle2D.Double(LEFT, top, RIGHT - LEFT, Theme.PLOT_BOTTOM - top);
    Panel panel = new Panel(area, -end, end, -0.5, structures.size() - 0.5);
    for (int i = 0; i < structures.size(); i++) {
      Structure structure = structures.get(i);
      List<Deviation> own = all.stream().filter(d -> d.cell.structure().equals(structure)).toList();
      double row = structures.size() - 1.0 - i;
      double[] xs = own.stream().mapToDouble(Deviation::percent).toArray();
      double[] ys = new double[xs.length];
      for (int j = 0; j < ys.length; j++) {
        ys[j] = row + JITTER * (2 * ((j * 0.618034) % 1) - 1);
      }
      Color c = structure.color();
      Color soft = new Color(c.getRed(), c.getGreen(), c.getBlue(), SEE_THROUGH);
      panel.points(xs, ys, soft, structure.mark().marker(3.4));
    }
    for (double tick : ticks.values()) {
      for (int side : tick == 0 ? new int[] {1} : new int[] {-1, 1}) {
        double x = panel.x(side * tick);
        ink.line(tick == 0 ? Theme.AXIS : Theme.GRID, Theme.HAIR, x, top, x, area.getMaxY());
        String label = tick == 0 ? "0 %" : (side > 0 ? "+" : "−") + ticks.label(tick) + " %";
        double y = Theme.PLOT_BOTTOM + Theme.TICK_GAP;
        ink.textCentred(label, Theme.TICK, Theme.MUTED, x, y);
      }
    }
    panel.paint(ink);
    for (int i = 0; i < structures.size(); i++) {
      Structure structure = structures.get(i);
      double y = panel.y(structures.size() - 1.0 - i) + 4.5;
      String name = Ink.cut(structure.name(), Theme.LABEL, LEFT - Theme.MARGIN - 8);
      ink.text(name, Theme.LABEL, structure.textColor(), Theme.MARGIN, y);
      Deviation worst = farthest(all, structure);
      ink.text("farthest " + signed(worst.percent), Theme.VALUE, Theme.INK, RIGHT + 12, y - 7);
      String place = Ink.cut(place(worst.cell), Theme.VALUE, Theme.WIDTH - RIGHT - 30);
      ink.text(place, Theme.VALUE, Theme.MUTED, RIGHT + 12, y + 8);
    }
    frame.paintAxisTitle(ink, area.getCenterX());
  }
}
