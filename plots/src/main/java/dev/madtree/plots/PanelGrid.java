package dev.madtree.plots;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Small plots over thread counts side by side, all with one scale.
 *
 * @param panels one a key distribution
 * @param ticks the scale of all
 * @param cores the machine's processors
 */
record PanelGrid(List<Panelled> panels, Ticks ticks, int cores) {
  private static final int COLUMNS = 3;
  private static final double TOP = 164;
  private static final double LEFT = 66;
  private static final double GAP_X = 34;
  private static final double GAP_Y = 62;

  /** As many panels as fit. */
  static final int MOST = 6;

  /**
   * One small plot.
   *
   * @param title the key distribution
   * @param curves what it shows
   */
  record Panelled(String title, List<ThreadCurve> curves) {}

  /** Paints legend, unit line and all plots. */
  void paint(Ink ink, Frame frame) {
    List<Structure> structures =
        panels.stream()
            .flatMap(p -> p.curves().stream())
            .map(ThreadCurve::structure)
            .distinct()
            .toList();
    Legend.lines(ink, structures, Theme.UNIT_Y + 24.0);
    int columns = Math.min(COLUMNS, panels.size() == 4 ? 2 : panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    double right = Theme.WIDTH - Theme.MARGIN;
    double width = Math.floor((right - LEFT - (columns - 1) * GAP_X) / columns);
    double height = Math.floor((Theme.PLOT_BOTTOM - TOP - (rows - 1) * GAP_Y) / rows);
    for (int i = 0; i < panels.size(); i++) {
      double x = LEFT + i % columns * (width + GAP_X);
      double y = TOP + i / columns * (height + GAP_Y);
      Panelled panel = panels.get(i);
      ink.text(panel.title(), Theme.LABEL, Theme.INK, x, y - 9);
      ThreadPlot plot =
          new ThreadPlot(panel.curves(), ticks, cores, new Rectangle2D.Double(x, y, width, height));
      plot.paint(ink, i % columns == 0);
    }
    frame.paintAxisTitle(ink, (LEFT + right) / 2);
  }
}
