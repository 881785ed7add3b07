package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.madtree.plots.ReportPage.Link;
import dev.madtree.plots.ReportPage.Listing;
import dev.madtree.plots.ReportPage.Picture;
import dev.madtree.plots.ReportPage.Section;
import dev.madtree.results.CampaignDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final int THREE_MEGABYTES = 3_000_000;

  @TempDir static Path root;
  private static CampaignDirectory campaign;
  private static Path target;
  private static String html;
  private static String markdown;
  private static int charts;

  @BeforeAll
  static void write() throws IOException {
    target = root.resolve("plots/campaigns").resolve(MadeUpRecord.ID);
    campaign = MadeUpRecord.small().write(root.resolve("results"));
    charts = report(campaign, target);
    html = Files.readString(target.resolve("report.html"));
    markdown = Files.readString(target.resolve("report.md"));
  }

  private static int report(CampaignDirectory source, Path target) throws IOException {
    StringWriter warnings = new StringWriter();
    int drawn = new Report(source, target, new PrintWriter(warnings, true)).write();
    assertEquals("", warnings.toString());
    return drawn;
  }

  @Test
  void report_showsEveryChartWithAltTableAndLinks() {
    List<String> images = all(html, "<img src=\"data:image/svg[^\"]*\"[^>]* alt=\"([^\"]+)\">");
    assertEquals(charts, images.size());
    images.forEach(alt -> assertTrue(alt.matches("(?s).*\\d.*"), alt));
    assertEquals(charts, all(html, "(<summary>The figures as a table</summary>)").size());
    assertEquals(charts, all(markdown, "!\\[([^\\n]+)\\]\\([a-z0-9-]+\\.png\\)").size());
    assertTrue(html.length() < THREE_MEGABYTES, () -> html.length() + " characters");
  }

  @Test
  void campaignOfSingleOperations_comparesEachWithTheNativeSkipList() throws IOException {
    Path folder = root.resolve("operations/campaigns").resolve(MadeUpRecord.ID);
    report(MadeUpRecord.operations().write(root.resolve("results-operations")), folder);
    String text = Files.readString(folder.resolve("report.md"));
    assertTrue(text.contains("Masstree index against the skip list, operation by op"), text);
    assertTrue(
        text.contains("Masstree index is faster than the skip list in both operations"), text);
    assertTrue(text.contains("(by-operation-e-uniform-1t"), text);
    assertTrue(text.contains("(ratio-"), text);
    assertFalse(text.contains("did not measure"), text);
  }

  @Test
  void pageThatIsTooLarge_linksItsLastPictures() {
    Picture first = picture("first");
    Picture last = picture("last");
    Section section = new Section("s", "S", List.of(), List.of(first, last), List.of(), List.of());
    ReportPage page = new ReportPage("t", "u", List.of(), List.of(section)).lighter(1);
    assertEquals(first, page.sections().get(0).charts().get(0));
    assertFalse(page.sections().get(0).charts().get(1).embedded());
    String text = ReportTemplate.html(page);
    assertTrue(text.contains("<a href=\"last.png\">last.png</a>"), text);
  }

  private static Picture picture(String name) {
    return new Picture(
        name,
        "1",
        "data:,x",
        name + ".png",
        name + ".svg",
        new Link("a.csv", "a.csv"),
        new Listing("c", List.of("x"), List.of(), ""));
  }

  @Test
  void report_asksTheNetworkForNothingAndRunsNothing() {
    assertTrue(html.contains("default-src 'none'"));
    assertFalse(html.contains("<script"));
    assertFalse(html.matches("(?s).*(src|href)=\"(https?:)?//.*"));
    assertFalse(html.matches("(?s).*\\son[a-z]+=\".*"));
  }

  @Test
  void everyLink_leadsToAFile() {
    List<String> addresses = all(html, "href=\"([^#\"][^\"]*)\"");
    addresses.addAll(all(markdown, "\\]\\(([^)]+)\\)"));
    addresses.removeIf(a -> a.startsWith("data:"));
    assertFalse(addresses.isEmpty());
    for (String address : addresses) {
      Path file = target.resolve(URLDecoder.decode(address, StandardCharsets.UTF_8));
      assertTrue(Files.isRegularFile(file), address);
    }
  }

  @Test
  void htmlAndMarkdown_haveTheSameSectionsInTheSameOrder() {
    List<String> inHtml = all(html, "<h2 id=\"[a-z]+-h\">([^<]+)</h2>");
    List<String> inMarkdown = all(markdown, "(?m)^## (.+)$");
    assertEquals(inHtml.subList(1, inHtml.size()), inMarkdown);
    assertEquals("In short", inHtml.get(0));
    assertTrue(inHtml.contains("Where Masstree loses"));
  }

  @Test
  void headline_namesLossesIntervalsAndCellCounts() {
    List<String> headline = all(html, "(?s)<ul class=\"headline\">(.*?)</ul>");
    List<String> sentences = all(headline.get(0), "<li>([^<]+)</li>");
    assertTrue(sentences.size() >= 3 && sentences.size() <= 5, sentences::toString);
    assertTrue(
        sentences.get(0).matches(".*in 4 of 8 cells.*slower in 3, 1 unclear.*"),
        sentences::toString);
    assertTrue(String.join(" ", sentences).contains("95 % interval"));
    assertTrue(String.join(" ", sentences).contains("It loses most at 0."));
  }

  @Test
  void latest_isARelativeLinkToTheNewestReport() throws IOException {
    new Report(campaign, target, new PrintWriter(System.err, true)).markLatest();
    Path link = target.resolveSibling("latest");
    assertEquals(Path.of(MadeUpRecord.ID), Files.readSymbolicLink(link));
  }

  @Test
  void writingAgain_leavesTheSameFilesAndNoStaleOnes(@TempDir Path other) throws IOException {
    CampaignDirectory source = MadeUpRecord.smoke().write(other.resolve("results"));
    Path folder = other.resolve("out").resolve(MadeUpRecord.ID);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("gone-00000000.png"), "of an earlier report");
    Files.writeString(folder.resolve("notes.txt"), "the user's own");
    report(source, folder);
    List<String> first = names(folder);
    report(source, folder);
    assertEquals(first, names(folder));
    assertFalse(first.contains("gone-00000000.png"));
    assertTrue(first.contains("notes.txt"));
  }

  @Test
  void hostileLabels_areHarmlessInHtmlMarkdownAndFileNames(@TempDir Path other) throws IOException {
    CampaignDirectory source = MadeUpRecord.hostile().write(other.resolve("results"));
    Path folder = other.resolve("out").resolve(MadeUpRecord.ID);
    report(source, folder);
    String page = Files.readString(folder.resolve("report.html"));
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("<img src=y"));
    assertFalse(page.contains("\"onerror"));
    assertTrue(page.contains("&lt;script&gt;"));
    String text = Files.readString(folder.resolve("report.md"));
    assertFalse(text.contains("<script"));
    assertFalse(text.contains("http://z"));
    assertFalse(text.matches("(?s).*(?<!\\\\)`.*"));
    assertTablesAreEven(text);
    assertEquals(List.of(MadeUpRecord.ID), names(folder.getParent()));
    for (String name : names(folder)) {
      assertTrue(name.matches("[a-z0-9-]+\\.(png|svg|html|md)"), name);
    }
  }

  /** Every row of a Markdown table has as many unescaped bars as its head. */
  private static void assertTablesAreEven(String text) {
    int bars = 0;
    for (String line : text.split("\n")) {
      if (!line.startsWith("|")) {
        bars = 0;
        continue;
      }
      int own = line.replaceAll("\\\\.", "").replaceAll("[^|]", "").length();
      assertTrue(bars == 0 || bars == own, line);
      bars = own;
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> all(String text, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
