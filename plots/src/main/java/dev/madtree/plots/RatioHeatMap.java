package dev.madtree.plots;

import dev.madtree.results.SummaryRow;
import dev.madtree.results.Verdict;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ratio to the skip list in every cell at a glance. */
final class RatioHeatMap implements ChartFamily {
  private static final int MOST_ROWS = 20;
  private static final int MOST_COLUMNS = 16;
  private static final double LEFT = 180;
  private static final double TOP = 150;
  private static final double BOTTOM = 540;
  private static final double TALLEST_ROW = 120;
  private static final double WIDEST_COLUMN = 150;
  private static final double GROUP_GAP = 8;
  private static final double HATCH_STEP = 7;

  /** Four times as fast, or a quarter, has the full colour. */
  private static final double FULL_LOG2 = 2;

  private static final Color MORE = new Color(0x0072B2);
  private static final Color LESS = new Color(0xD55E00);
  private static final Color EVEN = new Color(0xF4F5F6);
  private static final BasicStroke HATCH =
      new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
  private static final int HATCH_ALPHA = 110;

  /**
   * What one picture shows.
   *
   * @param rows workload and distribution
   * @param structures whose ratios, each with a column a thread count
   * @param threads the thread counts
   * @param cells the cells with a ratio or a failure
   */
  private record Grid(
      List<Row> rows, List<Structure> structures, List<Integer> threads, List<Cell> cells) {
    Optional<Cell> find(Row row, Structure structure, int n) {
      return cells.stream()
          .filter(c -> c.key().workload().equals(row.workload))
          .filter(c -> c.key().distribution().equals(row.distribution))
          .filter(c -> c.structure().equals(structure) && c.key().threads() == n)
          .findFirst();
    }
  }

  private record Row(String workload, String distribution) {
    String label() {
      return Words.workloadShort(workload) + " · " + distribution;
    }
  }

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Chart> charts = new ArrayList<>();
    for (Setting setting : campaign.settings()) {
      List<Cell> under = campaign.under(setting);
      String baseline =
          SummaryRow.baselineAmong(under.stream().map(c -> c.key().structure()).toList())
              .orElse("");
      List<Cell> cells =
          Campaign.where(
              under,
              c ->
                  !c.key().structure().equals(baseline)
                      && !c.structure().isCeiling()
                      && !c.structure().isImported());
      if (!baseline.isEmpty() && !cells.isEmpty()) {
        List<Grid> grids = grids(cells);
        for (int i = 0; i < grids.size(); i++) {
          String part = grids.size() == 1 ? "" : "-" + (i + 1);
          charts.add(chart(campaign, setting, grids.get(i), part));
        }
      }
    }
    return charts;
  }

  /** As many pictures as it takes for the numbers to stay readable. */
  private static List<Grid> grids(List<Cell> cells) {
    List<Row> rows = new ArrayList<>();
    for (String workload : Campaign.workloads(cells)) {
      List<Cell> of = Campaign.where(cells, c -> c.key().workload().equals(workload));
      Campaign.distributions(of).forEach(d -> rows.add(new Row(workload, d)));
    }
    List<Integer> threads = Campaign.threadCounts(cells);
    List<Structure> structures = Campaign.structures(cells);
    int atOnce = Math.max(1, MOST_COLUMNS / threads.size());
    List<Grid> grids = new ArrayList<>();
    for (int s = 0; s < structures.size(); s += atOnce) {
      List<Structure> some = structures.subList(s, Math.min(structures.size(), s + atOnce));
      for (int r = 0; r < rows.size(); r += MOST_ROWS) {
        List<Row> part = rows.subList(r, Math.min(rows.size(), r + MOST_ROWS));
        List<Cell> within =
            Campaign.where(
                cells,
                c ->
                    some.contains(c.structure())
                        && part.contains(new Row(c.key().workload(), c.key().distribution())));
        grids.add(new Grid(part, some, threads, within));
      }
    }
    return grids;
  }

  private static Chart chart(Campaign campaign, Setting setting, Grid grid, String part) {
    Frame frame =
        new Frame(
            title(grid),
            "Throughput as a multiple of the skip list’s · "
                + setting.describe(grid.cells.get(0).key().keyBytes()),
            "Columns: threads",
            "",
            Footer.mean(campaign, grid.cells)
                + ". Hatched: the forks do not settle it. "
                + campaign.machine()
                + ".");
    return new Chart(
        Chart.Section.OVERVIEW,
        "ratio" + part + campaign.settingSlug(setting),
        frame,
        spoken(grid),
        CellTables.throughput(grid.cells),
        "summary.csv",
        ink -> paint(ink, grid));
  }

  private static String title(Grid grid) {
    Structure subject =
        grid.structures.stream()
            .filter(s -> s.role() == Structure.Role.SUBJECT)
            .findFirst()
            .orElse(null);
    if (subject == null) {
      return "Rivals against the skip list";
    }
    List<Cell> cells = Campaign.where(grid.cells, c -> c.structure().equals(subject));
    return Tally.of(cells).title(subject, "cell");
  }

  private static String spoken(Grid grid) {
    StringBuilder text = new StringBuilder("Throughput as a multiple of the skip list’s. ");
    for (Cell cell : grid.cells) {
      text.append(cell.structure().name())
          .append(", ")
          .append(Words.workloadShort(cell.key().workload()))
          .append(", ")
          .append(cell.key().distribution())
          .append(", ")
          .append(Words.threads(cell.key().threads()))
          .append(": ")
          .append(cell.hasRatio() ? Words.ratio(cell.ratio()) : cell.failure())
          .append(cell.hasRatio() && cell.verdict() == Verdict.UNCLEAR ? " (unclear)" : "")
          .append("; ");
    }
    return text.substring(0, text.length() - 2) + ".";
  }

  private static void paint(Ink ink, Grid grid) {
    int columns = grid.structures.size() * grid.threads.size();
    double right = Theme.WIDTH - Theme.MARGIN;
    double gaps = (grid.structures.size() - 1) * GROUP_GAP;
    double width = Math.min(WIDEST_COLUMN, (right - LEFT - gaps) / columns);
    double height = Math.min(TALLEST_ROW, (BOTTOM - TOP) / grid.rows.size());
    paintScale(ink);
    double x = LEFT;
    for (Structure structure : grid.structures) {
      double group = width * grid.threads.size();
      String name = Ink.cut(structure.name(), Theme.LABEL, group);
      ink.text(name, Theme.LABEL, structure.textColor(), x + 2, TOP - 26);
      for (int n : grid.threads) {
        ink.textCentred(Integer.toString(n), Theme.VALUE, Theme.MUTED, x + width / 2, TOP - 8);
        for (int r = 0; r < grid.rows.size(); r++) {
          var box = new Rectangle2D.Double(x, TOP + r * height, width - 2, height - 2);
          paintCell(ink, grid.find(grid.rows.get(r), structure, n), box);
        }
        x += width;
      }
      x += GROUP_GAP;
    }
    for (int r = 0; r < grid.rows.size(); r++) {
      String label = Ink.cut(grid.rows.get(r).label(), Theme.TICK, LEFT - Theme.MARGIN - 10);
      ink.text(label, Theme.TICK, Theme.INK, Theme.MARGIN, TOP + (r + 0.5) * height + 3.5);
    }
  }

  private static void paintCell(Ink ink, Optional<Cell> found, Rectangle2D box) {
    if (found.isEmpty()) {
      return;
    }
    Cell cell = found.get();
    if (!cell.hasRatio()) {
      ink.fill(Theme.BAND, box);
      paintWords(ink, cell.measured() ? "no baseline" : cell.failure(), box);
      return;
    }
    String figure = Words.ratio(cell.ratio());
    Color ground = colour(cell.ratio());
    ink.fill(ground, box);
    Font font = fitting(figure, Theme.LABEL, box.getWidth() - 9, box.getHeight() - 5);
    double size = font.getSize2D();
    if (cell.verdict() == Verdict.UNCLEAR) {
      double width = Typeface.width(figure, font) + 6;
      hatch(ink, box, ground);
      ink.fill(
          ground, box.getCenterX() - width / 2, box.getCenterY() - size * 0.62, width, size * 1.24);
    }
    double baseline = box.getCenterY() + 0.36 * size;
    ink.textCentred(figure, font, textOn(ground), box.getCenterX(), baseline);
  }

  /** Writes words into a box, over as many lines as it has room for. */
  private static void paintWords(Ink ink, String words, Rectangle2D box) {
    int room = (int) Math.max(1, Math.min(3, box.getHeight() / 13));
    List<String> lines = Ink.breakLines(words, Theme.VALUE, box.getWidth() - 4, room);
    double y = box.getCenterY() + 4 - 6.5 * (lines.size() - 1);
    for (String line : lines) {
      Font font = fitting(line, Theme.VALUE, box.getWidth() - 4, 12);
      String cut = Ink.cut(line, font, box.getWidth() - 4);
      ink.textCentred(cut, font, Theme.MUTED, box.getCenterX(), y);
      y += 13;
    }
  }

  private static Font fitting(String text, Font font, double width, double height) {
    double wanted = font.getSize2D() * width / Typeface.width(text, font);
    double size = Math.max(7.5, Math.min(font.getSize2D(), Math.min(wanted, height)));
    return font.deriveFont((float) size);
  }

  private static Color textOn(Color ground) {
    return Theme.contrast(ground, Theme.PAPER_ON_COLOUR) >= 4.5
        ? Theme.PAPER_ON_COLOUR
        : Theme.INK_ON_COLOUR;
  }

  private static void hatch(Ink ink, Rectangle2D box, Color ground) {
    Color text = textOn(ground);
    Color soft = new Color(text.getRed(), text.getGreen(), text.getBlue(), HATCH_ALPHA);
    for (double d = HATCH_STEP; d < box.getWidth() + box.getHeight(); d += HATCH_STEP) {
      double x1 = box.getX() + Math.min(d, box.getWidth());
      double y1 = box.getY() + Math.max(0, d - box.getWidth());
      double x2 = box.getX() + Math.max(0, d - box.getHeight());
      double y2 = box.getY() + Math.min(d, box.getHeight());
      ink.line(soft, HATCH, x1, y1, x2, y2);
    }
  }

  private static void paintScale(Ink ink) {
    double[] ratios = {0.25, 0.5, 1, 2, 4};
    String[] names = {"¼×", "½×", "1×", "2×", "4×"};
    double x = Theme.WIDTH - Theme.MARGIN - 5 * 34.0 - 42;
    ink.textRight("slower", Theme.VALUE, Theme.MUTED, x - 8, Theme.UNIT_Y);
    for (int i = 0; i < ratios.length; i++) {
      Color ground = colour(ratios[i]);
      ink.fill(ground, x + i * 34.0, Theme.UNIT_Y - 13.0, 33, 18);
      double centre = x + i * 34.0 + 16.5;
      ink.textCentred(names[i], Theme.VALUE, textOn(ground), centre, Theme.UNIT_Y);
    }
    ink.text("faster", Theme.VALUE, Theme.MUTED, x + 5 * 34.0 + 7, Theme.UNIT_Y);
    double left = x - 150;
    var box = new Rectangle2D.Double(left, Theme.UNIT_Y - 13.0, 33, 18);
    ink.fill(EVEN, box);
    hatch(ink, box, EVEN);
    ink.text("unclear", Theme.VALUE, Theme.MUTED, left + 40, Theme.UNIT_Y);
  }

  /** Diverging around 1 on a scale of doublings. */
  static Color colour(double ratio) {
    double share = Math.log(ratio) / Math.log(2) / FULL_LOG2;
    double strength = Math.min(1, Math.abs(share));
    Color full = share > 0 ? MORE : LESS;
    return new Color(
        mix(EVEN.getRed(), full.getRed(), strength),
        mix(EVEN.getGreen(), full.getGreen(), strength),
        mix(EVEN.getBlue(), full.getBlue(), strength));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }
}
