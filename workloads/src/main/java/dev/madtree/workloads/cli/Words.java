package dev.madtree.workloads.cli;

import java.util.Locale;

/** Figures as people read them. */
final class Words {

  private Words() {}

  /** Returns a rate in three figures, such as {@code 2.31 M}. */
  static String rate(double opsPerS) {
    if (Double.isNaN(opsPerS)) {
      return "–";
    }
    if (opsPerS >= 1e6) {
      return threeFigures(opsPerS / 1e6) + " M";
    }
    return opsPerS >= 1e3 ? threeFigures(opsPerS / 1e3) + " k" : threeFigures(opsPerS);
  }

  /** Returns a figure from 0 to 999 in three figures, such as {@code 53.8}. */
  static String threeFigures(double value) {
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  /** Returns a time in its two largest units, such as {@code 3 min 20 s}. */
  static String time(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    if (s < 3600) {
      return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
    }
    return s / 3600 + " h" + (s % 3600 / 60 == 0 ? "" : " " + s % 3600 / 60 + " min");
  }
}
