package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hunt itself: on a tree that is wrong on purpose, and on the files that it writes. */
class HistoryHuntTest {

  private static final long MANY = 2_000_000;

  /** Adds in two steps, between which others may write. */
  private static final class TornAddition extends ForwardingSubject {

    TornAddition(Subject subject) {
      super(subject);
    }

    @Override
    public Long add(byte[] key, long delta) {
      Long present = get(key);
      Thread.yield();
      long sum = present == null ? delta : present + delta;
      put(key, sum);
      return sum;
    }
  }

  /** Says that it is empty. */
  private static final class Blind extends ForwardingSubject {

    Blind(Subject subject) {
      super(subject);
    }

    @Override
    public Entry<Long> first() {
      throw new IllegalStateException("blind");
    }
  }

  @Test
  void tornAddition_isFoundAndItsFileFindsItAgain(@TempDir Path folder) throws IOException {
    HistoryHunt.Violation found =
        assertThrows(
            HistoryHunt.Violation.class,
            () -> new HistoryHunt(TornAddition::new).run(1, MANY, Long.MAX_VALUE));
    assertTrue(found.getMessage().contains("# not linearizable"), found.getMessage());
    Path file = Files.writeString(folder.resolve("history.txt"), found.getMessage());
    History again = HistoryFile.read(file);
    assertThrows(
        HistoryHunt.Violation.class, () -> new HistoryHunt(TornAddition::new).repeat(again, MANY));
    HistoryHunt right = new HistoryHunt();
    right.repeat(again, 1_000);
    assertEquals(1_000, right.played());
  }

  @Test
  void callThatThrows_isFoundWithItsHistory() {
    AssertionError found =
        assertThrows(
            AssertionError.class, () -> new HistoryHunt(Blind::new).run(1, MANY, Long.MAX_VALUE));
    assertTrue(found.getMessage().contains("blind"), found.getMessage());
    assertTrue(found.getMessage().contains("\ncall 0 0 "), found.getMessage());
  }

  @Test
  void writtenHistory_isReadAsItWas() {
    for (long seed = 0; seed < 1_000; seed++) {
      History history = new History(seed, 2 + (int) (seed % 3));
      String text = HistoryFile.text(history, "nothing", history.calls());
      History read = HistoryFile.parse(text);
      assertArrayEquals(history.keys, read.keys);
      assertArrayEquals(history.start, read.start);
      assertEquals(history.threads.length, read.threads.length);
      assertEquals(text, HistoryFile.text(read, "nothing", read.calls()));
    }
  }

  @Test
  void fileThatIsNoHistory_isRefusedWithItsName(@TempDir Path folder) throws IOException {
    for (String text : new String[] {"hello", "call 0", "key 0xzz before 3", "seed many"}) {
      Path file = Files.writeString(folder.resolve("other.txt"), text);
      IOException refused = assertThrows(IOException.class, () -> HistoryFile.read(file));
      assertTrue(refused.getMessage().startsWith(file + " is no history: "));
    }
  }
}
