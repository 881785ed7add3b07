package dev.madtree.workloads.settings;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers with the suffixes that people write: 10k, 1m, 250ms, 30m, 2g. */
public final class Quantity {

  private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([a-z]*)");
  private static final Map<String, Double> COUNTS = Map.of("", 1.0, "k", 1e3, "m", 1e6, "g", 1e9);
  private static final Map<String, Double> SECONDS =
      Map.of("ms", 1e-3, "s", 1.0, "m", 60.0, "min", 60.0, "h", 3600.0);
  private static final Map<String, Double> MEBIBYTES = Map.of("m", 1.0, "g", 1024.0);

  /** Some thirty years: what is longer is a slip of the finger, and would overflow nanoseconds. */
  private static final double MOST_SECONDS = 1e9;

  private Quantity() {}

  /**
   * Returns a whole number, such as 1,000,000 of {@code 1m}.
   *
   * @throws IllegalArgumentException if the text is not one; the message says what was expected
   */
  public static long count(String text) {
    String expected = "a whole number, also with k, m or g, such as 10k or 1m";
    double value = scaled(text, COUNTS, Long.MAX_VALUE, expected);
    if (value != Math.rint(value)) {
      throw new IllegalArgumentException("expected a whole number, found \"" + text + "\"");
    }
    return (long) value;
  }

  /**
   * Returns seconds, such as 0.25 of {@code 250ms}.
   *
   * @throws IllegalArgumentException if the text is not a time; the message says what was expected
   */
  public static double seconds(String text) {
    return scaled(text, SECONDS, MOST_SECONDS, "a time with ms, s, m or h, such as 250ms or 30m");
  }

  /**
   * Returns mebibytes, such as 2048 of {@code 2g}.
   *
   * @throws IllegalArgumentException if the text is not a size; the message says what was expected
   */
  public static int mebibytes(String text) {
    String expected = "a size with m or g, such as 512m or 2g";
    return (int) scaled(text, MEBIBYTES, Integer.MAX_VALUE, expected);
  }

  private static double scaled(
      String text, Map<String, Double> units, double most, String expected) {
    Matcher matcher = NUMBER.matcher(text.trim().toLowerCase(Locale.ROOT));
    Double unit = matcher.matches() ? units.get(matcher.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException("expected " + expected + ", found \"" + text + "\"");
    }
    double value = Double.parseDouble(matcher.group(1)) * unit;
    if (value > most) {
      throw new IllegalArgumentException(
          "expected " + expected + ", found \"" + text + "\", which is too much");
    }
    return value;
  }
}
