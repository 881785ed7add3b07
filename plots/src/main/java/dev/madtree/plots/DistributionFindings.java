package dev.madtree.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sentences about how results differ between key distributions. */
final class DistributionFindings {
  private static final String MASSTREE = Structure.of(Structure.SUBJECT_LABEL).name();

  private DistributionFindings() {}

  /** How much Masstree gains on each distribution, at the most threads measured. */
  static String gains(List<Cell> cells) {
    int most = Campaign.threadCounts(cells).stream().mapToInt(n -> n).max().orElse(0);
    List<Cell> subject =
        Campaign.where(
            cells, c -> c.structure().isSubject() && c.key().threads() == most && c.hasRatio());
    String at = " at " + Words.threads(most);
    if (subject.isEmpty()) {
      return "Throughput by key distribution";
    }
    int all = subject.size();
    Tally tally = Tally.of(subject);
    if (tally.slower() == all) {
      return "Masstree is slower than the skip list on "
          + (all == 1 ? "the one key distribution" : Words.every(all) + " key distributions")
          + at
          + ratios(subject);
    }
    if (tally.faster() == 0 && tally.slower() == 0) {
      return "Masstree or the skip list? Unclear on "
          + (all == 1 ? "the one key distribution" : Words.every(all) + " key distributions")
          + at;
    }
    if (tally.faster() < all) {
      return "Against the skip list Masstree is faster on "
          + tally.faster()
          + " and slower on "
          + tally.slower()
          + " of "
          + Words.count(all, "key distribution")
          + at;
    }
    Cell best = subject.stream().max(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
    Cell least = subject.stream().min(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
    if (best.ratioLow() > least.ratioHigh()) {
      return "Masstree gains most on "
          + best.key().distribution()
          + " keys, "
          + Words.ratio(best.ratio())
          + " the skip list, least on "
          + least.key().distribution()
          + ", "
          + Words.ratio(least.ratio());
    }
    return "Masstree does "
        + range(least.ratio(), best.ratio())
        + " the skip list on "
        + (all == 1 ? "the one key distribution" : Words.every(all) + " key distributions")
        + at;
  }

  /** Who leads on which distribution, for cells with one thread count. */
  static String leaders(List<Cell> cells) {
    List<Cell> competing = Campaign.where(cells, c -> c.measured() && c.structure().competes());
    List<String> close = new ArrayList<>();
    Map<String, List<String>> led = new TreeMap<>();
    List<String> distributions = Campaign.distributions(competing);
    for (String distribution : distributions) {
      List<Cell> ranked =
          competing.stream()
              .filter(c -> c.key().distribution().equals(distribution))
              .sorted(Comparator.comparingDouble(Cell::mean).reversed())
              .toList();
      Cell first = ranked.get(0);
      boolean clear =
          ranked.size() == 1 || first.hasInterval() && first.bottom() > ranked.get(1).top();
      if (clear || !first.hasInterval()) {
        String leads = first.structure().name() + (clear ? " leads" : " is ahead, in one fork,");
        led.computeIfAbsent(leads, n -> new ArrayList<>()).add(distribution);
      } else {
        close.add(distribution);
      }
    }
    String sentence = leadersSentence(distributions, led, close);
    boolean everywhere =
        led.getOrDefault(MASSTREE + " leads", List.of()).size() == distributions.size();
    return everywhere ? sentence + ratios(competing) : sentence;
  }

  /** ": 2.31× to 2.74× the skip list", empty if there is no ratio. */
  private static String ratios(List<Cell> cells) {
    List<Double> ratios =
        cells.stream()
            .filter(c -> c.structure().isSubject() && c.hasRatio())
            .map(Cell::ratio)
            .sorted()
            .toList();
    if (ratios.isEmpty()) {
      return "";
    }
    return ": " + range(ratios.get(0), ratios.get(ratios.size() - 1)) + " the skip list";
  }

  private static String range(double low, double high) {
    String least = Words.ratio(low);
    String most = Words.ratio(high);
    return least.equals(most) ? least : least + " to " + most;
  }

  private static String leadersSentence(
      List<String> distributions, Map<String, List<String>> led, List<String> close) {
    if (distributions.isEmpty()) {
      return "Nothing was measured here";
    }
    List<String> clauses = new ArrayList<>();
    led.forEach(
        (name, on) -> {
          String where =
              on.size() == distributions.size() && on.size() > 1
                  ? Words.every(on.size()) + " key distributions"
                  : Words.list(on) + " keys";
          clauses.add(name + " on " + where);
        });
    clauses.sort(Comparator.comparing(c -> !c.startsWith("Masstree")));
    if (!close.isEmpty()) {
      clauses.add("who leads is too close to call on " + Words.list(close));
    }
    return Words.sentence(String.join("; ", clauses));
  }
}
