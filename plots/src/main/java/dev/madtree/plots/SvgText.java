package dev.madtree.plots;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a drawn SVG stand alone: its fonts, its title and its description are in it. */
final class SvgText {
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");
  private static final Pattern ROOT = Pattern.compile("<svg ([^>]*)>");
  private static final Pattern INDENT = Pattern.compile(">\\s+<");
  private static final Pattern LONG_FRACTION = Pattern.compile("(\\d+\\.\\d{2})\\d+");
  private static final Pattern FAMILY =
      Pattern.compile("font-family:&quot;Inter( Semi ?Bold)?&quot;;");
  private static final String FALLBACK = "'Inter Charts',Inter,'Helvetica Neue',Arial,sans-serif";

  private static final Color DARK_GROUND = new Color(0x161B21);

  /** What the dark page shows in place of the light ground's colours. */
  private static final Map<Color, Color> DARK = dark();

  private SvgText() {}

  /** The file's content. */
  static String standalone(String drawn, Chart chart) {
    String title = Escaping.html(chart.frame().title());
    String head =
        "<svg role=\"img\" $1><title>"
            + quoteReplacement(title)
            + "</title><desc>"
            + quoteReplacement(Escaping.html(chart.alt()))
            + "</desc><style>"
            + quoteReplacement(Typeface.fontFaces())
            + "text{font-kerning:none}</style>";
    String text = DOCTYPE.matcher(drawn).replaceFirst("");
    text = INDENT.matcher(text).replaceAll("><");
    text = LONG_FRACTION.matcher(text).replaceAll("$1");
    text =
        FAMILY
            .matcher(text)
            .replaceAll(
                m -> "font-family:" + FALLBACK + (m.group(1) == null ? ";" : ";font-weight:600;"));
    return ROOT.matcher(text).replaceFirst(head);
  }

  /** The content as an address that a page carries in itself; dark where the page is dark. */
  static String dataUri(String standalone) {
    String adaptive = standalone.replaceFirst("</style>", darkRules(standalone) + "</style>");
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(adaptive.getBytes(StandardCharsets.UTF_8));
  }

  /** Rules for the colours that the picture has. */
  private static String darkRules(String drawn) {
    StringBuilder rules = new StringBuilder("@media screen and (prefers-color-scheme:dark){");
    DARK.forEach(
        (light, dark) -> {
          for (String property : new String[] {"fill", "stroke"}) {
            String paint =
                String.format(
                    Locale.ROOT,
                    "%s:rgb(%d,%d,%d)",
                    property,
                    light.getRed(),
                    light.getGreen(),
                    light.getBlue());
            if (drawn.contains(paint)) {
              rules.append(
                  String.format(
                      Locale.ROOT,
                      "[style*='%s']{%s:#%06X!important}",
                      paint,
                      property,
                      dark.getRGB() & 0xFFFFFF));
            }
          }
        });
    return rules.append('}').toString();
  }

  private static Map<Color, Color> dark() {
    Map<Color, Color> dark = new LinkedHashMap<>();
    dark.put(Theme.GROUND, DARK_GROUND);
    dark.put(Theme.INK, new Color(0xE8ECF0));
    dark.put(Theme.MUTED, new Color(0xA9B4BF));
    dark.put(Theme.GRID, new Color(0x2B333B));
    dark.put(Theme.AXIS, new Color(0x76828E));
    dark.put(Theme.BAND, new Color(0x1F262D));
    for (Structure structure : Structure.known()) {
      dark.putIfAbsent(structure.color(), lighter(structure.color(), 0.25));
      dark.putIfAbsent(structure.textColor(), lighter(structure.textColor(), 0.45));
    }
    for (Color spare : Structure.spareColors()) {
      dark.putIfAbsent(spare, lighter(spare, 0.45));
    }
    for (Map.Entry<Color, Color> full : List.copyOf(dark.entrySet())) {
      for (double share : Theme.TINTS) {
        Color tint = Theme.tint(full.getKey(), share, Theme.GROUND);
        dark.putIfAbsent(tint, Theme.tint(full.getValue(), share, DARK_GROUND));
      }
    }
    return dark;
  }

  private static Color lighter(Color color, double share) {
    return new Color(
        (int) (color.getRed() + share * (255 - color.getRed())),
        (int) (color.getGreen() + share * (255 - color.getGreen())),
        (int) (color.getBlue() + share * (255 - color.getBlue())));
  }

  private static String quoteReplacement(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }
}
