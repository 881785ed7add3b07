package dev.madtree.plots;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long operations take, by percentile: one chart for each workload and distribution, at the
 * most threads that still have a core each.
 */
final class LatencyCurve implements ChartFamily {
  private static final int LEFT = 84;
  private static final int RIGHT = 776;
  private static final int MOST_CURVES = 6;
  private static final double LOWEST_PERCENTILE = 50;

  /** A little to the left of one half. */
  private static final double FIRST_NINES = 0.2;

  private static final double[] LABELLED = {50, 90, 99, 99.9, 99.99, 99.999, 99.9999, 99.99999};

  /** What must be equal in one picture. */
  private record Subject(
      Setting setting,
      String workload,
      String distribution,
      String operation,
      String loop,
      double rate) {
    static Subject of(Percentiles p) {
      return new Subject(
          Setting.of(p.key()),
          p.key().workload(),
          p.key().distribution(),
          p.operation(),
          p.loop(),
          p.targetOpsPerSecond());
    }
  }

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Subject> subjects = campaign.percentiles().stream().map(Subject::of).distinct().toList();
    List<Chart> charts = new ArrayList<>();
    for (Subject subject : subjects) {
      List<Percentiles> all =
          campaign.percentiles().stream().filter(p -> Subject.of(p).equals(subject)).toList();
      int threads = threads(all, campaign.cores());
      List<Percentiles> curves =
          all.stream()
              .filter(p -> p.key().threads() == threads && drawn(p).size() > 1)
              .filter(p -> !Structure.of(p.key().structure()).isCeiling())
              .sorted(Comparator.comparingInt(p -> Structure.of(p.key().structure()).order()))
              .toList();
      if (!curves.isEmpty()) {
        charts.add(chart(campaign, subject, curves));
      }
    }
    return charts;
  }

  private static int threads(List<Percentiles> all, int cores) {
    List<Integer> counts = all.stream().map(p -> p.key().threads()).distinct().sorted().toList();
    return counts.stream()
        .filter(n -> n <= cores)
        .reduce((first, second) -> second)
        .orElse(counts.get(0));
  }

  private static Chart chart(Campaign campaign, Subject subject, List<Percentiles> curves) {
    List<Percentiles> shown = curves.subList(0, Math.min(MOST_CURVES, curves.size()));
    List<String> left =
        curves.subList(shown.size(), curves.size()).stream()
            .map(p -> Structure.of(p.key().structure()).name())
            .toList();
    var key = curves.get(0).key();
    boolean open = subject.loop.equals("open");
    String loop =
        open
            ? "fixed rate " + Words.throughput(subject.rate) + ", counted from the intended start"
            : "closed loop: service time, sampled";
    Frame frame =
        new Frame(
            title(curves),
            Words.workload(subject.workload)
                + (subject.operation.equals(Percentiles.ALL) ? "" : ", " + subject.operation)
                + " · "
                + subject.distribution
                + " · "
                + Words.threads(key.threads())
                + " · "
                + loop
                + " · "
                + subject.setting.describe(key.keyBytes()),
            (open ? "Latency" : "Service time") + ", logarithmic",
            "Percentile (each step to the right is one more nine)",
            "Histograms of all forks merged, at least "
                + Words.magnitude(threeDigits(curves))
                + " operations timed a curve; curves end where fewer than 10 are left. "
                + campaign.machine()
                + "."
                + (left.isEmpty() ? "" : " Not drawn, see the table: " + Words.list(left) + "."));
    String rate = open ? "-" + Math.round(subject.rate) : "";
    String operation = subject.operation.equals(Percentiles.ALL) ? "" : "-" + subject.operation;
    return new Chart(
        Chart.Section.LATENCY,
        "latency-"
            + subject.workload
            + "-"
            + subject.distribution
            + "-"
            + key.threads()
            + "t-"
            + subject.loop
            + operation
            + rate
            + campaign.settingSlug(subject.setting),
        frame,
        spoken(curves),
        table(curves),
        "latency.csv",
        ink -> paint(ink, frame, shown));
  }

  private static String title(List<Percentiles> curves) {
    double percentile =
        curves.stream().allMatch(p -> reaches(p, 99.9)) ? 99.9 : reachesAll(curves, 99) ? 99 : 50;
    if (find(curves, Structure.SUBJECT_LABEL).isEmpty()) {
      return "How long operations take";
    }
    List<String> clauses =
        curves.stream()
            .sorted(Comparator.comparingDouble(c -> c.at(percentile)))
            .filter(c -> spokenOf(c, curves, percentile))
            .map(
                c ->
                    Structure.of(c.key().structure()).inSentence()
                        + " within "
                        + Words.nanoseconds(c.at(percentile)))
            .toList();
    String share = " " + Words.percentile(percentile) + " of operations within ";
    return Words.sentence(String.join(", ", clauses).replaceFirst(" within ", " answers" + share));
  }

  /** A title has room for Masstree, the skip list, and the fastest if it is neither. */
  private static boolean spokenOf(Percentiles curve, List<Percentiles> all, double percentile) {
    String label = curve.key().structure();
    return label.equals(Structure.SUBJECT_LABEL)
        || label.equals(Structure.BASELINE_LABEL)
        || Structure.of(label).competes()
            && all.stream()
                .filter(c -> Structure.of(c.key().structure()).competes())
                .noneMatch(c -> c.at(percentile) < curve.at(percentile));
  }

  private static boolean reachesAll(List<Percentiles> curves, double percentile) {
    return curves.stream().allMatch(p -> reaches(p, percentile));
  }

  private static boolean reaches(Percentiles curve, double percentile) {
    return curve.reliable().stream().anyMatch(p -> p.percentile() == percentile);
  }

  private static Optional<Percentiles> find(List<Percentiles> curves, String structure) {
    return curves.stream().filter(p -> p.key().structure().equals(structure)).findFirst();
  }

  private static DataTable table(List<Percentiles> curves) {
    List<List<String>> rows = new ArrayList<>();
    for (Percentiles curve : curves) {
      rows.add(
          List.of(
              Structure.of(curve.key().structure()).name(),
              time(curve, 50),
              time(curve, 90),
              time(curve, 99),
              time(curve, 99.9),
              time(curve, 99.99),
              Words.nanoseconds(curve.maximum()),
              Words.magnitude(curve.totalCount())));
    }
    return new DataTable(
        List.of("Structure", "50 %", "90 %", "99 %", "99.9 %", "99.99 %", "Maximum", "Timed"),
        rows);
  }

  private static String time(Percentiles curve, double percentile) {
    return reaches(curve, percentile) ? Words.nanoseconds(curve.at(percentile)) : "–";
  }

  private static String spoken(List<Percentiles> curves) {
    StringBuilder text = new StringBuilder("Time of an operation by percentile. ");
    for (List<String> row : table(curves).rows()) {
      text.append(
          String.join(
              "",
              row.get(0),
              ": half within ",
              row.get(1),
              ", 99 % within ",
              row.get(3),
              ", 99.9 % within ",
              row.get(4),
              ", maximum ",
              row.get(6),
              "; "));
    }
    return text.substring(0, text.length() - 2) + ".";
  }

  private static double nines(double percentile) {
    return -Math.log10(1 - percentile / 100);
  }

  private static List<Percentiles.Point> drawn(Percentiles curve) {
    return curve.reliable().stream()
        .filter(p -> p.percentile() >= LOWEST_PERCENTILE && p.nanoseconds() > 0)
        .toList();
  }

  private static void paint(Ink ink, Frame frame, List<Percentiles> curves) {
    List<Percentiles.Point> all = curves.stream().flatMap(c -> drawn(c).stream()).toList();
    double most = all.stream().mapToDouble(p -> nines(p.percentile())).max().orElse(1);
    double low = all.stream().mapToDouble(Percentiles.Point::nanoseconds).min().orElse(1);
    double high = all.stream().mapToDouble(Percentiles.Point::nanoseconds).max().orElse(10);
    double bottom = Math.floor(Math.log10(low));
    double top = Math.max(bottom + 1, Math.ceil(Math.log10(high)));
    var area =
        new Rectangle2D.Double(
            LEFT, Theme.PLOT_TOP, RIGHT - LEFT, Theme.PLOT_BOTTOM - Theme.PLOT_TOP);
    Panel panel = new Panel(area, FIRST_NINES, most * 1.02, bottom, top);
    for (int i = curves.size() - 1; i >= 0; i--) {
      Structure structure = Structure.of(curves.get(i).key().structure());
      List<Percentiles.Point> points = drawn(curves.get(i));
      panel.line(
          points.stream().mapToDouble(p -> nines(p.percentile())).toArray(),
          points.stream().mapToDouble(p -> Math.log10(p.nanoseconds())).toArray(),
          structure.color(),
          structure.stroke(),
          structure.mark().marker(3.4));
    }
    paintGrid(ink, panel, most, bottom, top);
    panel.paint(ink);
    Gutter gutter = new Gutter();
    for (Percentiles curve : curves) {
      List<Percentiles.Point> points = drawn(curve);
      Percentiles.Point last = points.get(points.size() - 1);
      Structure structure = Structure.of(curve.key().structure());
      gutter.add(
          structure.name(),
          "max " + Words.nanoseconds(curve.maximum()),
          structure.textColor(),
          panel.x(nines(last.percentile())),
          panel.y(Math.log10(last.nanoseconds())));
    }
    gutter.paint(ink, RIGHT, Theme.PLOT_TOP, Theme.PLOT_BOTTOM);
    frame.paintAxisTitle(ink, area.getCenterX());
  }

  private static void paintGrid(Ink ink, Panel panel, double most, double bottom, double top) {
    for (double decade = bottom; decade <= top; decade++) {
      double y = panel.y(decade);
      ink.line(Theme.GRID, Theme.HAIR, LEFT, y, RIGHT, y);
      ink.textRight(decadeLabel(decade), Theme.TICK, Theme.MUTED, LEFT - 12, y + 4.5);
    }
    for (double percentile : LABELLED) {
      if (nines(percentile) <= most * 1.02) {
        double x = panel.x(nines(percentile));
        ink.line(Theme.GRID, Theme.HAIR, x, Theme.PLOT_TOP, x, Theme.PLOT_BOTTOM);
        double y = Theme.PLOT_BOTTOM + Theme.TICK_GAP;
        ink.textCentred(Words.percentile(percentile), Theme.TICK, Theme.MUTED, x, y);
      }
    }
    ink.line(Theme.AXIS, Theme.HAIR, LEFT, Theme.PLOT_BOTTOM, RIGHT, Theme.PLOT_BOTTOM);
  }

  private static String decadeLabel(double log10) {
    String[] units = {"ns", "µs", "ms", "s"};
    int unit = (int) Math.max(0, Math.min(units.length - 1, Math.floor(log10 / 3)));
    return Words.trimmed(Math.pow(10, log10 - 3 * unit)) + " " + units[unit];
  }

  /** The least count of a curve, rounded down: "at least" stays true. */
  private static double threeDigits(List<Percentiles> curves) {
    long least = curves.stream().mapToLong(Percentiles::totalCount).min().orElse(0);
    return new BigDecimal(least).round(new MathContext(3, RoundingMode.DOWN)).doubleValue();
  }
}
