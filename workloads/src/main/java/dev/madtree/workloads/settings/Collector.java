package dev.madtree.workloads.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The collectors that a fork can run with. */
public enum Collector {
  /** The default of server machines. */
  G1("-XX:+UseG1GC"),
  /** Stops the world with all cores. */
  PARALLEL("-XX:+UseParallelGC"),
  /** Stops the world with one core. */
  SERIAL("-XX:+UseSerialGC"),
  /** Collects while the program runs. */
  ZGC("-XX:+UseZGC");

  private final String flag;

  Collector(String flag) {
    this.flag = flag;
  }

  /** Returns the collector of a label such as {@code g1}, if there is one. */
  public static Optional<Collector> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** Returns all labels, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Collector::label).toList();
  }

  /** Returns the name used in commands, records and charts. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the JVM's flag. */
  public String flag() {
    return flag;
  }
}
