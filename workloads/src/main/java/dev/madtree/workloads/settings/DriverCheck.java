package dev.madtree.workloads.settings;

import dev.madtree.workloads.driver.Driver;
import dev.madtree.workloads.driver.Drivers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds settings that are right each by itself, and together ask for what no driver does: workloads
 * without a driver or a structure, structures without a workload, too many threads, refused cells.
 */
final class DriverCheck {

  private static final String OPTION = "--";

  private final CampaignSettings settings;
  private final Function<Setting, String> where;

  /**
   * Makes a check.
   *
   * @param where tells the place that a setting comes from
   */
  DriverCheck(CampaignSettings settings, Function<Setting, String> where) {
    this.settings = settings;
    this.where = where;
  }

  /** Adds what is wrong, each a full sentence with its place. */
  void addTo(List<String> problems) {
    for (String workload : settings.workloads()) {
      List<Driver> drivers = Drivers.of(workload, settings.drivers());
      if (drivers.isEmpty()) {
        problems.add(withoutDriver(workload));
      }
      for (Driver driver : drivers) {
        addStructures(driver, workload, problems);
        addThreads(driver, workload, problems);
      }
    }
    settings.structures().stream()
        .filter(structure -> drivers().noneMatch(each -> each.structures().containsKey(structure)))
        .map(this::withoutWorkload)
        .forEach(problems::add);
    AskedCells.of(settings).stream()
        .map(cell -> cell.driver().refusal(cell))
        .flatMap(Optional::stream)
        .distinct()
        .forEach(why -> problems.add(where.apply(Setting.DRIVERS) + ": " + why));
  }

  private Stream<Driver> drivers() {
    return settings.workloads().stream()
        .flatMap(workload -> Drivers.of(workload, settings.drivers()).stream());
  }

  private String withoutDriver(String workload) {
    String able =
        Drivers.all().stream()
            .filter(driver -> driver.workloads().containsKey(workload))
            .map(Driver::label)
            .collect(Collectors.joining(", "));
    return String.format(
        "%s: workload \"%s\" is asked by none of %s. These do: %s",
        where.apply(Setting.DRIVERS), workload, String.join(", ", settings.drivers()), able);
  }

  private void addStructures(Driver driver, String workload, List<String> problems) {
    if (settings.structures().stream().noneMatch(driver.structures()::containsKey)) {
      problems.add(
          String.format(
              "%s: workload \"%s\" measures none of %s. It takes: %s",
              where.apply(Setting.STRUCTURES),
              workload,
              String.join(", ", settings.structures()),
              String.join(", ", driver.structures().keySet())));
    }
  }

  private void addThreads(Driver driver, String workload, List<String> problems) {
    boolean tooMany = settings.threads().stream().anyMatch(n -> n > driver.mostThreads());
    // What a profile says is for those that can.
    if (tooMany && where.apply(Setting.THREADS).startsWith(OPTION)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s: workload \"%s\" is measured with %d thread; leave the option out, or the"
                  + " workload",
              where.apply(Setting.THREADS),
              workload,
              driver.mostThreads()));
    }
  }

  private String withoutWorkload(String structure) {
    return String.format(
        "%s: no workload of %s measures \"%s\". These do: %s",
        where.apply(Setting.STRUCTURES),
        String.join(", ", settings.workloads()),
        structure,
        Drivers.all().stream()
            .filter(driver -> driver.structures().containsKey(structure))
            .flatMap(driver -> driver.workloads().keySet().stream())
            .distinct()
            .collect(Collectors.joining(", ")));
  }
}
