package dev.madtree.results.csv;

/** How one value is written into a cell and read from it, the same in every locale. */
final class Cell {
  /** Below this, every whole double is exactly the long of the same digits. */
  private static final double EXACT_WHOLE = 1e15;

  private Cell() {}

  /** Writes a number so that it reads back exactly; NaN, which is missing, becomes empty. */
  static String ofNumber(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    boolean negativeZero = value == 0 && 1 / value < 0;
    if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE && !negativeZero) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }

  /**
   * Writes text so that no spreadsheet takes it for a formula: a leading apostrophe goes before
   * {@code = + - @}, tab, CR, LF, and before an apostrophe, which makes reading it back exact.
   */
  static String ofText(String text) {
    return needsApostrophe(text) ? "'" + text : text;
  }

  /** Reads what {@link #ofText} wrote. */
  static String toText(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && needsApostrophe(cell.substring(1))
        ? cell.substring(1)
        : cell;
  }

  private static boolean needsApostrophe(String text) {
    return !text.isEmpty() && "=+-@\t\r\n'".indexOf(text.charAt(0)) >= 0;
  }
}
