package dev.madtree.results.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private enum Colour {
    RED,
    GREEN
  }

  private record Line(String label, double figure, long count, Colour colour) {}

  private static final Table<Line> TABLE =
      new Table<>(
          "lines.csv",
          List.of(
              Column.text("label", "a text", Line::label),
              Column.number("figure", "a number", Line::figure),
              Column.whole("count", "a count", Line::count),
              Column.word("colour", "a word", Colour.class, Line::colour)),
          row ->
              new Line(
                  row.text("label"),
                  row.number("figure"),
                  row.whole("count"),
                  row.word("colour", Colour.class)));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("lines.csv");
  }

  private void assertRoundTrip(List<Line> lines) throws IOException {
    TABLE.write(file, lines);
    assertEquals(lines, TABLE.read(file));
  }

  @Test
  void write_anyText_readsBackEqualAndHarmless() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String start : List.of("", "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "\"", "#")) {
      for (String rest : List.of("", "=1", "'", "a,b", "a\"b", "a\r\nb", "a\nb", "a\rb", " ü🌳 ")) {
        lines.add(new Line(start + rest, 1, 2, Colour.RED));
      }
    }
    assertRoundTrip(lines);
    for (Line line : lines) {
      String cell = TABLE.columns().get(0).cell().apply(line);
      assertFalse(cell.matches("(?s)[=+\\-@\t\r\n].*"), cell);
    }
  }

  @Test
  void write_anyNumber_readsBackToTheLastBit() throws IOException {
    long seed = 7;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    for (double figure :
        new double[] {
          0,
          -0.0,
          1,
          -1,
          0.1,
          1e15,
          1e15 - 1,
          1e15 + 2,
          1e-320,
          1e308,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          0x1p53
        }) {
      lines.add(new Line("", figure, Long.MIN_VALUE, Colour.GREEN));
    }
    while (lines.size() < 5000) {
      double figure = Double.longBitsToDouble(random.nextLong());
      lines.add(new Line("", figure, random.nextLong(), Colour.GREEN));
    }
    assertRoundTrip(lines);
  }

  @Test
  void write_isRfc4180WithLf() throws IOException {
    TABLE.write(
        file,
        List.of(
            new Line("a \"b\", c", 1e6, 3, Colour.RED),
            new Line("x", Double.NaN, 0, Colour.GREEN)));
    assertEquals(
        "label,figure,count,colour\n\"a \"\"b\"\", c\",1000000,3,red\nx,,0,green\n",
        Files.readString(file));
  }

  @Test
  void write_thatFails_leavesTheOldFileAndNoOther() throws IOException {
    TABLE.write(file, List.of(new Line("old", 1, 1, Colour.RED)));
    Line bad = new Line(null, 1, 1, Colour.RED);
    assertThrows(NullPointerException.class, () -> TABLE.write(file, List.of(bad)));
    assertEquals("old", TABLE.read(file).get(0).label());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void read_columnsInOtherOrderWithOthersBeside_findsThemByName() throws IOException {
    Files.writeString(file, "colour,more,count,figure,label\nred,?,1,2.5,x\n");
    assertEquals(List.of(new Line("x", 2.5, 1, Colour.RED)), TABLE.read(file));
  }

  private void assertFault(String content, String... parts) throws IOException {
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    IOException e = assertThrows(MalformedFileException.class, () -> TABLE.read(file));
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage() + " should name " + part);
    }
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
  }

  @Test
  void read_anyFault_namesPlaceAndExpectation() throws IOException {
    String header = "label,figure,count,colour\n";
    assertFault("", "line 1", "label is missing");
    assertFault("label,figure,colour\n", "line 1", "column count is missing");
    assertFault("label,label,figure,count,colour\n", "line 1", "duplicate");
    assertFault(header + "x,1,2,red\ny,1,2\n", "line 3", "has 3 cells, expected 4");
    assertFault(header + "\"x\ny\",1,2,red\ny,one,2,red\n", "line 4", "figure", "\"one\"");
    assertFault(header + "x,1,,red\n", "line 2", "count", "a whole number");
    assertFault(header + "x,1,2,RED\n", "line 2", "colour", "one of red, green");
    assertFault(header + "\"x\"y,1,2,red\n", "line 2", "is not CSV");
    assertFault(header + "\"x,1,2,red\n", "line 2", "is not CSV");
    assertFault(header + "\u00fc,1,2,red\n", "is not UTF-8");
    assertFault(header + "\n", "line 2", "has 1 cells, expected 4");
  }
}
