package dev.madtree.plots;

import dev.madtree.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The three to five sentences that a reader in a hurry reads, losses included. */
final class Headline {
  private Headline() {}

  static List<String> of(Campaign campaign) {
    List<Cell> subject = Campaign.where(campaign.cells(), c -> c.structure().isSubject());
    List<String> sentences = new ArrayList<>();
    List<String> byOperation = OperationFindings.sentences(campaign.operations());
    if (subject.isEmpty() && !byOperation.isEmpty()) {
      sentences.addAll(byOperation);
    } else if (subject.isEmpty()) {
      sentences.add(
          "This campaign did not measure Masstree itself; it holds "
              + Words.count(campaign.cells().size(), "cell")
              + " of other structures.");
    } else {
      againstBaseline(campaign, subject, sentences);
      againstRivals(campaign, subject).ifPresent(sentences::add);
    }
    sentences.add(missing(campaign.everyDriver()));
    return sentences;
  }

  private static void againstBaseline(
      Campaign campaign, List<Cell> subject, List<String> sentences) {
    List<Cell> compared = Campaign.where(subject, Cell::hasRatio);
    if (compared.isEmpty()) {
      sentences.add(
          "Masstree was measured in "
              + Words.count(subject.size(), "cell")
              + ", but there is no skip list to compare it with.");
      return;
    }
    double mean =
        Math.exp(compared.stream().mapToDouble(c -> Math.log(c.ratio())).average().orElse(0));
    Tally tally = Tally.of(subject);
    List<String> drivers = campaign.chosenDrivers();
    sentences.add(
        (drivers.isEmpty() ? "" : "Driver " + Words.list(drivers) + ": ")
            + tally.title()
            + "; over the "
            + Words.count(compared.size(), "compared cell")
            + " its throughput is "
            + Words.ratio(mean)
            + " the skip list’s in the geometric mean.");
    Cell best = compared.stream().max(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
    Cell worst = compared.stream().min(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
    if (compared.size() > 1) {
      sentences.add("Its best cell is " + ratioAndPlace(best) + ".");
    }
    String head = worst.verdict() == Verdict.SLOWER ? "It loses most at " : "Its weakest cell is ";
    sentences.add(head + ratioAndPlace(worst) + ".");
  }

  /** "2.72× (95 % interval 2.60 to 2.83) under YCSB A, zipfian, 4 threads". */
  static String ratioAndPlace(Cell cell) {
    String interval =
        cell.hasRatioInterval()
            ? " (95 % interval " + Words.interval(cell.ratioLow(), cell.ratioHigh()) + ")"
            : " (a single fork, no interval)";
    return Words.ratio(cell.ratio()) + interval + " under " + cell.place();
  }

  private static Optional<String> againstRivals(Campaign campaign, List<Cell> subject) {
    int ahead = 0;
    int behind = 0;
    int overlap = 0;
    for (Cell masstree : subject) {
      Optional<Cell> rival = Losses.bestRival(campaign, masstree);
      if (!masstree.measured() || rival.isEmpty()) {
        continue;
      }
      if (masstree.hasInterval() && masstree.low() > rival.get().top()) {
        ahead++;
      } else if (rival.get().hasInterval() && rival.get().low() > masstree.top()) {
        behind++;
      } else {
        overlap++;
      }
    }
    int all = ahead + behind + overlap;
    return all == 0
        ? Optional.empty()
        : Optional.of(
            "Against the fastest rival of each cell, the skip list included, it is ahead in "
                + ahead
                + " of "
                + all
                + ", behind in "
                + behind
                + " and not to be told apart in "
                + overlap
                + ".");
  }

  private static String missing(List<Cell> cells) {
    List<Cell> failed = Campaign.where(cells, c -> !c.measured());
    // The ceiling is measured once on purpose.
    long single =
        cells.stream()
            .filter(c -> c.measured() && c.forks() == 1 && !c.structure().isCeiling())
            .count();
    String text = "Every one of the " + Words.count(cells.size(), "cell") + " has a figure";
    if (!failed.isEmpty()) {
      text =
          failed.size()
              + " of "
              + Words.count(cells.size(), "cell")
              + (failed.size() == 1 ? " has" : " have")
              + " no figure ("
              + String.join(", ", failed.stream().map(Cell::failure).distinct().sorted().toList())
              + ")";
    }
    return single == 0
        ? text + "."
        : text + "; " + single + " rest on a single fork and have no interval.";
  }
}
