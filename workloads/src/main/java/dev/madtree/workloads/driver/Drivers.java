package dev.madtree.workloads.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Everything that can be asked, by all drivers together. */
public final class Drivers {

  private static final List<Driver> ALL =
      List.of(new ReplayDriver(), new MttestDriver(), new OperationsDriver());

  private Drivers() {}

  /** Returns all drivers. */
  public static List<Driver> all() {
    return ALL;
  }

  /**
   * Returns the driver that a workload belongs to.
   *
   * @throws IllegalArgumentException if there is no such workload
   */
  public static Driver of(String workload) {
    return ALL.stream()
        .filter(driver -> driver.workloads().containsKey(workload))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload is called " + workload));
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
