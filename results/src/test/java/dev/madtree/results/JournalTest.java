package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.csv.MalformedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final CellKey CELL = Forks.cell("masstree", "a", 2);
  private static final ForkRecord FIRST = Forks.ok(CELL, 0, 1.5, 1e300, Double.MIN_VALUE);
  private static final ForkRecord SECOND =
      Forks.withTimes(
          Forks.fork(CELL, 1, 0, Status.FAILED, "a \"b\", c\r\nd\te \u2028 ü 🌳 'f"), 1, 2, 3);
  private static final ForkRecord THIRD =
      new ForkRecord(
          CELL,
          1,
          1,
          Status.CRASH,
          "",
          List.of(),
          List.of(),
          new ForkCounters(Double.NaN, 0, -0.0, Double.POSITIVE_INFINITY, 1, 2, 3, 4, Double.NaN));

  private static final ForkRecord SHORT =
      new ForkRecord(
          new CellKey("", "", "", "m", "", "", "", "", 8, 8, 1, 1, "", "", 1, "", "c"),
          1,
          0,
          Status.EXIT,
          "",
          List.of(),
          List.of(),
          ForkCounters.NONE);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("journal.csv");
  }

  private byte[] write(ForkRecord... forks) throws IOException {
    try (Journal journal = Journal.open(file)) {
      for (ForkRecord fork : forks) {
        journal.append(fork);
      }
    }
    return Files.readAllBytes(file);
  }

  private List<Path> tornTails() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().contains(".torn-")).toList();
    }
  }

  @Test
  void append_anyRecord_readsBackEqual() throws IOException {
    write(FIRST, SECOND, THIRD);
    assertEquals(List.of(FIRST, SECOND, THIRD), Journal.read(file));
    try (Journal journal = Journal.open(file)) {
      assertEquals(List.of(FIRST, SECOND, THIRD), journal.records());
    }
  }

  @Test
  void read_tornAtEveryByteOfLastRow_keepsTheOthers() throws IOException {
    int whole = write(FIRST).length;
    byte[] all = write(SECOND);
    for (int length = whole; length < all.length; length++) {
      JournalText text = JournalText.parse(file, Arrays.copyOf(all, length));
      assertEquals(List.of(FIRST), text.records());
      assertEquals(whole, text.wholeLength());
    }
  }

  /** Opening forces to the disk each time, so the row is short and not every place is tried. */
  @Test
  void open_tornLastRow_keepsOthersAndTheTailBeside() throws IOException {
    int whole = write(FIRST).length;
    byte[] all = write(SHORT);
    for (int length = whole; length < all.length; length += 1 + length % 7) {
      Files.write(file, Arrays.copyOf(all, length));
      boolean append = length % 50 == 0;
      try (Journal journal = Journal.open(file)) {
        assertEquals(List.of(FIRST), journal.records());
        if (append) {
          journal.append(SHORT);
        }
      }
      int left = append ? all.length : whole;
      assertArrayEquals(Arrays.copyOf(all, left), Files.readAllBytes(file));
      List<Path> tails = tornTails();
      assertEquals(length == whole ? 0 : 1, tails.size());
      for (Path tail : tails) {
        assertArrayEquals(Arrays.copyOfRange(all, whole, length), Files.readAllBytes(tail));
        Files.delete(tail);
      }
    }
  }

  @Test
  void open_tornHeader_startsAnew() throws IOException {
    byte[] header = write();
    for (int length = 0; length < header.length; length += 5) {
      Files.write(file, Arrays.copyOf(header, length));
      assertEquals(List.of(), Journal.read(file));
      assertArrayEquals(header, write());
    }
  }

  @Test
  void open_lastRowFullOfZeros_isTorn() throws IOException {
    int whole = write(FIRST).length;
    byte[] all = write(SECOND);
    Arrays.fill(all, whole, all.length, (byte) 0);
    Files.write(file, all);
    assertEquals(List.of(FIRST), Journal.read(file));
    write(THIRD);
    assertEquals(List.of(FIRST, THIRD), Journal.read(file));
  }

  @Test
  void read_anyByteOfMiddleRowChanged_namesTheLine() throws IOException {
    int from = write(FIRST).length;
    int to = write(SHORT).length - 1;
    byte[] all = write(THIRD);
    for (int i = from; i < to; i++) {
      byte[] damaged = all.clone();
      damaged[i] ^= 0x41;
      IOException e =
          assertThrows(MalformedFileException.class, () -> JournalText.parse(file, damaged));
      assertTrue(e.getMessage().startsWith(file + ", line 3: "), e.getMessage());
    }
    all[from] ^= 0x41;
    Files.write(file, all);
    assertThrows(MalformedFileException.class, () -> Journal.open(file));
    assertEquals(all.length, Files.size(file), "a damaged journal is left as it is");
  }

  @Test
  void read_otherFile_saysWhatWasExpected() throws IOException {
    Files.writeString(file, "structure,ops\n");
    IOException e = assertThrows(MalformedFileException.class, () -> Journal.read(file));
    assertTrue(e.getMessage().contains("line 1") && e.getMessage().contains("crc32c"));
  }

  @Test
  void read_repeatedRow_namesTheLine() throws IOException {
    String once = new String(write(FIRST), StandardCharsets.UTF_8);
    Files.writeString(file, once + once.substring(once.indexOf('\n') + 1));
    IOException e = assertThrows(MalformedFileException.class, () -> Journal.read(file));
    assertTrue(e.getMessage().contains("line 3: repeats cell masstree-a-2"), e.getMessage());
  }

  @Test
  void read_wholeRowThatHoldsNoRecord_namesTheLine() throws IOException {
    String header = new String(write(), StandardCharsets.UTF_8);
    for (String json : new String[] {"{}", "[]", "", "null", "{\"\"round\"\":\"\"x\"\"}"}) {
      String cells = "c,0,0,ok,\"" + json + "\"";
      CRC32C crc = new CRC32C();
      crc.update(cells.getBytes(StandardCharsets.UTF_8));
      Files.writeString(file, header + cells + String.format(",%08x%n", crc.getValue()));
      IOException e = assertThrows(MalformedFileException.class, () -> Journal.read(file));
      assertTrue(e.getMessage().contains("line 2: holds no fork record"), e.getMessage());
    }
  }

  @Test
  void append_sameCellRoundAndAttempt_isRefused() throws IOException {
    write(FIRST);
    try (Journal journal = Journal.open(file)) {
      ForkRecord again = Forks.fork(CELL, 0, 0, Status.TIMEOUT, "");
      assertThrows(IllegalArgumentException.class, () -> journal.append(again));
      journal.append(Forks.fork(CELL, 0, 1, Status.TIMEOUT, ""));
      assertEquals(2, journal.records().size());
    }
    assertEquals(2, Journal.read(file).size());
  }

  @Test
  void open_alreadyOpen_saysSo() throws IOException {
    try (Journal journal = Journal.open(file)) {
      IOException e = assertThrows(IOException.class, () -> Journal.open(file));
      assertTrue(e.getMessage().contains("another campaign"), e.getMessage());
      journal.append(FIRST);
    }
    write(SECOND);
  }

  @Test
  void append_interruptedThread_stillAppendsAndStaysInterrupted() throws IOException {
    try (Journal journal = Journal.open(file)) {
      Thread.currentThread().interrupt();
      journal.append(FIRST);
      assertTrue(Thread.interrupted());
      journal.append(SECOND);
    }
    assertEquals(2, Journal.read(file).size());
  }

  @Test
  void append_manyThreads_losesAndDoublesNothing() throws Exception {
    List<Thread> threads = new ArrayList<>();
    try (Journal journal = Journal.open(file)) {
      for (int t = 0; t < 4; t++) {
        CellKey cell = Forks.cell("masstree", "a", t);
        threads.add(new Thread(() -> appendRounds(journal, cell, 10)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertEquals(40, Journal.read(file).size());
    assertFalse(Files.readString(file).contains("\n\n"));
  }

  private static void appendRounds(Journal journal, CellKey cell, int rounds) {
    for (int round = 0; round < rounds; round++) {
      try {
        journal.append(Forks.ok(cell, round, 1));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
