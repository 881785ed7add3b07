package dev.madtree.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A pen over a graphics surface: text with an alignment, lines and areas in floating point. */
final class Ink {
  private final Graphics2D graphics;

  Ink(Graphics2D graphics) {
    this.graphics = graphics;
    smooth();
  }

  /** Sets the hints that make strokes and glyphs even; XChart changes them while it paints. */
  void smooth() {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  Graphics2D graphics() {
    return graphics;
  }

  void text(String text, Font font, Color color, double x, double baseline) {
    if (text.isBlank()) {
      return;
    }
    graphics.setFont(font);
    graphics.setColor(color);
    graphics.drawString(Escaping.printable(text), (float) x, (float) baseline);
  }

  void textRight(String text, Font font, Color color, double right, double baseline) {
    text(text, font, color, right - Typeface.width(text, font), baseline);
  }

  void textCentred(String text, Font font, Color color, double centre, double baseline) {
    text(text, font, color, centre - Typeface.width(text, font) / 2, baseline);
  }

  /** Draws a text that reads upwards, its beginning at the given point. */
  void textUpwards(String text, Font font, Color color, double x, double y) {
    var before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    text(text, font, color, 0, 0);
    graphics.setTransform(before);
  }

  void line(Color color, BasicStroke stroke, double x1, double y1, double x2, double y2) {
    graphics.setColor(color);
    graphics.setStroke(stroke);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void fill(Color color, Shape shape) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  void fill(Color color, double x, double y, double width, double height) {
    fill(color, new Rectangle2D.Double(x, y, width, height));
  }

  void stroke(Color color, BasicStroke stroke, Shape shape) {
    graphics.setColor(color);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  /** Draws an upright interval with caps. */
  void whisker(Color color, double x, double yLow, double yHigh, double cap) {
    line(color, Theme.WHISKER, x, yLow, x, yHigh);
    line(color, Theme.WHISKER, x - cap, yLow, x + cap, yLow);
    line(color, Theme.WHISKER, x - cap, yHigh, x + cap, yHigh);
  }

  /** Breaks a text into lines no wider than the given width; what is too wide gets an ellipsis. */
  static List<String> wrap(String text, Font font, double width, int maxLines) {
    return breakLines(text, font, width, maxLines).stream()
        .map(line -> cut(line, font, width))
        .toList();
  }

  /** Breaks a text between words; a line without a break may be wider than the given width. */
  static List<String> breakLines(String text, Font font, double width, int maxLines) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String longer = line.length() == 0 ? word : line + " " + word;
      if (lines.size() < maxLines - 1
          && line.length() > 0
          && Typeface.width(longer, font) > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text, or as much of its beginning as fits, followed by an ellipsis. */
  static String cut(String text, Font font, double width) {
    if (Typeface.width(text, font) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && Typeface.width(text.substring(0, end) + "…", font) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
