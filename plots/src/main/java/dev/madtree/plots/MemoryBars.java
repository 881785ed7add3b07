package dev.madtree.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes for each entry, stacked by what takes them: one chart for each setting, one panel a key
 * shape, all with one scale.
 */
final class MemoryBars implements ChartFamily {
  private static final double ROOM_FOR_TOTALS = 50;
  private static final double THICKEST = 30;
  private static final BasicStroke FLAT = Theme.dashed(1.4f, 5, 3);
  private static final BasicStroke OUTLINE = new BasicStroke(1f);

  /** How much of a structure's colour its keys and its values have. */
  private static final double[] TINT = {Theme.HALF_TINT, Theme.LIGHT_TINT, 1};

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Setting> settings =
        campaign.footprints().stream()
            .map(f -> Setting.of(f.key()).withoutKeyShape())
            .distinct()
            .toList();
    List<Chart> charts = new ArrayList<>();
    for (Setting setting : settings) {
      List<List<Footprint>> shapes =
          campaign.footprintsByShape().stream()
              .filter(s -> Setting.of(s.get(0).key()).withoutKeyShape().equals(setting))
              .filter(s -> s.stream().anyMatch(Footprint::measured))
              .toList();
      for (int from = 0; from < shapes.size(); from += RowGrid.MOST) {
        String part = shapes.size() <= RowGrid.MOST ? "" : "-" + (from / RowGrid.MOST + 1);
        String slug = settings.size() == 1 ? part : part + "-" + setting.slug();
        charts.add(
            chart(
                campaign,
                setting,
                shapes.subList(from, Math.min(shapes.size(), from + RowGrid.MOST)),
                slug));
      }
    }
    return charts;
  }

  private static Chart chart(
      Campaign campaign, Setting setting, List<List<Footprint>> shapes, String slug) {
    int forks =
        shapes.stream()
            .flatMap(List::stream)
            .flatMap(f -> f.parts().values().stream())
            .mapToInt(row -> row.forks())
            .max()
            .orElse(0);
    Frame frame =
        new Frame(
            MemoryFindings.title(shapes),
            Words.magnitude(setting.records())
                + " entries · "
                + (shapes.size() == 1
                    ? MemoryFindings.keys(
                            shapes.get(0).get(0).key().keyShape(), shapes.get(0).get(0))
                        + " · "
                    : "one panel a key shape, one scale for all · ")
                + setting.conditions(),
            "Bytes for each entry",
            "",
            (forks == 1 ? "One fork" : "Geometric mean of " + Words.count(forks, "fork"))
                + ", objects counted one by one after a full collection. Dashed: a flat array of"
                + " keys and values, their bytes alone. Figure: the sum. "
                + campaign.machine()
                + ".");
    return new Chart(
        Chart.Section.MEMORY,
        "memory" + slug,
        frame,
        MemoryFindings.spoken(shapes),
        MemoryFindings.table(shapes),
        "memory.csv",
        ink -> paint(ink, shapes));
  }

  private static void paint(Ink ink, List<List<Footprint>> shapes) {
    paintLegend(ink);
    RowGrid grid = new RowGrid(shapes.size(), structures(shapes));
    double highest =
        shapes.stream().flatMap(List::stream).mapToDouble(MemoryBars::top).max().orElse(1);
    double width = grid.area(0).getWidth();
    Ticks ticks = Ticks.upTo(highest, grid.columns() == 1 ? 8 : 4);
    double max = Math.max(ticks.max(), highest * width / (width - ROOM_FOR_TOTALS));
    for (int i = 0; i < shapes.size(); i++) {
      Footprint one = shapes.get(i).get(0);
      String title = shapes.size() > 1 ? MemoryFindings.keys(one.key().keyShape(), one) : "";
      new Stack(shapes.get(i), grid, i).paint(ink, title, ticks, max);
    }
  }

  private static double top(Footprint footprint) {
    return footprint.measured() ? Math.max(footprint.top(), footprint.flat()) : 0;
  }

  private static List<Structure> structures(List<List<Footprint>> shapes) {
    return shapes.stream()
        .flatMap(List::stream)
        .map(Footprint::structure)
        .distinct()
        .sorted(Structure.LISTED)
        .toList();
  }

  private static void paintLegend(Ink ink) {
    double y = Theme.UNIT_Y + 24.0;
    double x = Theme.MARGIN;
    for (int i = 0; i < TINT.length; i++) {
      Rectangle2D box = new Rectangle2D.Double(x, y - 10, 14, 12);
      ink.fill(Theme.tint(Theme.MUTED, TINT[i]), box);
      ink.stroke(Theme.MUTED, OUTLINE, box);
      String name = Footprint.STACKED.get(i);
      ink.text(name, Theme.UNIT, Theme.INK, x + 20, y);
      x += 20 + Typeface.width(name, Theme.UNIT) + 22;
    }
    ink.line(Theme.INK, FLAT, x + 3, y - 11, x + 3, y + 3);
    ink.text("flat array", Theme.UNIT, Theme.INK, x + 12, y);
    x += 12 + Typeface.width("flat array", Theme.UNIT) + 22;
    paintHeap(ink, x + 5, y - 4);
    ink.text("by heap difference", Theme.UNIT, Theme.INK, x + 16, y);
  }

  private static void paintHeap(Ink ink, double x, double y) {
    ink.graphics().setColor(Theme.INK);
    Mark.DIAMOND_HOLLOW.paint(ink.graphics(), x, y, 4);
  }

  /**
   * The bars of one key shape.
   *
   * @param shown one a structure
   * @param grid where the panels stand
   * @param place which of them this is
   */
  private record Stack(List<Footprint> shown, RowGrid grid, int place) {

    void paint(Ink ink, String title, Ticks ticks, double max) {
      Panel panel = grid.plot(place, max);
      double half = Math.min(0.36, 0.5 * THICKEST * grid.rows().size() / panel.area().getHeight());
      shown.stream().filter(Footprint::measured).forEach(f -> addBars(panel, f, half));
      grid.paintGround(ink, place, panel, title, ticks);
      panel.paint(ink);
      for (Footprint footprint : shown) {
        paintRow(ink, panel, footprint, half);
      }
    }

    private void addBars(Panel panel, Footprint footprint, double half) {
      double row = grid.row(footprint.structure());
      Color color = footprint.structure().color();
      if (!footprint.stacked()) {
        panel.box(0, footprint.total(), row - half, row + half, Theme.tint(color, TINT[0]));
        return;
      }
      double from = 0;
      for (int i = 0; i < TINT.length; i++) {
        double bytes = footprint.bytes(Footprint.STACKED.get(i));
        if (bytes > 0) {
          panel.box(from, from + bytes, row - half, row + half, Theme.tint(color, TINT[i]));
          from += bytes;
        }
      }
    }

    private void paintRow(Ink ink, Panel panel, Footprint footprint, double half) {
      double row = grid.row(footprint.structure());
      Structure structure = footprint.structure();
      double middle = panel.y(row);
      if (!footprint.measured()) {
        ink.text(
            footprint.failure(), Theme.VALUE, structure.textColor(), panel.x(0) + 6, middle + 4);
        return;
      }
      double top = panel.y(row + half);
      double height = panel.y(row - half) - top;
      double end = panel.x(footprint.total());
      ink.stroke(
          structure.color(),
          OUTLINE,
          new Rectangle2D.Double(panel.x(0), top, end - panel.x(0), height));
      double flat = panel.x(footprint.flat());
      double reach = Math.min(4, 0.5 * (panel.y(row - 0.5) - panel.y(row + 0.5) - height));
      ink.line(Theme.INK, FLAT, flat, top - reach, flat, top + height + reach);
      double heap = footprint.bytes(Footprint.HEAP);
      if (Double.isFinite(heap)) {
        paintHeap(ink, panel.x(heap), middle);
        end = Math.max(end, panel.x(heap) + 5);
      }
      ink.text(
          Words.significant(footprint.total()),
          structure.isSubject() ? Theme.VALUE_STRONG : Theme.VALUE,
          structure.textColor(),
          Math.max(end, flat) + 6,
          middle + 4);
    }
  }
}
