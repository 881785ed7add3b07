package dev.madtree.plots;

import java.util.List;

/** Says under a chart how its figures were made. */
final class Footer {
  private Footer() {}

  /** Forks, iterations, what the whiskers are, the machine. */
  static String of(Campaign campaign, List<Cell> cells) {
    return forks(campaign, cells) + " " + campaign.machine() + ".";
  }

  static String forks(Campaign campaign, List<Cell> cells) {
    List<Cell> measured = Campaign.where(cells, Cell::measured);
    if (measured.isEmpty()) {
      return "No cell was measured.";
    }
    int fewest = measured.stream().mapToInt(Cell::forks).min().orElse(0);
    int most = measured.stream().mapToInt(Cell::forks).max().orElse(0);
    String each = " × " + Words.count(campaign.iterations(), "iteration");
    if (most == 1) {
      return "One fork" + each + " a cell: no interval can be given, so there are no whiskers.";
    }
    String forks = fewest == most ? Words.count(most, "fork") : fewest + " to " + most + " forks";
    String text = "Geometric mean of " + forks + each + "; whiskers: 95 % t interval over forks.";
    return fewest == 1 ? text + " Cells with one fork have no whisker." : text;
  }
}
