package dev.madtree.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A plot of XChart's with nothing but its series, put at a place in the frame. All else around the
 * series is painted by us, below or above, at the places that {@link #x} and {@link #y} tell.
 */
final class Panel {
  private static final Color CLEAR = new Color(255, 255, 255, 0);

  private final Rectangle2D area;
  private final double xMin;
  private final double xMax;
  private final double yMin;
  private final double yMax;
  private final XYChart chart;
  private int series;
  private boolean settled;

  /**
   * An empty plot.
   *
   * @param area where it stands in the frame
   */
  Panel(Rectangle2D area, double xMin, double xMax, double yMin, double yMax) {
    this.area = area;
    this.xMin = xMin;
    this.xMax = xMax;
    this.yMin = yMin;
    this.yMax = yMax;
    this.chart = new XYChart((int) area.getWidth(), (int) area.getHeight());
    var styler = chart.getStyler();
    styler.setXAxisMin(xMin).setXAxisMax(xMax).setYAxisMin(yMin).setYAxisMax(yMax);
    styler.setAxisTitlesVisible(false).setAxisTicksVisible(false);
    styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false);
    styler.setPlotGridLinesVisible(false).setPlotTicksMarksVisible(false).setPlotMargin(0);
    styler.setAxisTitlePadding(0).setAxisTickPadding(0).setAxisTickMarkLength(0);
    styler.setChartTitleVisible(false).setLegendVisible(false).setPlotBorderVisible(false);
    styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
    styler.setChartPadding(0).setPlotContentSize(1.0);
    carryFonts(styler);
  }

  /** XChart looks at its fonts even where it writes nothing; a host may have none but ours. */
  private static void carryFonts(XYStyler styler) {
    styler.setAxisTitleFont(Theme.TICK).setAxisTickLabelsFont(Theme.TICK);
    styler.setBaseFont(Theme.TICK).setChartTitleFont(Theme.TICK).setLegendFont(Theme.TICK);
    styler.setAnnotationTextFont(Theme.TICK).setAnnotationTextPanelFont(Theme.TICK);
    styler.setToolTipFont(Theme.TICK);
    styler.setCursorFont(Theme.TICK);
  }

  /** Adds a line with markers; NaN values leave a gap. */
  void line(double[] xs, double[] ys, Color color, BasicStroke stroke, Marker marker) {
    XYSeries line = add(xs, ys, XYSeries.XYSeriesRenderStyle.Line);
    line.setLineColor(color);
    line.setLineStyle(stroke);
    line.setLineWidth(stroke.getLineWidth());
    line.setMarker(marker);
    line.setMarkerColor(color);
  }

  /** Adds points without a line. */
  void points(double[] xs, double[] ys, Color color, Marker marker) {
    XYSeries points = add(xs, ys, XYSeries.XYSeriesRenderStyle.Scatter);
    points.setMarker(marker);
    points.setMarkerColor(color);
  }

  /** Adds a bar from the zero line up to a height. */
  void bar(double left, double right, double height, Color color) {
    box(left, right, 0, height, color);
  }

  /** Adds a box between two values of each axis. */
  void box(double left, double right, double bottom, double top, Color color) {
    fill(new double[] {left, left, right, right}, new double[] {bottom, top, top, bottom}, color);
  }

  private void fill(double[] xs, double[] ys, Color color) {
    XYSeries area = add(xs, ys, XYSeries.XYSeriesRenderStyle.PolygonArea);
    area.setFillColor(color);
    area.setLineStyle(new BasicStroke(0f));
    area.setLineColor(CLEAR);
    area.setMarker(SeriesMarkers.NONE);
  }

  private XYSeries add(double[] xs, double[] ys, XYSeries.XYSeriesRenderStyle style) {
    settled = false;
    XYSeries added = chart.addSeries("s" + series++, xs, ys);
    added.setXYSeriesRenderStyle(style);
    return added;
  }

  /** Paints the series. */
  void paint(Ink ink) {
    if (series == 0) {
      return;
    }
    settle();
    Graphics2D g = ink.graphics();
    var before = g.getTransform();
    var clip = g.getClip();
    g.translate(area.getX(), area.getY());
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.setTransform(before);
    g.setClip(clip);
    ink.smooth();
  }

  /** Where a value of the horizontal axis stands in the frame. */
  double x(double value) {
    if (series == 0) {
      return area.getX() + area.getWidth() * (value - xMin) / (xMax - xMin);
    }
    settle();
    return area.getX() + chart.getScreenXFromChart(value);
  }

  /** Where a value of the vertical axis stands in the frame. */
  double y(double value) {
    if (series == 0) {
      return area.getMaxY() - area.getHeight() * (value - yMin) / (yMax - yMin);
    }
    settle();
    return area.getY() + chart.getScreenYFromChart(value);
  }

  Rectangle2D area() {
    return area;
  }

  /** XChart knows its geometry only after it has painted once. */
  private void settle() {
    if (settled) {
      return;
    }
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.dispose();
    settled = true;
  }
}
