package dev.madtree.results.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A kind of CSV file: its columns in order, and how a line becomes a row. Files follow RFC 4180 but
 * for the line end, which is LF; they are in UTF-8, begin with a header and are the same in every
 * locale.
 *
 * @param <R> the type of a row
 */
public final class Table<R> {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').setIgnoreEmptyLines(false).get();

  private final String fileName;
  private final List<Column<R>> columns;
  private final RowReader<R> reader;

  /**
   * Makes a row from the cells of a line.
   *
   * @param <R> the type of a row
   */
  @FunctionalInterface
  public interface RowReader<R> {
    /**
     * Makes a row.
     *
     * @param row the cells
     * @return the row
     * @throws MalformedFileException if a cell does not hold what it should
     */
    R read(Row row) throws MalformedFileException;
  }

  /**
   * Describes a kind of file.
   *
   * @param fileName its usual name
   * @param columns its columns, in order
   * @param reader makes a row of a line
   */
  public Table(String fileName, List<Column<R>> columns, RowReader<R> reader) {
    this.fileName = fileName;
    this.columns = List.copyOf(columns);
    this.reader = reader;
  }

  /**
   * Returns the usual name of such a file.
   *
   * @return the name, without a folder
   */
  public String fileName() {
    return fileName;
  }

  /**
   * Returns the columns.
   *
   * @return the columns in order, unmodifiable
   */
  public List<Column<R>> columns() {
    return columns;
  }

  /**
   * Replaces a file by one with these rows, all of them or none.
   *
   * @param file the file; its folder must exist
   * @param rows the rows, in order
   * @throws IOException if it cannot be written
   */
  public void write(Path file, Iterable<R> rows) throws IOException {
    AtomicFile.replace(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(writer, FORMAT);
          printer.printRecord(columns.stream().map(Column::name));
          for (R row : rows) {
            printer.printRecord(columns.stream().map(column -> column.cell().apply(row)));
          }
          printer.flush();
        });
  }

  /**
   * Reads a file. Columns may stand in any order and others beside them are passed over.
   *
   * @param file the file
   * @return the rows, in order, unmodifiable
   * @throws MalformedFileException if it is no such table, with the line, the column and what was
   *     expected
   * @throws IOException if it cannot be read
   */
  public List<R> read(Path file) throws IOException {
    CSVFormat format =
        FORMAT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = parser(file, format, text)) {
      checkHeader(file, parser.getHeaderMap());
      return rows(file, parser);
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(
          file.toString(), null, "the table is missing; make it anew from the journal");
    } catch (CharacterCodingException e) {
      throw new MalformedFileException(file, 0, "is not UTF-8 text");
    }
  }

  private static CSVParser parser(Path file, CSVFormat format, BufferedReader text)
      throws IOException {
    try {
      return CSVParser.builder().setFormat(format).setReader(text).get();
    } catch (IllegalArgumentException | CSVException e) {
      throw new MalformedFileException(file, 1, "bad header: " + e.getMessage());
    }
  }

  private void checkHeader(Path file, Map<String, Integer> header) throws MalformedFileException {
    for (Column<R> column : columns) {
      boolean present = header != null && header.containsKey(column.name());
      if (!present && !column.mayBeAbsent()) {
        throw new MalformedFileException(
            file, 1, "column " + column.name() + " is missing, expected " + names());
      }
    }
  }

  private String names() {
    return String.join(",", columns.stream().map(Column::name).toList());
  }

  private List<R> rows(Path file, CSVParser parser) throws IOException {
    List<R> rows = new ArrayList<>();
    Iterator<CSVRecord> records = parser.iterator();
    int width = parser.getHeaderMap().size();
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      CSVRecord cells;
      try {
        if (!records.hasNext()) {
          return List.copyOf(rows);
        }
        cells = records.next();
      } catch (UncheckedIOException | IllegalStateException e) {
        rethrowDecodingFault(e);
        throw new MalformedFileException(file, line, "is not CSV: " + e.getMessage());
      }
      if (cells.size() != width) {
        throw new MalformedFileException(
            file, line, "has " + cells.size() + " cells, expected " + width);
      }
      rows.add(reader.read(new Row(file, line, cells)));
    }
  }

  private static void rethrowDecodingFault(RuntimeException e) throws CharacterCodingException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException fault) {
        throw fault;
      }
    }
  }
}
