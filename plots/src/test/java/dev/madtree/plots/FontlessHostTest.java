package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.results.CampaignDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws in a JVM that finds no font on its host. */
class FontlessHostTest {
  private static final String NO_FONTS =
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
          + "<fontconfig><dir>/nonexistent</dir></fontconfig>";

  @TempDir Path root;

  @Test
  void chartsOfAHostWithoutFonts_haveTheSameBytes() throws Exception {
    CampaignDirectory source = MadeUpRecord.smoke().write(root.resolve("results"));
    Path here = root.resolve("here/campaigns").resolve(MadeUpRecord.ID);
    int charts = new Report(source, here, new PrintWriter(System.err, true)).write();
    drawWithoutFonts();
    Path there = root.resolve("there/campaigns").resolve(MadeUpRecord.ID);
    List<Path> pictures = pictures(here);
    assertEquals(2 * charts, pictures.size());
    for (Path picture : pictures) {
      byte[] other = Files.readAllBytes(there.resolve(picture.getFileName()));
      assertArrayEquals(Files.readAllBytes(picture), other, picture::toString);
    }
  }

  private void drawWithoutFonts() throws Exception {
    Path fonts = Files.writeString(root.resolve("fonts.conf"), NO_FONTS);
    Path log = root.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ReportCommand.class.getName(),
            "report",
            "--results",
            root.resolve("results").toString(),
            "--plots",
            root.resolve("there").toString());
    builder.environment().put("FONTCONFIG_FILE", fonts.toString());
    builder.environment().put("FONTCONFIG_PATH", root.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "drawing takes too long");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(log));
  }

  private static List<Path> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.(png|svg)")).sorted().toList();
    }
  }
}
