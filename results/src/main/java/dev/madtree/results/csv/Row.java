package dev.madtree.results.csv;

import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;

/** The cells of one line of a table, read by column name and checked. */
public final class Row {
  private final Path file;
  private final long line;
  private final CSVRecord cells;

  Row(Path file, long line, CSVRecord cells) {
    this.file = file;
    this.line = line;
    this.cells = cells;
  }

  /**
   * Returns a text.
   *
   * @param column the column's name
   * @return the text, empty if missing
   */
  public String text(String column) {
    return Cell.toText(cells.get(column));
  }

  /**
   * Returns a number.
   *
   * @param column the column's name
   * @return the number, NaN if the cell is empty or the file has no such column
   * @throws MalformedFileException if the cell is not a number
   */
  public double number(String column) throws MalformedFileException {
    if (!cells.isMapped(column)) {
      return Double.NaN;
    }
    String cell = cells.get(column);
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw fault(column, cell, "a number such as 1234.5, or nothing if it is missing");
    }
  }

  /**
   * Returns a whole number.
   *
   * @param column the column's name
   * @return the number
   * @throws MalformedFileException if the cell is not a whole number
   */
  public long whole(String column) throws MalformedFileException {
    String cell = cells.get(column);
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw fault(column, cell, "a whole number such as 42");
    }
  }

  /**
   * Returns a whole number that fits an {@code int}.
   *
   * @param column the column's name
   * @return the number
   * @throws MalformedFileException if the cell is not such a number
   */
  public int integer(String column) throws MalformedFileException {
    String cell = cells.get(column);
    try {
      return Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      throw fault(column, cell, "a whole number up to " + Integer.MAX_VALUE);
    }
  }

  /**
   * Returns one of a few words.
   *
   * @param column the column's name
   * @param type the enum whose constants, in small letters, the column may hold
   * @param <E> the enum
   * @return the constant
   * @throws MalformedFileException if the cell holds another word
   */
  public <E extends Enum<E>> E word(String column, Class<E> type) throws MalformedFileException {
    String cell = cells.get(column);
    for (E constant : type.getEnumConstants()) {
      if (Column.word(constant).equals(cell)) {
        return constant;
      }
    }
    throw fault(column, cell, "one of " + Column.words(type));
  }

  private MalformedFileException fault(String column, String cell, String expected) {
    return new MalformedFileException(
        file, line, "column " + column + ": found \"" + cell + "\", expected " + expected);
  }
}
