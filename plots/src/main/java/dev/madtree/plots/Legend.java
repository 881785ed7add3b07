package dev.madtree.plots;

import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** A row of structures' names above a plot, each with its swatch or its line and mark. */
final class Legend {
  private static final double GAP = 22;

  private Legend() {}

  /** Writes the names with the squares that bars are filled with. */
  static void bars(Ink ink, List<Structure> structures, double baseline) {
    double x = Theme.MARGIN;
    for (Structure structure : structures) {
      ink.fill(structure.color(), new RoundRectangle2D.Double(x, baseline - 10, 12, 12, 3, 3));
      ink.text(structure.name(), Theme.UNIT, Theme.INK, x + 18, baseline);
      x += 18 + Typeface.width(structure.name(), Theme.UNIT) + GAP;
    }
  }

  /** Writes the names with the lines and marks of curves. */
  static void lines(Ink ink, List<Structure> structures, double baseline) {
    double x = Theme.MARGIN;
    for (Structure structure : structures) {
      double y = baseline - 4.5;
      ink.line(structure.color(), structure.stroke(), x, y, x + 28, y);
      ink.graphics().setColor(structure.color());
      structure.mark().paint(ink.graphics(), x + 14, y, 4);
      ink.text(structure.name(), Theme.LABEL, structure.textColor(), x + 35, baseline);
      x += 35 + Typeface.width(structure.name(), Theme.LABEL) + GAP;
    }
  }
}
