package dev.madtree.plots;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where panels stand that list structures in rows: side by side, the names once at the left.
 *
 * @param panels how many there are
 * @param rows the structures, from the top
 */
record RowGrid(int panels, List<Structure> rows) {
  private static final int COLUMNS = 3;
  private static final double LABELS = 176;
  private static final double TOP = 152;
  private static final double BOTTOM = 506;
  private static final double GAP_X = 30;
  private static final double GAP_Y = 46;

  /** As many panels as fit. */
  static final int MOST = 6;

  int columns() {
    return panels == 4 ? 2 : Math.min(COLUMNS, panels);
  }

  /** The place of a panel. */
  Rectangle2D area(int panel) {
    int lines = (panels + columns() - 1) / columns();
    double right = Theme.WIDTH - Theme.MARGIN;
    double width = Math.floor((right - LABELS - (columns() - 1) * GAP_X) / columns());
    double height = Math.floor((BOTTOM - TOP - (lines - 1) * GAP_Y) / lines);
    double x = LABELS + panel % columns() * (width + GAP_X);
    double y = TOP + panel / columns() * (height + GAP_Y);
    return new Rectangle2D.Double(x, y, width, height);
  }

  /** A plot in a panel's place whose rows are 0, −1, −2 … from the top. */
  Panel plot(int panel, double max) {
    return new Panel(area(panel), 0, max, -rows.size() + 0.5, 0.5);
  }

  /** The row of a structure on the vertical axis. */
  double row(Structure structure) {
    return -rows.indexOf(structure);
  }

  /** Paints a panel's title, its grid and, in the first column, the names of the rows. */
  void paintGround(Ink ink, int panel, Panel plot, String title, Ticks ticks) {
    Rectangle2D area = area(panel);
    String head = Ink.cut(title, Theme.LABEL, area.getWidth());
    ink.text(head, Theme.LABEL, Theme.INK, area.getX(), area.getY() - 9);
    for (double tick : ticks.values()) {
      double x = plot.x(tick);
      if (x <= area.getMaxX() + 1) {
        ink.line(Theme.GRID, Theme.HAIR, x, area.getY(), x, area.getMaxY());
        ink.textCentred(ticks.label(tick), Theme.TICK, Theme.MUTED, x, area.getMaxY() + 17);
      }
    }
    ink.line(Theme.AXIS, Theme.HAIR, area.getX(), area.getY(), area.getX(), area.getMaxY());
    if (panel % columns() == 0) {
      for (Structure structure : rows) {
        double room = LABELS - Theme.MARGIN - 10;
        List<String> lines = Ink.wrap(structure.name(), Theme.LABEL, room, 2);
        double y = plot.y(row(structure)) + 4.5 - 7.5 * (lines.size() - 1);
        for (String line : lines) {
          ink.textRight(line, Theme.LABEL, structure.textColor(), LABELS - 10, y);
          y += 15;
        }
      }
    }
  }
}
