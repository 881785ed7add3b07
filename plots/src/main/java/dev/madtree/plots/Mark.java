package dev.madtree.plots;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** The shape of a structure's points. Hollow shapes tell a variant from the structure itself. */
enum Mark {
  CIRCLE(false),
  CIRCLE_HOLLOW(true),
  SQUARE(false),
  SQUARE_HOLLOW(true),
  DIAMOND(false),
  DIAMOND_HOLLOW(true),
  TRIANGLE_UP(false),
  TRIANGLE_DOWN(false),
  HEXAGON(false),
  HEXAGON_HOLLOW(true),
  PENTAGON(false),
  PENTAGON_HOLLOW(true),
  STAR(false),
  STAR_HOLLOW(true),
  BAR(false);

  private final boolean hollow;

  Mark(boolean hollow) {
    this.hollow = hollow;
  }

  /** This shape as XChart wants it; it paints in the colour that is set. */
  Marker marker(double radius) {
    return new Marker() {
      @Override
      public void paint(Graphics2D g, double x, double y, int ignoredSize) {
        Mark.this.paint(g, x, y, radius);
      }
    };
  }

  /** Paints the shape around a point in the colour that is set. */
  void paint(Graphics2D g, double x, double y, double radius) {
    Shape shape = shape(x, y, radius);
    if (hollow) {
      var colour = g.getColor();
      g.setColor(Theme.GROUND);
      g.fill(shape);
      g.setColor(colour);
      g.setStroke(new BasicStroke(1.6f));
      g.draw(shape);
    } else {
      g.fill(shape);
    }
  }

  private Shape shape(double x, double y, double r) {
    return switch (this) {
      case CIRCLE, CIRCLE_HOLLOW -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
      case SQUARE, SQUARE_HOLLOW ->
          new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
      case DIAMOND, DIAMOND_HOLLOW -> polygon(x, y, 1.2 * r, 4, 0);
      case TRIANGLE_UP -> polygon(x, y + 0.15 * r, 1.25 * r, 3, -90);
      case TRIANGLE_DOWN -> polygon(x, y - 0.15 * r, 1.25 * r, 3, 90);
      case HEXAGON, HEXAGON_HOLLOW -> polygon(x, y, 1.05 * r, 6, 0);
      case PENTAGON, PENTAGON_HOLLOW -> polygon(x, y, 1.1 * r, 5, -90);
      case STAR, STAR_HOLLOW -> star(x, y, 1.35 * r);
      case BAR -> new Rectangle2D.Double(x - 1.2 * r, y - 0.4 * r, 2.4 * r, 0.8 * r);
    };
  }

  private static Shape polygon(double x, double y, double r, int corners, double firstDegrees) {
    return outline(x, y, corners, firstDegrees, r, r);
  }

  private static Shape star(double x, double y, double r) {
    return outline(x, y, 8, -90, r, 0.45 * r);
  }

  /** Joins corners around a point, every second one at the other distance from it. */
  private static Shape outline(
      double x, double y, int corners, double firstDegrees, double even, double odd) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(firstDegrees + 360.0 * i / corners);
      double r = i % 2 == 0 ? even : odd;
      double px = x + r * Math.cos(angle);
      double py = y + r * Math.sin(angle);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }
}
