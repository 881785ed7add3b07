package dev.madtree.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** The colours, sizes and strokes that all charts share. Lengths are in logical pixels. */
final class Theme {
  static final int WIDTH = 960;
  static final int HEIGHT = 600;

  /** Pixels of the PNG per logical pixel. */
  static final int SCALE = 2;

  static final int MARGIN = 24;
  static final int TITLE_Y = 41;
  static final int SUBTITLE_Y = 64;
  static final int UNIT_Y = 92;
  static final int PLOT_TOP = 108;
  static final int PLOT_BOTTOM = 496;
  static final int TICK_GAP = 21;
  static final int AXIS_TITLE_Y = 541;
  static final int RULE_Y = 557;

  static final Color GROUND = Color.WHITE;
  static final Color INK = new Color(0x1F2933);
  static final Color MUTED = new Color(0x56626D);
  static final Color GRID = new Color(0xE4E8EC);
  static final Color AXIS = new Color(0x8A96A3);
  static final Color BAND = new Color(0xF1F4F7);

  /** Ink on a coloured ground: stays dark when the page goes dark. */
  static final Color INK_ON_COLOUR = new Color(0x1F2834);

  /** Light text on a coloured ground. */
  static final Color PAPER_ON_COLOUR = new Color(0xFEFEFE);

  static final Font TITLE = Typeface.semiBold(21);
  static final Font SUBTITLE = Typeface.regular(13.5);
  static final Font UNIT = Typeface.regular(13);
  static final Font TICK = Typeface.regular(13);
  static final Font LABEL = Typeface.semiBold(13);
  static final Font VALUE = Typeface.regular(11.5);
  static final Font VALUE_STRONG = Typeface.semiBold(11.5);
  static final Font FOOTER = Typeface.regular(11.5);

  static final BasicStroke HAIR = new BasicStroke(1f);
  static final BasicStroke WHISKER = new BasicStroke(1.3f);

  static final double HALF_TINT = 0.55;
  static final double LIGHT_TINT = 0.25;

  /** The shares of a colour that parts of a stacked bar have. */
  static final List<Double> TINTS = List.of(HALF_TINT, LIGHT_TINT);

  private Theme() {}

  /** A dashed stroke of the given width. */
  static BasicStroke dashed(float width, float on, float off) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {on, off}, 0f);
  }

  /** A colour of which one of {@link #TINTS} is left on the ground. */
  static Color tint(Color color, double share) {
    return tint(color, share, GROUND);
  }

  /** A colour of which the given share is left on a ground. */
  static Color tint(Color color, double share, Color ground) {
    return new Color(
        mix(ground.getRed(), color.getRed(), share),
        mix(ground.getGreen(), color.getGreen(), share),
        mix(ground.getBlue(), color.getBlue(), share));
  }

  private static int mix(int ground, int color, double share) {
    return (int) Math.round(ground + share * (color - ground));
  }

  /** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
  static double contrast(Color a, Color b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(int channel) {
    double s = channel / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }
}
