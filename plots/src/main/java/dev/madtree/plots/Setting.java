package dev.madtree.plots;

import dev.madtree.results.CellKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be equal before two cells may stand in one chart, apart from what the chart varies.
 *
 * @param envId the machine
 * @param gitRev the revision that was built
 * @param driver what asked
 * @param keyShape what keys look like
 * @param valueBytes the size of values
 * @param records how many entries were loaded
 * @param jvm the JVM
 * @param gc the collector
 * @param heapMb the heap
 */
record Setting(
    String envId,
    String gitRev,
    String driver,
    String keyShape,
    int valueBytes,
    long records,
    String jvm,
    String gc,
    int heapMb) {

  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

  static Setting of(CellKey key) {
    return new Setting(
        key.envId(),
        key.gitRev(),
        key.driver(),
        key.keyShape(),
        key.valueBytes(),
        key.records(),
        key.jvm(),
        key.gc(),
        key.heapMb());
  }

  /** "1 M ycsb keys of 23 B · values 8 B · JDK 17, G1, 4 GB heap". */
  String describe(double keyBytes) {
    return Words.magnitude(records)
        + " "
        + keyShape
        + " keys of "
        + Words.trimmed(Math.round(keyBytes * 10) / 10.0)
        + " B · "
        + conditions();
  }

  /** "values 8 B · JDK 17, G1, 4 GB heap". */
  String conditions() {
    return "values "
        + valueBytes
        + " B · "
        + shortJvm()
        + ", "
        + Words.collector(gc)
        + ", "
        + Words.heap(heapMb)
        + " heap";
  }

  /** "JDK 17.0.15"; vendor and build stand in the report. */
  private String shortJvm() {
    Matcher version = VERSION.matcher(jvm);
    return version.find() ? "JDK " + version.group() : jvm;
  }

  /** The same whoever asks. */
  Setting withoutDriver() {
    return new Setting(envId, gitRev, "", keyShape, valueBytes, records, jvm, gc, heapMb);
  }

  /** The same whatever keys look like. */
  Setting withoutKeyShape() {
    return new Setting(envId, gitRev, driver, "", valueBytes, records, jvm, gc, heapMb);
  }

  /** The part of a file's name that tells charts of several settings apart. */
  String slug() {
    return driver
        + "-"
        + keyShape
        + "-"
        + valueBytes
        + "b-"
        + records
        + "-"
        + jvm
        + "-"
        + gc
        + "-"
        + heapMb
        + "-"
        + envId
        + "-"
        + gitRev;
  }
}
