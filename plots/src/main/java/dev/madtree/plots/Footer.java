package dev.madtree.plots;

import java.util.List;
import java.util.stream.IntStream;

/** Says under a chart how its figures were made. */
final class Footer {
  private Footer() {}

  /** Forks, iterations, what the whiskers are, the machine. */
  static String of(Campaign campaign, List<Cell> cells) {
    String whiskers =
        mostForks(cells) > 1
            ? "; whiskers: 95 % t interval over forks."
            : ": no interval can be given, so there are no whiskers.";
    String some = someSingle(cells) ? " Cells with one fork have no whisker." : "";
    String on =
        cells.stream().anyMatch(Cell::wide) ? " A whisker at the edge of the plot goes on." : "";
    return mean(campaign, cells) + whiskers + some + on + " " + campaign.machine() + ".";
  }

  /** "Geometric mean of 3 to 5 forks × 4 iterations", without a full stop. */
  static String mean(Campaign campaign, List<Cell> cells) {
    int fewest = forks(cells).min().orElse(0);
    int most = mostForks(cells);
    if (most == 0) {
      return "No cell was measured";
    }
    String forks = fewest == most ? Words.count(most, "fork") : fewest + " to " + most + " forks";
    return (most == 1 ? "One fork" : "Geometric mean of " + forks)
        + " × "
        + Words.count(campaign.iterations(), "iteration")
        + driver(campaign, cells)
        + revision(campaign, cells);
  }

  /** ", by the replay driver" where a campaign has several and these cells have one. */
  private static String driver(Campaign campaign, List<Cell> cells) {
    List<String> drivers = cells.stream().map(c -> c.key().driver()).distinct().toList();
    return drivers.size() == 1 && campaign.chosenDrivers().contains(drivers.get(0))
        ? ", driver " + drivers.get(0)
        : "";
  }

  /** ", revision 0a1b2c3" where a campaign went on after another build. */
  private static String revision(Campaign campaign, List<Cell> cells) {
    List<String> own = cells.stream().map(c -> c.key().gitRev()).distinct().toList();
    boolean several =
        campaign.everyDriver().stream().map(c -> c.key().gitRev()).distinct().count() > 1;
    return several && own.size() == 1 ? ", revision " + own.get(0) : "";
  }

  private static boolean someSingle(List<Cell> cells) {
    return mostForks(cells) > 1 && forks(cells).min().orElse(0) == 1;
  }

  private static int mostForks(List<Cell> cells) {
    return forks(cells).max().orElse(0);
  }

  /** The ceiling is measured once to bound the others: it counts where there is nothing else. */
  private static IntStream forks(List<Cell> cells) {
    List<Cell> measured = Campaign.where(cells, Cell::measured);
    List<Cell> bounded = Campaign.where(measured, c -> !c.structure().isCeiling());
    return (bounded.isEmpty() ? measured : bounded).stream().mapToInt(Cell::forks);
  }
}
