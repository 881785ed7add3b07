package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the report with a real browser, where there is one. */
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Pattern SEEN =
      Pattern.compile("seen:width=(\\d+),view=(\\d+),images=(\\d+),broken=(\\d+),fetched=(\\d+);");

  @TempDir Path root;
  private int charts;
  private Path report;

  @BeforeEach
  void write() throws IOException {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        CHROMIUM + " is not installed; install the package chromium to look at the report");
    Path target = root.resolve("plots").resolve(MadeUpRecord.ID);
    var source = MadeUpRecord.small().write(root.resolve("results"));
    charts = new Report(source, target, new PrintWriter(System.err, true)).write();
    report = target.resolve("report.html");
  }

  @Test
  void report_onAPhone_showsAllImagesWithoutSidewaysScrollRequestOrError() throws Exception {
    assertReadable(390);
  }

  @Test
  void report_onADesk_showsAllImagesWithoutSidewaysScrollRequestOrError() throws Exception {
    assertReadable(1280);
  }

  private void assertReadable(int width) throws Exception {
    Path log = root.resolve("log.txt");
    Matcher seen = SEEN.matcher(browse(frame(width), log));
    String console = Files.readString(log);
    assertTrue(seen.find(), console);
    assertEquals(width, Integer.parseInt(seen.group(2)));
    assertTrue(Integer.parseInt(seen.group(1)) <= width, seen::group);
    assertEquals(charts, Integer.parseInt(seen.group(3)));
    assertEquals(0, Integer.parseInt(seen.group(4)), "images that are not shown");
    assertEquals(0, Integer.parseInt(seen.group(5)), "requests");
    assertFalse(console.contains(":CONSOLE"), console);
  }

  /** A page of our own that shows the report at a width and writes down what it sees. */
  private Path frame(int width) throws IOException {
    String page =
        """
        <!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">
        <iframe id="report" src="%s" width="%d" height="800" style="border:0"></iframe><p id="seen">
        <script>
        report.onload = () => {
          const page = report.contentDocument, root = page.documentElement;
          const images = [...page.images];
          const fetched = report.contentWindow.performance.getEntriesByType('resource')
              .filter(e => !e.name.startsWith('data:'));
          seen.textContent = 'seen:width=' + root.scrollWidth + ',view=' + root.clientWidth
              + ',images=' + images.length
              + ',broken=' + images.filter(i => !i.complete || i.naturalWidth === 0).length
              + ',fetched=' + fetched.length + ';';
        };
        </script>
        """;
    Path file = root.resolve("frame.html");
    return Files.writeString(
        file, String.format(java.util.Locale.ROOT, page, report.toUri(), width));
  }

  private String browse(Path page, Path log) throws Exception {
    Path dom = root.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                List.of(
                    CHROMIUM.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--hide-scrollbars",
                    "--no-first-run",
                    "--allow-file-access-from-files",
                    "--user-data-dir=" + root.resolve("profile"),
                    "--window-size=1400,1000",
                    "--enable-logging=stderr",
                    "--dump-dom",
                    page.toUri().toString()))
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      assumeTrue(browser.waitFor(60, TimeUnit.SECONDS), "chromium does not end on this machine");
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dom);
  }
}
