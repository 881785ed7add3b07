package dev.madtree.results;

import com.google.gson.JsonParseException;
import dev.madtree.results.csv.MalformedFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The text of a journal. A row is one line: the cells of {@link #HEADER}, in which {@code record}
 * is JSON without line breaks and {@code crc32c} covers every byte of the line before its comma.
 *
 * @param records the records of the whole rows, in order
 * @param wholeLength how many bytes, from the first, are header and whole rows; what follows is
 *     torn
 */
record JournalText(List<ForkRecord> records, long wholeLength) {
  static final String HEADER = "cell_id,round,attempt,status,record,crc32c\n";

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("").get();
  private static final int JSON_CELL = 4;
  private static final int CRC_DIGITS = 8;

  /** What no two rows may share. */
  record ForkId(String cellId, int round, int attempt) {
    static ForkId of(ForkRecord fork) {
      return new ForkId(fork.cell().cellId(), fork.round(), fork.attempt());
    }

    @Override
    public String toString() {
      return "cell " + cellId + ", round " + round + ", attempt " + attempt;
    }
  }

  /** Makes the line of a record, with its LF. */
  static byte[] row(ForkRecord fork) {
    String cells =
        FORMAT.format(
            fork.cell().cellId(),
            fork.round(),
            fork.attempt(),
            fork.status().name().toLowerCase(Locale.ROOT),
            Json.compact(fork));
    if (cells.indexOf('\n') >= 0 || cells.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a cell_id must not hold a line break");
    }
    String crc = checksum(cells.getBytes(StandardCharsets.UTF_8), 0, -1);
    return (cells + "," + crc + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String checksum(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, (to < 0 ? bytes.length : to) - from);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  /**
   * Reads a journal. The last line may be torn, by a killed process or a lost machine; any other
   * fault is an error.
   */
  static JournalText parse(Path file, byte[] bytes) throws IOException {
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    int common = 0;
    while (common < Math.min(header.length, bytes.length) && header[common] == bytes[common]) {
      common++;
    }
    if (common == bytes.length && common < header.length) {
      return new JournalText(List.of(), 0);
    }
    if (common < header.length) {
      throw new MalformedFileException(
          file, 1, "is no journal: expected the header " + HEADER.strip());
    }
    return parseRows(file, bytes, header.length);
  }

  private static JournalText parseRows(Path file, byte[] bytes, int start) throws IOException {
    List<ForkRecord> records = new ArrayList<>();
    Set<ForkId> seen = new HashSet<>();
    int from = start;
    for (int line = 2; from < bytes.length; line++) {
      int end = endOfLine(bytes, from);
      boolean last = end + 1 >= bytes.length;
      if (end == bytes.length || (last && !isWhole(bytes, from, end))) {
        break;
      }
      if (!isWhole(bytes, from, end)) {
        throw new MalformedFileException(
            file,
            line,
            "the row does not match its crc32c: the file was changed or its disk is failing;"
                + " restore it, or delete this line to measure the fork again");
      }
      ForkRecord fork = record(file, line, bytes, from, end);
      if (!seen.add(ForkId.of(fork))) {
        throw new MalformedFileException(file, line, "repeats " + ForkId.of(fork));
      }
      records.add(fork);
      from = end + 1;
    }
    return new JournalText(List.copyOf(records), from);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean isWhole(byte[] bytes, int from, int end) {
    int comma = end - CRC_DIGITS - 1;
    return comma > from
        && bytes[comma] == ','
        && new String(bytes, comma + 1, CRC_DIGITS, StandardCharsets.ISO_8859_1)
            .equals(checksum(bytes, from, comma));
  }

  private static ForkRecord record(Path file, int line, byte[] bytes, int from, int end)
      throws IOException {
    String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      CSVRecord cells = parser.iterator().next();
      if (cells.size() <= JSON_CELL) {
        throw new MalformedFileException(
            file, line, "has " + cells.size() + " cells, expected " + HEADER.strip());
      }
      return Json.parse(cells.get(JSON_CELL), ForkRecord.class);
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new MalformedFileException(file, line, "is not CSV: " + e.getMessage());
    } catch (JsonParseException e) {
      throw new MalformedFileException(file, line, "holds no fork record: " + e.getMessage());
    }
  }
}
