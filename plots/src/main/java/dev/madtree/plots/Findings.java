package dev.madtree.plots;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sentences about cells that were measured under the same conditions, for titles. */
final class Findings {
  private Findings() {}

  /**
   * What cells that differ in nothing but the structure say about Masstree.
   *
   * @param cells one a structure
   * @return a sentence without a full stop
   */
  static String about(List<Cell> cells) {
    Optional<Cell> subject = cells.stream().filter(c -> c.structure().isSubject()).findFirst();
    if (subject.isEmpty()) {
      return withoutSubject(cells);
    }
    Cell masstree = subject.get();
    String at = " at " + Words.threads(masstree.key().threads());
    if (!masstree.measured()) {
      return "Masstree has no figure" + at + ": " + masstree.failure();
    }
    String speed = Words.throughput(masstree.mean()) + at;
    if (!masstree.hasRatio()) {
      return "Masstree does " + speed + leaderClause(masstree, cells);
    }
    String against = Words.ratio(masstree.ratio()) + " the skip list";
    String ahead = leaderBefore(masstree, cells);
    return switch (masstree.verdict()) {
      case FASTER -> leads(masstree, cells, speed, against);
      case SLOWER -> ahead + "Masstree loses to the skip list: " + speed + ", " + against;
      case SAME -> ahead + "Masstree and the skip list are level: " + speed + ", " + against;
      case SMALL -> ahead + "Masstree and the skip list differ little: " + speed + ", " + against;
      case UNCLEAR, NONE -> ahead + unclear(masstree, speed, against);
    };
  }

  /** "B-link tree leads; " where one that is neither Masstree nor the skip list does. */
  private static String leaderBefore(Cell masstree, List<Cell> cells) {
    Optional<Cell> rival =
        bestRival(masstree, cells)
            .filter(c -> !c.key().structure().equals(Structure.BASELINE_LABEL))
            .filter(c -> c.bottom() > masstree.top());
    if (rival.isEmpty()) {
      return "";
    }
    boolean sure = rival.get().hasInterval() && masstree.hasInterval();
    return rival.get().structure().name() + (sure ? " leads; " : " is ahead; ");
  }

  private static String leads(Cell masstree, List<Cell> cells, String speed, String against) {
    Optional<Cell> rival = bestRival(masstree, cells);
    if (rival.isPresent() && rival.get().bottom() > masstree.top()) {
      return rival.get().structure().name() + " leads; Masstree does " + speed + ", " + against;
    }
    if (rival.isPresent() && rival.get().top() >= masstree.bottom()) {
      return "Masstree and "
          + rival.get().structure().inSentence()
          + " lead, too close to tell apart: "
          + speed
          + ", "
          + against;
    }
    return "Masstree leads: " + speed + ", " + against;
  }

  private static String unclear(Cell masstree, String speed, String against) {
    if (!masstree.hasRatioInterval()) {
      return "Masstree does " + speed + ", " + against + ", in one fork";
    }
    return "Masstree or the skip list? Unclear: "
        + Words.ratio(masstree.ratio())
        + " ("
        + Words.interval(masstree.ratioLow(), masstree.ratioHigh())
        + ") at "
        + Words.threads(masstree.key().threads());
  }

  private static String leaderClause(Cell masstree, List<Cell> cells) {
    return bestRival(masstree, cells)
        .filter(rival -> rival.bottom() > masstree.top())
        .map(
            rival ->
                "; "
                    + rival.structure().inSentence()
                    + " leads with "
                    + Words.throughput(rival.mean()))
        .orElse("");
  }

  private static String withoutSubject(List<Cell> cells) {
    return cells.stream()
        .filter(c -> c.measured() && c.structure().competes())
        .max(Comparator.comparingDouble(Cell::mean))
        .map(
            c ->
                c.structure().name()
                    + " is fastest: "
                    + Words.throughput(c.mean())
                    + " at "
                    + Words.threads(c.key().threads()))
        .orElse("Nothing was measured here");
  }

  private static Optional<Cell> bestRival(Cell masstree, List<Cell> cells) {
    return cells.stream()
        .filter(c -> c.measured() && c.structure().competes())
        .filter(c -> !c.key().structure().equals(masstree.key().structure()))
        .max(Comparator.comparingDouble(Cell::mean));
  }
}
