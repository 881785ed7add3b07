package dev.madtree.plots;

import java.awt.Font;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Stream;

/** A row of structures' names above a plot, each with its swatch or its line and mark. */
final class Legend {
  private static final double GAP = 22;
  private static final double SWATCH = 18;
  private static final double STROKE = 35;

  private Legend() {}

  /** Writes the names with the squares that bars are filled with. */
  static void bars(Ink ink, List<Structure> structures, double baseline) {
    bars(ink, structures, List.of(), baseline);
  }

  /** The same, and after them the names of limits with their lines. */
  static void bars(Ink ink, List<Structure> structures, List<Structure> limits, double baseline) {
    List<Structure> all = Stream.concat(structures.stream(), limits.stream()).toList();
    Font font = fitting(all, Theme.UNIT, limits.isEmpty() ? SWATCH : STROKE);
    double x = Theme.MARGIN;
    for (Structure structure : all) {
      boolean limit = limits.contains(structure);
      if (limit) {
        ink.line(structure.color(), structure.stroke(), x, baseline - 4, x + 28, baseline - 4);
      } else {
        ink.fill(structure.color(), new RoundRectangle2D.Double(x, baseline - 10, 12, 12, 3, 3));
      }
      double sign = limit ? STROKE : SWATCH;
      ink.text(structure.name(), font, Theme.INK, x + sign, baseline);
      x += sign + Typeface.width(structure.name(), font) + GAP;
    }
  }

  /** Writes the names with the lines and marks of curves. */
  static void lines(Ink ink, List<Structure> structures, double baseline) {
    Font font = fitting(structures, Theme.LABEL, STROKE);
    double x = Theme.MARGIN;
    for (Structure structure : structures) {
      double y = baseline - 4.5;
      ink.line(structure.color(), structure.stroke(), x, y, x + 28, y);
      ink.graphics().setColor(structure.color());
      structure.mark().paint(ink.graphics(), x + 14, y, 4);
      ink.text(structure.name(), font, structure.textColor(), x + STROKE, baseline);
      x += STROKE + Typeface.width(structure.name(), font) + GAP;
    }
  }

  /** The font in which all names fit into one row. */
  private static Font fitting(List<Structure> structures, Font font, double sign) {
    double names = structures.stream().mapToDouble(s -> Typeface.width(s.name(), font)).sum();
    double room = Theme.WIDTH - 2.0 * Theme.MARGIN - structures.size() * (sign + GAP) + GAP;
    double share = names > room ? Math.max(0.6, room / names) : 1;
    return font.deriveFont((float) (share * font.getSize2D()));
  }
}
