package dev.madtree.results;

import java.io.IOException;
import java.nio.file.Path;

/** A process that appends without end, and says so after each row, until it is killed. */
final class JournalVictim {
  private JournalVictim() {}

  public static void main(String[] arguments) throws IOException {
    try (Journal journal = Journal.open(Path.of(arguments[0]))) {
      CellKey cell = Forks.cell("masstree", "a", 1);
      for (int round = journal.records().size(); ; round++) {
        journal.append(Forks.ok(cell, round, round, 1.0 / 3));
        System.out.println(round);
      }
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }
}
