package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
  @TempDir Path root;

  @Test
  void slug_isAPlainNameWhateverTheTextIs() {
    for (String text : new String[] {"../../etc/passwd", "", "/", "..", "a\0b", "ü".repeat(500)}) {
      assertTrue(OutputDirectory.slug(text).matches("[a-z0-9-]{9,100}"), text);
    }
  }

  @Test
  void slug_ofTwoTextsThatLookAlike_differs() {
    assertNotEquals(OutputDirectory.slug("a/b"), OutputDirectory.slug("a b"));
    assertEquals(OutputDirectory.slug("a/b"), OutputDirectory.slug("a/b"));
  }

  @Test
  void write_outOfTheFolder_isRefused() throws IOException {
    OutputDirectory folder = OutputDirectory.at(root.resolve("in"));
    for (String name : new String[] {"../x", "/tmp/x", "a/b", "..", "."}) {
      assertThrows(IllegalArgumentException.class, () -> folder.write(name, "x"), name);
    }
    assertEquals(0, root.resolve("in").toFile().list().length);
  }

  @Test
  void markLatest_overAFolder_isRefused() throws IOException {
    OutputDirectory folder = OutputDirectory.at(root.resolve("in"));
    Files.createDirectory(root.resolve("latest"));
    assertThrows(IOException.class, folder::markLatest);
  }
}
