package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a journal holds after its process was killed, or could not write on. */
@EnabledOnOs(OS.LINUX)
class JournalDurabilityTest {
  private static final long SEED = 20260101;
  private static final int KILLS = 3;

  @TempDir Path folder;

  private Process victim(Path file, String prefix) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "sh",
            "-c",
            prefix + " exec \"$0\" \"$@\"",
            java,
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            JournalVictim.class.getName(),
            file.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static List<String> drain(BufferedReader output) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  @Test
  void append_killedAtAnyMoment_losesNoFinishedRow() throws Exception {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    Path file = folder.resolve("journal.csv");
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = victim(file, "");
      BufferedReader output = process.inputReader();
      int last = -1;
      for (int line = random.nextInt(30); line >= 0; line--) {
        last = Integer.parseInt(output.readLine());
      }
      // The handle leaves the output open; the process itself would close it.
      process.toHandle().destroyForcibly();
      process.waitFor();
      List<String> rest = drain(output);
      int finished = 1 + (rest.isEmpty() ? last : Integer.parseInt(rest.get(rest.size() - 1)));

      int kept = Journal.read(file).size();
      assertTrue(kept == finished || kept == finished + 1, kept + " rows, finished " + finished);
      for (int round = 0; round < kept; round++) {
        assertEquals(round, Journal.read(file).get(round).round());
      }
    }
  }

  @Test
  void append_noRoomLeft_endsWithClearErrorAndValidJournal() throws Exception {
    Path file = folder.resolve("journal.csv");
    Process process = victim(file, "ulimit -f 16;");
    List<String> lines = drain(process.inputReader());
    assertEquals(0, process.waitFor());

    String error = lines.get(lines.size() - 1);
    int finished = lines.size() - 1;
    assertTrue(error.startsWith(file + ": cannot write a row of cell masstree-a-1"), error);
    assertTrue(error.endsWith("The journal keeps its " + finished + " rows"), error);
    assertEquals(finished, Journal.read(file).size());
    long size = Files.size(file);
    try (Journal journal = Journal.open(file)) {
      assertEquals(finished, journal.records().size());
    }
    assertEquals(size, Files.size(file), "nothing torn was left");
  }
}
