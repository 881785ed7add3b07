package dev.madtree.plots;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Curves over thread counts on a doubling axis, with the machine's cores shown. */
final class ThreadPlot {
  private static final double MARK_RADIUS = 4.2;
  private static final double SEARCH_STEP = 4;

  private final List<ThreadCurve> curves;
  private final Ticks ticks;
  private final int cores;
  private final List<Integer> threads;
  private final Panel panel;

  /**
   * A plot of curves.
   *
   * @param ticks the vertical axis, the same for all plots that stand side by side
   * @param cores the machine's processors
   * @param area where it stands
   */
  ThreadPlot(List<ThreadCurve> curves, Ticks ticks, int cores, Rectangle2D area) {
    this.curves = curves;
    this.ticks = ticks;
    this.cores = cores;
    this.threads =
        curves.stream()
            .flatMap(c -> c.points().stream())
            .map(ThreadCurve.Point::threads)
            .distinct()
            .sorted()
            .toList();
    double first = ThreadCurve.log2(threads.get(0));
    double last = ThreadCurve.log2(threads.get(threads.size() - 1));
    double pad = last > first ? Math.max(0.05 * (last - first), 0.1) : 0.5;
    this.panel = new Panel(area, first - pad, last + pad, 0, ticks.max());
    double radius = area.getWidth() > 400 ? MARK_RADIUS : 0.75 * MARK_RADIUS;
    for (int i = curves.size() - 1; i >= 0; i--) {
      ThreadCurve curve = curves.get(i);
      Structure structure = curve.structure();
      if (curve.last().isPresent()) {
        panel.line(
            curve.all(ThreadCurve.Point::x),
            curve.all(ThreadCurve.Point::value),
            structure.color(),
            structure.stroke(),
            structure.mark().marker(radius));
      }
    }
  }

  /**
   * Paints everything inside the axes and the tick labels.
   *
   * @param labelled whether the vertical axis is written
   */
  void paint(Ink ink, boolean labelled) {
    paintGround(ink, labelled);
    panel.paint(ink);
    paintWhiskers(ink);
    paintFailures(ink);
  }

  /** Where a value stands in the frame. */
  double y(double value) {
    return panel.y(value);
  }

  /** Where a thread count stands in the frame. */
  double x(int threads) {
    return panel.x(ThreadCurve.log2(threads));
  }

  Rectangle2D area() {
    return panel.area();
  }

  private void paintGround(Ink ink, boolean labelled) {
    Rectangle2D area = panel.area();
    int most = threads.get(threads.size() - 1);
    double edge = panel.x(ThreadCurve.log2(cores));
    if (most > cores) {
      double left = Math.max(area.getX(), edge);
      ink.fill(Theme.BAND, left, area.getY(), area.getMaxX() - left, area.getHeight());
    }
    for (double tick : ticks.values()) {
      double y = panel.y(tick);
      ink.line(Theme.GRID, Theme.HAIR, area.getX(), y, area.getMaxX(), y);
      if (labelled) {
        ink.textRight(ticks.label(tick), Theme.TICK, Theme.MUTED, area.getX() - 12, y + 4.5);
      }
    }
    ink.line(Theme.AXIS, Theme.HAIR, area.getX(), panel.y(0), area.getMaxX(), panel.y(0));
    if (most >= cores && cores >= threads.get(0) && wide()) {
      ink.line(Theme.AXIS, Theme.dashed(1f, 4, 4), edge, area.getY(), edge, area.getMaxY());
      ink.textCentred(Words.count(cores, "core"), Theme.VALUE, Theme.MUTED, edge, area.getY() - 5);
    }
    for (int n : threads) {
      double y = area.getMaxY() + Theme.TICK_GAP;
      ink.textCentred(
          Integer.toString(n), Theme.TICK, Theme.MUTED, panel.x(ThreadCurve.log2(n)), y);
    }
  }

  private void paintWhiskers(Ink ink) {
    for (ThreadCurve curve : curves) {
      for (ThreadCurve.Point point : curve.points()) {
        if (point.hasInterval()) {
          ink.whisker(
              curve.structure().color(),
              panel.x(point.x()),
              panel.y(point.low()),
              panel.y(Math.min(point.high(), ticks.max())),
              4);
        }
      }
    }
  }

  /** A failed cell has no point; its words stand in the gap that it leaves in the curve. */
  private void paintFailures(Ink ink) {
    List<Shape> taken = new ArrayList<>(painted());
    for (ThreadCurve curve : curves) {
      for (ThreadCurve.Point point : curve.points()) {
        if (!point.failure().isEmpty()) {
          Rectangle2D place = paintFailure(ink, curve, point, taken);
          taken.add(place);
        }
      }
    }
  }

  private Rectangle2D paintFailure(
      Ink ink, ThreadCurve curve, ThreadCurve.Point point, List<Shape> taken) {
    Rectangle2D area = panel.area();
    String words = wide() ? curve.structure().name() + ": " + point.failure() : point.failure();
    double width = Typeface.width(words, Theme.VALUE_STRONG) + 6;
    double centre = panel.x(point.x());
    double left =
        Math.max(area.getX() + 2, Math.min(area.getMaxX() - width - 2, centre - width / 2));
    Rectangle2D place = freePlace(left, panel.y(curve.valueInGap(point.threads())), width, taken);
    ink.text(
        words,
        Theme.VALUE_STRONG,
        curve.structure().textColor(),
        place.getX() + 3,
        place.getY() + 11.5);
    return place;
  }

  /** The place nearest to a height where words cross neither a curve nor other words. */
  private Rectangle2D freePlace(double left, double middle, double width, List<Shape> taken) {
    Rectangle2D area = panel.area();
    double wanted = Math.max(area.getY() + 2, Math.min(area.getMaxY() - 17, middle - 7.5));
    for (int step = 0; step < area.getHeight() / SEARCH_STEP; step++) {
      for (int side : new int[] {1, -1}) {
        double top = wanted + side * step * SEARCH_STEP;
        Rectangle2D place = new Rectangle2D.Double(left, top, width, 15);
        boolean inside = top >= area.getY() + 1 && top + 15 <= area.getMaxY() - 1;
        if (inside && taken.stream().noneMatch(shape -> crosses(place, shape))) {
          return place;
        }
      }
    }
    return new Rectangle2D.Double(left, wanted, width, 15);
  }

  private static boolean crosses(Rectangle2D place, Shape shape) {
    return shape instanceof Line2D line ? place.intersectsLine(line) : shape.intersects(place);
  }

  private List<Shape> painted() {
    List<Shape> lines = new ArrayList<>();
    for (ThreadCurve curve : curves) {
      ThreadCurve.Point before = null;
      for (ThreadCurve.Point point : curve.points()) {
        if (!point.drawn()) {
          before = null;
          continue;
        }
        double x = panel.x(point.x());
        double y = panel.y(point.value());
        lines.add(new Rectangle2D.Double(x - 6, y - 6, 12, 12));
        if (point.hasInterval()) {
          lines.add(new Line2D.Double(x, panel.y(point.low()), x, panel.y(point.high())));
        }
        if (before != null) {
          lines.add(new Line2D.Double(panel.x(before.x()), panel.y(before.value()), x, y));
        }
        before = point;
      }
    }
    return lines;
  }

  /** Whether there is room for more than the figures themselves. */
  private boolean wide() {
    return panel.area().getWidth() > 400;
  }
}
