package dev.madtree.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadtreeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoke",
        "quick",
        "standard",
        "full",
        "run",
        "resume",
        "import",
        "list",
        "doctor",
        "ycsb"
      })
  void help_ofEveryCommand_saysHowItIsUsed(String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Madtree.execute(new PrintWriter(out, true), new PrintWriter(err, true), command, "--help");
    assertEquals(0, status, err.toString());
    assertTrue(out.toString().contains("Usage: madtree " + command), out.toString());
    assertEquals("", err.toString());
  }
}
