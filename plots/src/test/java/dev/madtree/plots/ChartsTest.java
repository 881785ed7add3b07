package dev.madtree.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {
  @TempDir static Path folder;
  private static Campaign campaign;
  private static Campaign drivers;

  @BeforeAll
  static void makeUp() throws IOException {
    campaign = MadeUpRecord.small().campaign(folder.resolve("small"));
    drivers = MadeUpRecord.drivers().campaign(folder.resolve("drivers"));
  }

  /** A family's charts of the first record that has any. */
  private static List<Chart> some(ChartFamily family) {
    List<Chart> charts = family.of(campaign);
    return charts.isEmpty() ? family.of(drivers) : charts;
  }

  @Test
  void everyFamily_drawsFromTheMadeUpRecord() {
    for (ChartFamily family : Charts.ALL) {
      assertFalse(some(family).isEmpty(), () -> family.getClass() + " has nothing to show");
    }
  }

  @Test
  void everyChart_isAPngOfTwiceTheSizeAndAWellFormedSvgWithItsTitleAsText() throws Exception {
    for (Chart chart : Charts.of(campaign)) {
      var image = ImageIO.read(new ByteArrayInputStream(Renderer.png(chart)));
      assertEquals(2 * 960, image.getWidth());
      assertEquals(2 * 600, image.getHeight());
      Document svg = parse(Renderer.svg(chart));
      assertTrue(texts(svg).contains(chart.frame().title()), chart::slug);
      assertFalse(chart.alt().isBlank());
      assertFalse(chart.table().rows().isEmpty());
    }
  }

  @Test
  void drawingTwice_givesTheSameBytes() {
    for (ChartFamily family : Charts.ALL) {
      Chart chart = some(family).get(0);
      Chart again = some(family).get(0);
      assertArrayEquals(Renderer.png(chart), Renderer.png(again), chart::slug);
      assertEquals(Renderer.svg(chart), Renderer.svg(again), chart::slug);
    }
  }

  @Test
  void drawingUnderAnotherLocale_givesTheSameBytes() {
    Locale before = Locale.getDefault();
    Chart chart = new DistributionBars().of(campaign).get(0);
    String here = Renderer.svg(chart);
    try {
      Locale.setDefault(Locale.GERMAN);
      assertEquals(here, Renderer.svg(new DistributionBars().of(campaign).get(0)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void invalidCell_hasNoBarButTheWord() throws Exception {
    List<Chart> bars = new DistributionBars().of(campaign);
    Chart invalid = find(bars, "bars-c-2t");
    Chart valid = find(bars, "bars-c-1t");
    String green = "fill:rgb(0,158,115)";
    // The legend's swatch is the only green there is left.
    assertEquals(1, count(Renderer.svg(invalid), green));
    assertEquals(3, count(Renderer.svg(valid), green));
    assertEquals(2, texts(parse(Renderer.svg(invalid))).stream().filter("invalid"::equals).count());
    assertEquals(
        2, texts(parse(Renderer.svg(invalid))).stream().filter("out of memory"::equals).count());
  }

  @Test
  void failedCell_leavesAGapWithItsWordInCurvesAndHeatMap() throws Exception {
    Chart curves = find(new ThroughputByThreads().of(campaign), "throughput-c-uniform");
    assertTrue(texts(parse(Renderer.svg(curves))).contains("B-link tree: invalid"));
    Chart speedUps = find(new SpeedUp().of(campaign), "speedup-c");
    assertTrue(texts(parse(Renderer.svg(speedUps))).contains("B-link tree: invalid"));
    Chart map = new RatioHeatMap().of(campaign).get(0);
    assertTrue(texts(parse(Renderer.svg(map))).contains("invalid"));
    assertTrue(map.alt().contains("B-link tree, YCSB C, uniform, 2 threads: invalid"));
  }

  @Test
  void ceilingOfOneFork_isNotCountedAmongTheForksOfCells() {
    for (Chart chart : Charts.of(campaign)) {
      String footer = chart.frame().footer();
      assertFalse(footer.contains("1 to "), footer);
      assertFalse(footer.contains("one fork"), footer);
    }
    Headline.of(campaign).forEach(s -> assertFalse(s.contains("single fork"), s));
  }

  @Test
  void oneForkACell_hasNoWhiskersAndSaysSo() throws Exception {
    Campaign smoke = MadeUpRecord.smoke().campaign(folder.resolve("smoke"));
    Chart bars = new DistributionBars().of(smoke).get(0);
    assertTrue(bars.frame().footer().contains("no whiskers"), bars.frame().footer());
    assertEquals("Masstree is ahead, in one fork, on uniform keys", bars.frame().title());
    assertTrue(smoke.cells().stream().noneMatch(Cell::hasInterval));
    assertTrue(new ForkStrip().of(smoke).isEmpty());
    assertFalse(Renderer.svg(bars).contains("NaN"));
  }

  @Test
  void boundThatAnswersFastest_isNotInTheTitle() throws IOException {
    Campaign standard = MadeUpRecord.standard().campaign(folder.resolve("standard"));
    for (Chart chart : Charts.of(standard)) {
      assertFalse(chart.frame().title().contains("ash map"), chart.frame()::title);
      assertFalse(chart.frame().title().contains("ceiling"), chart.frame()::title);
    }
  }

  @Test
  void hostileLabels_staysTextInSvg() throws Exception {
    Campaign hostile = MadeUpRecord.hostile().campaign(folder.resolve("hostile"));
    for (Chart chart : Charts.of(hostile)) {
      Document svg = parse(Renderer.svg(chart));
      assertEquals(0, svg.getElementsByTagName("script").getLength());
      assertEquals(0, svg.getElementsByTagName("img").getLength());
    }
  }

  private static Chart find(List<Chart> charts, String slug) {
    return charts.stream().filter(c -> c.slug().equals(slug)).findFirst().orElseThrow();
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg) {
    NodeList nodes = svg.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      texts.add(node.getTextContent());
    }
    return texts;
  }
}
