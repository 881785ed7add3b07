package dev.madtree.plots;

import com.samskivert.mustache.Mustache;

/**
 * Makes labels harmless, once for each format: HTML and XML share one form, Markdown has its own.
 */
final class Escaping {
  /** For HTML text and quoted attributes, and for XML. */
  static final Mustache.Escaper HTML = Escaping::html;

  /** For Markdown text and table cells as GitHub reads them. */
  static final Mustache.Escaper MARKDOWN = Escaping::markdown;

  private static final String MARKDOWN_SIGNS = "\\`*_{}[]#|!~$";

  private Escaping() {}

  static String html(String raw) {
    StringBuilder text = new StringBuilder();
    for (char c : printable(raw).toCharArray()) {
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&#39;");
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  static String markdown(String raw) {
    StringBuilder text = new StringBuilder();
    for (char c : printable(raw).toCharArray()) {
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        default -> {
          if (MARKDOWN_SIGNS.indexOf(c) >= 0) {
            text.append('\\');
          }
          text.append(c);
        }
      }
    }
    // GitHub turns bare addresses into links without being asked.
    return text.toString().replace("://", ":&#47;&#47;").replace("www.", "www&#46;");
  }

  /** The text without characters that XML forbids or that would break a line. */
  static String printable(String raw) {
    StringBuilder text = new StringBuilder();
    raw.codePoints()
        .forEach(
            c -> {
              boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
              if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                text.append(' ');
              } else {
                text.appendCodePoint(lone || direction || c >= 0xFFFE && c <= 0xFFFF ? 0xFFFD : c);
              }
            });
    return text.toString();
  }
}
