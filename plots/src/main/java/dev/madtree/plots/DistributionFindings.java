package dev.madtree.plots;

import dev.madtree.results.Verdict;
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
    long faster = subject.stream().filter(c -> c.verdict() == Verdict.FASTER).count();
    int all = subject.size();
    if (faster < all) {
      return "Masstree is clearly faster than the skip list on "
          + (faster == 0 ? "none" : faster)
          + " of "
          + all
          + " key distributions"
          + at;
    }
    if (all == 1) {
      Cell only = subject.get(0);
      return "Masstree does " + Words.ratio(only.ratio()) + " the skip list" + at;
    }
    Cell best = subject.stream().max(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
    Cell least = subject.stream().min(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
    return "Masstree gains most on "
        + best.key().distribution()
        + " keys, "
        + Words.ratio(best.ratio())
        + " the skip list, least on "
        + least.key().distribution()
        + ", "
        + Words.ratio(least.ratio());
  }

  /** Who leads on which distribution, for cells with one thread count. */
  static String leaders(List<Cell> cells) {
    List<Cell> competing =
        Campaign.where(cells, c -> c.measured() && c.structure().role() != Structure.Role.BOUND);
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
    return everywhere ? sentence + range(competing) : sentence;
  }

  /** ": 2.31× to 2.74× the skip list", empty if there is no ratio. */
  private static String range(List<Cell> cells) {
    List<Double> ratios =
        cells.stream()
            .filter(c -> c.structure().isSubject() && c.hasRatio())
            .map(Cell::ratio)
            .sorted()
            .toList();
    if (ratios.isEmpty()) {
      return "";
    }
    String least = Words.ratio(ratios.get(0));
    String most = Words.ratio(ratios.get(ratios.size() - 1));
    return ": " + (least.equals(most) ? least : least + " to " + most) + " the skip list";
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
                  ? (on.size() == 2 ? "both" : "all " + on.size()) + " key distributions"
                  : Words.list(on) + " keys";
          clauses.add(name + " on " + where);
        });
    clauses.sort(Comparator.comparing(c -> !c.startsWith("Masstree")));
    if (!close.isEmpty()) {
      clauses.add("too close to call on " + Words.list(close));
    }
    return Words.sentence(String.join("; ", clauses));
  }
}
