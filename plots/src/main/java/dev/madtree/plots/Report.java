package dev.madtree.plots;

import dev.madtree.plots.ReportPage.Link;
import dev.madtree.plots.ReportPage.Listing;
import dev.madtree.plots.ReportPage.Picture;
import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws a campaign's charts and writes its report, from the files of its record alone. */
public final class Report {
  /** A page larger than this is slow to open; what is too much is linked instead. */
  static final int LARGEST_PAGE = 2_900_000;

  private final CampaignDirectory source;
  private final Path target;
  private final PrintWriter warnings;

  /**
   * A report to be written.
   *
   * @param source the campaign's folder
   * @param target the folder to write into, made if missing
   * @param warnings where charts that cannot be drawn are told
   */
  public Report(CampaignDirectory source, Path target, PrintWriter warnings) {
    this.source = source;
    this.target = target;
    this.warnings = warnings;
  }

  /**
   * Writes everything: a PNG and an SVG for each chart, {@code report.html} and {@code report.md}.
   *
   * @return how many charts were drawn
   * @throws IOException if the record cannot be read, with what is wrong, or a file not be written
   */
  public int write() throws IOException {
    Typeface.prepare();
    CampaignRecords records = CampaignRecords.read(source);
    Campaign campaign = RecordedCampaign.of(records);
    OutputDirectory folder = OutputDirectory.at(target);
    Map<Chart.Section, List<Picture>> pictures = new EnumMap<>(Chart.Section.class);
    int drawn = 0;
    for (Chart chart : Charts.of(campaign)) {
      try {
        Picture picture = draw(chart, folder);
        pictures.computeIfAbsent(chart.section(), s -> new ArrayList<>()).add(picture);
        drawn++;
      } catch (ChartException e) {
        warnings.println("left out: " + e.getMessage());
      }
    }
    ReportPage page =
        new ReportSections(campaign, records, pictures, name -> link(folder, name)).page();
    String html = ReportTemplate.html(page);
    int excess = html.getBytes(StandardCharsets.UTF_8).length - LARGEST_PAGE;
    folder.write("report.html", excess > 0 ? ReportTemplate.html(page.lighter(excess)) : html);
    folder.write("report.md", ReportTemplate.markdown(page));
    folder.removeStale();
    return drawn;
  }

  /**
   * Lets the link {@code latest} beside the folder point to it.
   *
   * @throws IOException if the link cannot be made, as where there is a folder of that name
   */
  public void markLatest() throws IOException {
    OutputDirectory.at(target).markLatest();
  }

  private Picture draw(Chart chart, OutputDirectory folder) throws IOException {
    String name = OutputDirectory.slug(chart.slug());
    String svg = Renderer.svg(chart);
    folder.write(name + ".png", Renderer.png(chart));
    folder.write(name + ".svg", svg);
    return new Picture(
        chart.frame().title(),
        chart.alt(),
        SvgText.dataUri(svg),
        name + ".png",
        name + ".svg",
        link(folder, chart.csv()),
        Listing.of(chart.frame().title(), chart.table()));
  }

  /** A file of the record as seen from the report. */
  private Link link(OutputDirectory folder, String name) {
    Path from = folder.path();
    Path to = source.path().toAbsolutePath().resolve(name);
    List<String> steps = new ArrayList<>();
    for (Path step : from.relativize(to)) {
      String text = URLEncoder.encode(step.toString(), StandardCharsets.UTF_8);
      steps.add(text.replace("+", "%20"));
    }
    return new Link(name, String.join("/", steps));
  }
}
