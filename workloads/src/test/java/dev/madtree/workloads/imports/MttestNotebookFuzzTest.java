package dev.madtree.workloads.imports;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.madtree.workloads.settings.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes as a notebook of the original's test program: its runs are read, or it is refused. */
class MttestNotebookFuzzTest {

  @FuzzTest
  void notebook_anyBytes_isReadOrRefused(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".json");
    try {
      Files.write(file, bytes);
      assertFalse(MttestNotebook.read(file).isEmpty());
    } catch (ConfigurationException refused) {
      assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
