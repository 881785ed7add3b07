package dev.madtree.plots;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Throughput of more structures than curves or bars can tell apart: a row each, the fastest first,
 * a point with its interval in every panel, all panels with one scale.
 *
 * @param panels one a thread count or key distribution
 */
record DotPlot(List<Panelled> panels) {
  private static final double ROOM_FOR_FIGURES = 46;
  private static final double RADIUS = 4.6;

  /**
   * One panel.
   *
   * @param title what its cells share
   * @param cells one a structure
   */
  record Panelled(String title, List<Cell> cells) {}

  /** Paints limits, rows and points. */
  void paint(Ink ink, Frame frame) {
    Selection selection = selection();
    List<Structure> limits =
        selection.drawn().stream().map(ThreadCurve::structure).filter(Structure::isLimit).toList();
    List<Structure> rows = rows();
    Legend.lines(ink, limits, Theme.UNIT_Y + 24.0);
    double right = Theme.WIDTH - Theme.MARGIN;
    ink.textRight(selection.beyondNote(), Theme.VALUE, Theme.MUTED, right, Theme.UNIT_Y);
    RowGrid grid = new RowGrid(panels.size(), rows);
    double width = grid.area(0).getWidth();
    double highest = selection.drawn().stream().mapToDouble(ThreadCurve::top).max().orElse(0);
    Ticks ticks = Ticks.upTo(highest, grid.columns() == 1 ? 8 : 4);
    double max = Math.max(ticks.max(), highest * width / (width - ROOM_FOR_FIGURES));
    for (int i = 0; i < panels.size(); i++) {
      Panel plot = grid.plot(i, max);
      List<Cell> cells = panels.get(i).cells();
      for (Cell cell : cells) {
        if (cell.measured() && rows.contains(cell.structure())) {
          plot.points(
              new double[] {cell.mean() / 1e6},
              new double[] {grid.row(cell.structure())},
              cell.structure().color(),
              cell.structure().mark().marker(RADIUS));
        }
      }
      grid.paintGround(ink, i, plot, panels.get(i).title(), ticks);
      paintRows(ink, grid, i, plot);
      paintLimits(ink, plot, cells, limits, grid.area(i));
      plot.paint(ink);
      cells.stream()
          .filter(c -> rows.contains(c.structure()))
          .forEach(c -> paintFigure(ink, plot, c, grid.row(c.structure()), max));
    }
    frame.paintAxisTitle(ink, (grid.area(0).getX() + right) / 2);
  }

  /** What is too far above the others to share their scale. */
  Selection selection() {
    List<Cell> all = panels.stream().flatMap(p -> p.cells().stream()).toList();
    return Selection.of(
        Campaign.structures(all).stream().map(s -> ThreadCurve.throughput(s, all)).toList(),
        Integer.MAX_VALUE);
  }

  private List<Structure> rows() {
    List<Structure> beyond = selection().beyond().stream().map(ThreadCurve::structure).toList();
    List<Cell> all = panels.stream().flatMap(p -> p.cells().stream()).toList();
    return Campaign.structures(all).stream()
        .filter(s -> !s.isLimit() && !beyond.contains(s))
        .sorted(Comparator.comparingDouble((Structure s) -> typical(s, all)).reversed())
        .toList();
  }

  private static double typical(Structure structure, List<Cell> all) {
    return all.stream()
        .filter(c -> c.structure().equals(structure) && c.measured())
        .mapToDouble(c -> Math.log(c.mean()))
        .average()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static void paintRows(Ink ink, RowGrid grid, int panel, Panel plot) {
    Rectangle2D area = grid.area(panel);
    for (Structure structure : grid.rows()) {
      double y = plot.y(grid.row(structure));
      ink.line(Theme.GRID, Theme.HAIR, area.getX(), y, area.getMaxX(), y);
    }
  }

  private static void paintLimits(
      Ink ink, Panel plot, List<Cell> cells, List<Structure> limits, Rectangle2D area) {
    for (Structure limit : limits) {
      Optional<Cell> cell =
          cells.stream().filter(c -> c.structure().equals(limit) && c.measured()).findFirst();
      cell.ifPresent(
          c -> {
            double x = plot.x(c.mean() / 1e6);
            ink.line(limit.color(), limit.stroke(), x, area.getY(), x, area.getMaxY());
          });
    }
  }

  private static void paintFigure(Ink ink, Panel plot, Cell cell, double row, double max) {
    double y = plot.y(row);
    var color = cell.structure().textColor();
    if (!cell.measured()) {
      ink.text(cell.failure(), Theme.VALUE, color, plot.x(0) + 6, y - 3);
      return;
    }
    if (cell.hasInterval()) {
      double high = plot.x(Math.min(max, cell.high() / 1e6));
      ink.line(color, Theme.WHISKER, plot.x(cell.low() / 1e6), y, high, y);
      for (double end : new double[] {plot.x(cell.low() / 1e6), high}) {
        ink.line(color, Theme.WHISKER, end, y - 4, end, y + 4);
      }
    }
    var font = cell.structure().isSubject() ? Theme.VALUE_STRONG : Theme.VALUE;
    double after = Math.max(plot.x(cell.mean() / 1e6) + RADIUS, plot.x(cell.top() / 1e6)) + 6;
    String figure = Words.significant(cell.mean() / 1e6);
    double room = plot.area().getMaxX() - Typeface.width(figure, font);
    ink.text(figure, font, color, Math.min(after, room), y - (after > room ? 6 : -4));
  }
}
