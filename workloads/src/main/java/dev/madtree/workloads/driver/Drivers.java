package dev.madtree.workloads.driver;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Everything that can be asked, by all drivers together. */
public final class Drivers {

  private static final List<Driver> ALL =
      List.of(
          new ReplayDriver(),
          new YcsbDriver(),
          new JmhDriver(),
          new MttestDriver(),
          new OperationsDriver(),
          new MemoryDriver());

  private Drivers() {}

  /** Returns all drivers. */
  public static List<Driver> all() {
    return ALL;
  }

  /**
   * Returns the drivers that ask a workload, in order: of those that have it, the chosen ones and
   * the one whose own it is.
   *
   * @param chosen labels of drivers
   */
  public static List<Driver> of(String workload, Collection<String> chosen) {
    return ALL.stream()
        .filter(driver -> driver.workloads().containsKey(workload))
        .filter(driver -> driver.isChosenByWorkload() || chosen.contains(driver.label()))
        .toList();
  }

  /**
   * Returns the driver of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Driver named(String label) {
    return ALL.stream()
        .filter(driver -> driver.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no driver is called " + label));
  }

  /** Returns what each driver is, by label, in order. */
  public static Map<String, String> descriptions() {
    Map<String, String> all = new LinkedHashMap<>();
    ALL.forEach(driver -> all.put(driver.label(), driver.description()));
    return all;
  }

  /** Returns what each workload is, by label, in order. */
  public static Map<String, String> workloads() {
    return joined(Driver::workloads);
  }

  /** Returns what each structure is, by label, in order. */
  public static Map<String, String> structures() {
    return joined(Driver::structures);
  }

  private static Map<String, String> joined(Function<Driver, Map<String, String>> part) {
    Map<String, String> all = new LinkedHashMap<>();
    ALL.forEach(driver -> part.apply(driver).forEach(all::putIfAbsent));
    return all;
  }
}
