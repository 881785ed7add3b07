package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.madtree.results.csv.MalformedFileException;
import dev.madtree.results.csv.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/** Bytes as files of the record: they are read or refused with their place, and nothing else. */
class RecordFuzzTest {

  private static final List<Table<?>> TABLES = List.of(SampleTable.TABLE, SummaryTable.TABLE);

  @FuzzTest
  void csv_anyBytes_isReadOrRefused(byte[] bytes) throws IOException {
    for (Table<?> table : TABLES) {
      read(table, bytes);
    }
  }

  /** The header is right here, so that the cells are looked at. */
  @FuzzTest
  void csv_anyRows_areReadOrRefused(byte[] rows) throws IOException {
    for (Table<?> table : TABLES) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      String header =
          table.columns().stream().map(column -> column.name()).collect(Collectors.joining(","));
      file.writeBytes((header + "\n").getBytes(StandardCharsets.UTF_8));
      file.writeBytes(rows);
      read(table, file.toByteArray());
    }
  }

  private static void read(Table<?> table, byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".csv");
    try {
      Files.write(file, bytes);
      table.read(file);
    } catch (MalformedFileException refused) {
      assertTrue(says(refused, file));
    } finally {
      Files.delete(file);
    }
  }

  @FuzzTest
  void journal_anyBytes_isReadOrRefused(byte[] bytes) throws IOException {
    parse(bytes);
  }

  /** The header and the checksum are right here, so that the record is looked at. */
  @FuzzTest
  void journal_anyRow_isReadOrRefused(byte[] row) throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(row);
    String checksum = String.format(Locale.ROOT, ",%08x\n", crc.getValue());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(JournalText.HEADER.getBytes(StandardCharsets.UTF_8));
    file.writeBytes(row);
    file.writeBytes(checksum.getBytes(StandardCharsets.UTF_8));
    parse(file.toByteArray());
  }

  private static void parse(byte[] bytes) throws IOException {
    Path file = Path.of("journal.csv");
    try {
      JournalText.parse(file, bytes);
    } catch (MalformedFileException refused) {
      assertTrue(says(refused, file));
    }
  }

  private static boolean says(Exception refused, Path file) {
    return refused.getMessage().startsWith(file.toString());
  }
}
