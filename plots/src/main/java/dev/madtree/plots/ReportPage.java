package dev.madtree.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a report says, in order, as text that is not yet escaped for any format.
 *
 * @param title the campaign's name in a sentence
 * @param subtitle when and with what it was made
 * @param headline the sentences that come first
 * @param sections what follows
 */
record ReportPage(String title, String subtitle, List<String> headline, List<Section> sections) {

  /** The same page with so many of its last pictures linked instead of shown. */
  ReportPage lighter(int characters) {
    List<Section> lighter = new ArrayList<>();
    int left = characters;
    for (int i = sections.size() - 1; i >= 0; i--) {
      Section section = sections.get(i);
      List<Picture> charts = new ArrayList<>(section.charts);
      for (int c = charts.size() - 1; c >= 0 && left > 0; c--) {
        left -= charts.get(c).source.length();
        charts.set(c, charts.get(c).linked());
      }
      lighter.add(0, section.with(charts));
    }
    return new ReportPage(title, subtitle, headline, lighter);
  }

  /**
   * A part of the report.
   *
   * @param id its anchor
   * @param heading its head
   * @param paragraphs what it says before its charts
   * @param charts its pictures
   * @param tables what it lists after them
   * @param links files it points to
   */
  record Section(
      String id,
      String heading,
      List<String> paragraphs,
      List<Picture> charts,
      List<Listing> tables,
      List<Link> links) {

    boolean empty() {
      return paragraphs.isEmpty() && charts.isEmpty() && tables.isEmpty() && links.isEmpty();
    }

    boolean linked() {
      return !links.isEmpty();
    }

    private Section with(List<Picture> others) {
      return new Section(id, heading, paragraphs, others, tables, links);
    }
  }

  /**
   * A chart in the report.
   *
   * @param title its finding
   * @param alt what it shows, with numbers
   * @param source the picture itself as an address, empty where the page has no room for it
   * @param png the name of its PNG file
   * @param svg the name of its SVG file
   * @param csv the file that its figures come from
   * @param figures the figures
   */
  record Picture(
      String title, String alt, String source, String png, String svg, Link csv, Listing figures) {
    boolean embedded() {
      return !source.isEmpty();
    }

    private Picture linked() {
      return new Picture(title, alt, "", png, svg, csv, figures);
    }
  }

  /**
   * A table in the report.
   *
   * @param caption what it lists
   * @param columns its heads
   * @param rows its rows
   * @param note what muted rows have in common, empty if there are none
   */
  record Listing(String caption, List<String> columns, List<Line> rows, String note) {
    private static final int MANY_ROWS = 14;

    /** Whether it is so long that the reader should ask for it. */
    boolean folded() {
      return rows.size() > MANY_ROWS;
    }

    static Listing of(String caption, DataTable table) {
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < table.rows().size(); i++) {
        List<String> row = table.rows().get(i);
        lines.add(new Line(row.get(0), row.subList(1, row.size()), table.muted().get(i)));
      }
      return new Listing(caption, table.columns(), lines, table.note());
    }

    boolean noted() {
      return !note.isEmpty();
    }
  }

  /**
   * A row of a table.
   *
   * @param head its first field
   * @param fields the others
   * @param muted whether the table's note is about it
   */
  record Line(String head, List<String> fields, boolean muted) {}

  /**
   * A file that the report points to.
   *
   * @param name what the reader sees
   * @param address relative to the report, percent-encoded
   */
  record Link(String name, String address) {}
}
