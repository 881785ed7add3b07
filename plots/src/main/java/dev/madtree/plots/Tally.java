package dev.madtree.plots;

import dev.madtree.results.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How often Masstree won, lost or neither against the skip list.
 *
 * @param faster cells in which it is surely faster
 * @param slower cells in which it is surely slower
 * @param level cells in which the difference does not matter
 * @param unclear cells that the forks do not settle
 * @param failed cells without a figure
 */
record Tally(int faster, int slower, int level, int unclear, int failed) {

  /** Counts the verdicts of one structure's cells. */
  static Tally of(List<Cell> cells) {
    return new Tally(
        count(cells, Verdict.FASTER),
        count(cells, Verdict.SLOWER),
        count(cells, Verdict.SAME) + count(cells, Verdict.SMALL),
        count(cells, Verdict.UNCLEAR),
        (int) cells.stream().filter(c -> !c.measured()).count());
  }

  private static int count(List<Cell> cells, Verdict verdict) {
    return (int) cells.stream().filter(c -> c.hasRatio() && c.verdict() == verdict).count();
  }

  /** The cells that have a ratio. */
  int compared() {
    return faster + slower + level + unclear;
  }

  /** "Masstree is faster than the skip list in 14 of 16 cells, slower in 1; 1 unclear". */
  String title() {
    return title(Structure.of(Structure.SUBJECT_LABEL), "cell");
  }

  /**
   * The same of another structure, and of something else than cells.
   *
   * @param noun what was counted, in the singular
   */
  String title(Structure subject, String noun) {
    String name = subject.name();
    if (compared() == 0) {
      return name + " could not be compared with the skip list";
    }
    if (unclear == compared()) {
      return "Whether "
          + name
          + " beats the skip list stays open: "
          + (unclear == 1 ? "the one " + noun + " is" : Words.every(unclear) + " " + noun + "s are")
          + " unclear";
    }
    String head =
        faster == compared()
            ? name
                + " is faster than the skip list in "
                + (compared() == 1 ? "the one " + noun : Words.every(compared()) + " " + noun + "s")
            : name
                + " is faster than the skip list in "
                + (faster == 0 ? "none" : faster)
                + " of "
                + Words.count(compared(), noun);
    List<String> rest = new ArrayList<>();
    add(rest, slower, "slower in " + slower);
    add(rest, level, "level in " + level);
    add(rest, unclear, unclear + " unclear");
    add(rest, failed, failed + " without a figure");
    return rest.isEmpty() ? head : head + ", " + String.join(", ", rest);
  }

  private static void add(List<String> rest, int n, String words) {
    if (n > 0) {
      rest.add(words);
    }
  }
}
