package dev.madtree.plots;

import dev.madtree.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Masstree is slower than something it competes with, and where nobody can tell. */
final class Losses {
  private Losses() {}

  /** The sentences of the section. */
  static List<String> sentences(Campaign campaign) {
    List<Cell> subject = subject(campaign);
    List<String> sentences = new ArrayList<>();
    if (subject.isEmpty() && !OperationFindings.sentences(campaign.operations()).isEmpty()) {
      return OperationFindings.losses(campaign.operations());
    }
    if (subject.isEmpty()) {
      return List.of("This campaign did not measure Masstree, so it cannot say.");
    }
    long slower = subject.stream().filter(c -> lostToBaseline(c)).count();
    long behind = subject.stream().filter(c -> beatenBy(campaign, c).isPresent()).count();
    if (slower == 0 && behind == 0) {
      sentences.add("Nowhere in this campaign: in no cell is any rival surely faster.");
    } else {
      sentences.add(
          "In "
              + slower
              + " of "
              + Words.count(subject.size(), "cell")
              + " it is surely slower than the skip list, and in "
              + behind
              + " some rival’s interval lies wholly above its own.");
    }
    List<Cell> floored =
        subject.stream()
            .filter(c -> floor(campaign, c).filter(f -> ahead(f, c)).isPresent())
            .toList();
    if (!floored.isEmpty()) {
      sentences.add(
          "The TreeMap behind one lock, a floor that does not compete, is ahead of it in "
              + Words.count(floored.size(), "cell")
              + ": "
              + Words.list(floored.stream().map(Cell::place).toList())
              + ".");
    }
    List<Cell> unclear = unclear(campaign);
    if (!unclear.isEmpty()) {
      sentences.add(
          "Against the skip list "
              + Words.count(unclear.size(), "cell")
              + (unclear.size() == 1 ? " is" : " are")
              + " unclear, which is not the same as level:");
    }
    return sentences;
  }

  /** A row a cell that is lost to the skip list or to a rival. */
  static Optional<DataTable> lost(Campaign campaign) {
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : subject(campaign)) {
      Optional<Cell> rival = beatenBy(campaign, cell);
      if (lostToBaseline(cell) || rival.isPresent()) {
        rows.add(
            List.of(
                cell.place(),
                Words.throughput(cell.mean()),
                cell.hasRatio() ? Words.ratio(cell.ratio()) : "–",
                cell.hasRatioInterval() ? Words.interval(cell.ratioLow(), cell.ratioHigh()) : "–",
                rival.map(r -> r.structure().name()).orElse("–"),
                rival.map(r -> Words.throughput(r.mean())).orElse("–")));
      }
    }
    List<String> columns =
        List.of(
            "Cell",
            "Masstree",
            "Against skip list",
            "95 % interval",
            "Fastest rival ahead",
            "Its throughput");
    return rows.isEmpty() ? Optional.empty() : Optional.of(new DataTable(columns, rows));
  }

  /** A row a cell that the forks do not settle. */
  static Optional<DataTable> unsettled(Campaign campaign) {
    List<List<String>> rows =
        unclear(campaign).stream()
            .map(
                c ->
                    List.of(
                        c.place(),
                        Words.ratio(c.ratio()),
                        c.hasRatioInterval()
                            ? Words.interval(c.ratioLow(), c.ratioHigh())
                            : "– (one fork)",
                        Double.isFinite(c.moreRounds())
                            ? "about " + Math.round(c.moreRounds())
                            : "not known"))
            .toList();
    List<String> columns =
        List.of("Cell", "Against skip list", "95 % interval", "Rounds more to settle 2 %");
    return rows.isEmpty() ? Optional.empty() : Optional.of(new DataTable(columns, rows));
  }

  /** The fastest competitor, bounds left out, under the same conditions as a cell of Masstree's. */
  static Optional<Cell> bestRival(Campaign campaign, Cell masstree) {
    return beside(campaign, masstree)
        .filter(c -> c.structure().role() == Structure.Role.RIVAL)
        .max(Comparator.comparingDouble(Cell::mean));
  }

  private static Optional<Cell> floor(Campaign campaign, Cell masstree) {
    return beside(campaign, masstree)
        .filter(c -> c.key().structure().equals(Structure.FLOOR_LABEL))
        .findFirst();
  }

  /** The measured cells that differ from one in nothing but the structure. */
  private static Stream<Cell> beside(Campaign campaign, Cell masstree) {
    return campaign.cells().stream()
        .filter(Cell::measured)
        .filter(c -> Setting.of(c.key()).equals(Setting.of(masstree.key())))
        .filter(c -> c.key().workload().equals(masstree.key().workload()))
        .filter(c -> c.key().distribution().equals(masstree.key().distribution()))
        .filter(c -> c.key().threads() == masstree.key().threads());
  }

  private static Optional<Cell> beatenBy(Campaign campaign, Cell masstree) {
    return bestRival(campaign, masstree).filter(r -> ahead(r, masstree));
  }

  private static boolean ahead(Cell rival, Cell masstree) {
    return masstree.measured() && rival.hasInterval() && rival.low() > masstree.top();
  }

  private static boolean lostToBaseline(Cell cell) {
    return cell.hasRatio() && cell.verdict() == Verdict.SLOWER;
  }

  private static List<Cell> unclear(Campaign campaign) {
    return Campaign.where(subject(campaign), c -> c.hasRatio() && c.verdict() == Verdict.UNCLEAR);
  }

  private static List<Cell> subject(Campaign campaign) {
    return Campaign.where(campaign.cells(), c -> c.structure().isSubject());
  }
}
