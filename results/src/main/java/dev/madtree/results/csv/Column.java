package dev.madtree.results.csv;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One column of a table: its name, what it means and how its cells are written.
 *
 * @param name the name in the header, in snake case, with its unit last
 * @param kind {@code text}, {@code whole number}, {@code number} or the words it may hold
 * @param meaning what a cell says, in a sentence fragment for the column dictionary
 * @param cell makes the cell of a row
 * @param mayBeAbsent whether files of before there was such a column are read without it
 * @param <R> the type of a row
 */
public record Column<R>(
    String name, String kind, String meaning, Function<R, String> cell, boolean mayBeAbsent) {

  /**
   * Makes a column of text. Texts that a spreadsheet would run are escaped with an apostrophe.
   *
   * @param name the name in the header
   * @param meaning what it says
   * @param value the text of a row, never null
   * @param <R> the type of a row
   * @return the column
   */
  public static <R> Column<R> text(String name, String meaning, Function<R, String> value) {
    return new Column<>(name, "text", meaning, row -> Cell.ofText(value.apply(row)), false);
  }

  /**
   * Makes a column of whole numbers.
   *
   * @param name the name in the header
   * @param meaning what it says
   * @param value the number of a row
   * @param <R> the type of a row
   * @return the column
   */
  public static <R> Column<R> whole(String name, String meaning, ToLongFunction<R> value) {
    return new Column<>(
        name, "whole number", meaning, row -> Long.toString(value.applyAsLong(row)), false);
  }

  /**
   * Makes a column of numbers in full precision, in which NaN is an empty cell.
   *
   * @param name the name in the header
   * @param meaning what it says
   * @param value the number of a row
   * @param <R> the type of a row
   * @return the column
   */
  public static <R> Column<R> number(String name, String meaning, ToDoubleFunction<R> value) {
    return new Column<>(
        name, "number", meaning, row -> Cell.ofNumber(value.applyAsDouble(row)), false);
  }

  /**
   * Makes a column of one of a few words: the constants of an enum, in small letters.
   *
   * @param name the name in the header
   * @param meaning what it says
   * @param type the enum
   * @param value the constant of a row
   * @param <R> the type of a row
   * @param <E> the enum
   * @return the column
   */
  public static <R, E extends Enum<E>> Column<R> word(
      String name, String meaning, Class<E> type, Function<R, E> value) {
    return new Column<>(name, words(type), meaning, row -> word(value.apply(row)), false);
  }

  /**
   * Returns this column for a table that was once written without it.
   *
   * @return the column; a file without it is read, and its numbers are NaN
   */
  public Column<R> orAbsent() {
    return new Column<>(name, kind, meaning, cell, true);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> String words(Class<E> type) {
    StringBuilder words = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      words.append(words.length() == 0 ? "" : ", ").append(word(constant));
    }
    return words.toString();
  }
}
