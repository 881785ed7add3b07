package dev.madtree.plots;

import java.awt.Font;

/**
 * The words around a plot.
 *
 * @param title the finding, a sentence without a full stop
 * @param subtitle what was measured, under what
 * @param unit what the vertical axis says
 * @param axisTitle what the horizontal axis says, empty for none
 * @param footer how it was measured and what the marks mean
 */
record Frame(String title, String subtitle, String unit, String axisTitle, String footer) {
  private static final double TEXT_WIDTH = Theme.WIDTH - 2.0 * Theme.MARGIN;
  private static final double SMALLEST_TITLE = 16;

  /** Paints the ground and the words. The plot comes after. */
  void paint(Ink ink) {
    ink.fill(Theme.GROUND, 0, 0, Theme.WIDTH, Theme.HEIGHT);
    Font titleFont = titleFont();
    ink.text(
        Ink.cut(title, titleFont, TEXT_WIDTH), titleFont, Theme.INK, Theme.MARGIN, Theme.TITLE_Y);
    Font subtitleFont = fitting(subtitle, Theme.SUBTITLE, 11.5);
    ink.text(
        Ink.cut(subtitle, subtitleFont, TEXT_WIDTH),
        subtitleFont,
        Theme.MUTED,
        Theme.MARGIN,
        Theme.SUBTITLE_Y);
    ink.text(unit, Theme.UNIT, Theme.MUTED, Theme.MARGIN, Theme.UNIT_Y);
    paintFooter(ink);
  }

  /** Writes the title of the horizontal axis under the middle of a plot. */
  void paintAxisTitle(Ink ink, double centre) {
    ink.textCentred(axisTitle, Theme.UNIT, Theme.MUTED, centre, Theme.AXIS_TITLE_Y);
  }

  private void paintFooter(Ink ink) {
    ink.line(
        Theme.GRID,
        Theme.HAIR,
        Theme.MARGIN,
        Theme.RULE_Y,
        Theme.WIDTH - Theme.MARGIN,
        Theme.RULE_Y);
    double y = Theme.RULE_Y + 17.0;
    for (String line : Ink.wrap(footer, Theme.FOOTER, TEXT_WIDTH, 2)) {
      ink.text(line, Theme.FOOTER, Theme.MUTED, Theme.MARGIN, y);
      y += 15.5;
    }
  }

  private Font titleFont() {
    return fitting(title, Theme.TITLE, SMALLEST_TITLE);
  }

  private static Font fitting(String text, Font largest, double smallest) {
    double wanted = largest.getSize2D() * TEXT_WIDTH / Typeface.width(text + " ", largest);
    double size = Math.max(smallest, Math.min(largest.getSize2D(), wanted));
    return largest.deriveFont((float) size);
  }
}
