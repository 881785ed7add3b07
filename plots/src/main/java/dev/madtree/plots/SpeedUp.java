package dev.madtree.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many times faster more threads are than the fewest: one chart for each workload. */
final class SpeedUp implements ChartFamily {

  @Override
  public List<Chart> of(Campaign campaign) {
    List<Chart> charts = new ArrayList<>();
    for (Setting setting : campaign.settings()) {
      List<Cell> under = Campaign.where(campaign.under(setting), c -> !c.structure().isLimit());
      for (String workload : Campaign.workloads(under)) {
        List<Cell> cells = Campaign.where(under, c -> c.key().workload().equals(workload));
        List<Integer> threads = Campaign.threadCounts(cells);
        if (threads.size() > 1 && threads.get(0) == 1) {
          chart(campaign, setting, cells).ifPresent(charts::add);
        }
      }
    }
    return charts;
  }

  private static Optional<Chart> chart(Campaign campaign, Setting setting, List<Cell> cells) {
    var key = cells.get(0).key();
    List<PanelGrid.Panelled> panels = new ArrayList<>();
    for (String distribution : Campaign.distributions(cells)) {
      List<Cell> here = Campaign.where(cells, c -> c.key().distribution().equals(distribution));
      List<ThreadCurve> curves =
          Selection.of(
                  Campaign.structures(here).stream()
                      .map(s -> ThreadCurve.speedUp(s, here))
                      .filter(c -> c.points().size() > 1 && c.last().isPresent())
                      .toList())
              .drawn();
      if (!curves.isEmpty() && panels.size() < PanelGrid.MOST) {
        panels.add(new PanelGrid.Panelled(distribution, curves));
      }
    }
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    double highest =
        panels.stream()
            .flatMap(p -> p.curves().stream())
            .mapToDouble(ThreadCurve::top)
            .max()
            .orElse(1);
    PanelGrid grid = new PanelGrid(panels, Ticks.upTo(highest, 5), campaign.cores());
    int cores = campaign.cores();
    boolean beyond = Campaign.threadCounts(cells).stream().anyMatch(n -> n > cores);
    Frame frame =
        new Frame(
            title(panels, campaign.cores()),
            Words.workload(key.workload())
                + " · one panel a key distribution · "
                + setting.describe(key.keyBytes()),
            "Speed-up: throughput over that of the same structure with one thread",
            "Threads" + (beyond ? " (shaded: more than " + Words.count(cores, "core") + ")" : ""),
            Footer.of(campaign, cells)
                + (Selection.crowded(cells) ? " Curves of the first six structures." : ""));
    return Optional.of(
        new Chart(
            Chart.Section.SCALING,
            "speedup-" + key.workload() + campaign.settingSlug(setting),
            frame,
            spoken(panels),
            table(panels),
            "scalability.csv",
            ink -> grid.paint(ink, frame)));
  }

  private static String title(List<PanelGrid.Panelled> panels, int cores) {
    List<ThreadCurve.Point> subject =
        panels.stream()
            .flatMap(p -> p.curves().stream())
            .filter(c -> c.structure().isSubject())
            .flatMap(c -> c.points().stream())
            .filter(p -> p.drawn() && p.threads() > 1 && p.threads() <= cores)
            .toList();
    int most = subject.stream().mapToInt(ThreadCurve.Point::threads).max().orElse(0);
    List<Double> gains =
        subject.stream()
            .filter(p -> p.threads() == most)
            .map(ThreadCurve.Point::value)
            .sorted(Comparator.naturalOrder())
            .toList();
    if (gains.isEmpty()) {
      return "Speed-up with threads";
    }
    String least = Words.ratio(gains.get(0));
    String best = Words.ratio(gains.get(gains.size() - 1));
    return "With "
        + Words.threads(most)
        + " Masstree does "
        + (least.equals(best) ? best : least + " to " + best)
        + " the work of one";
  }

  private static DataTable table(List<PanelGrid.Panelled> panels) {
    List<List<String>> rows = new ArrayList<>();
    for (PanelGrid.Panelled panel : panels) {
      for (ThreadCurve curve : panel.curves()) {
        for (ThreadCurve.Point point : curve.points()) {
          rows.add(
              List.of(
                  curve.structure().name(),
                  panel.title(),
                  Integer.toString(point.threads()),
                  point.drawn() ? Words.ratio(point.value()) : point.failure(),
                  point.hasInterval() ? Words.interval(point.low(), point.high()) : "–"));
        }
      }
    }
    return new DataTable(
        List.of("Structure", "Distribution", "Threads", "Speed-up", "95 % interval"), rows);
  }

  private static String spoken(List<PanelGrid.Panelled> panels) {
    StringBuilder text = new StringBuilder("Speed-up over one thread. ");
    for (List<String> row : table(panels).rows()) {
      text.append(row.get(0))
          .append(", ")
          .append(row.get(1))
          .append(", ")
          .append(Words.threads(Integer.parseInt(row.get(2))))
          .append(": ")
          .append(row.get(3))
          .append("; ");
    }
    return text.substring(0, text.length() - 2) + ".";
  }
}
