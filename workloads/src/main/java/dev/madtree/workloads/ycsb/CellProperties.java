package dev.madtree.workloads.ycsb;

import dev.madtree.results.CellKey;
import dev.madtree.workloads.mix.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import site.ycsb.Client;
import site.ycsb.workloads.CoreWorkload;

/** The conditions of a cell in YCSB's own words: the properties that its client is given. */
public final class CellProperties {

  private static final int YCSB_FIELDS = 10;
  private static final int LEAST_WITH_YCSB_FIELDS = 1000;
  private static final Map<String, String> REQUEST_DISTRIBUTIONS = new LinkedHashMap<>();

  static {
    REQUEST_DISTRIBUTIONS.put("uniform", "uniform");
    REQUEST_DISTRIBUTIONS.put("zipfian-ycsb", "zipfian");
    for (String same : List.of("latest", "hotspot", "exponential", "sequential")) {
      REQUEST_DISTRIBUTIONS.put(same, same);
    }
  }

  private CellProperties() {}

  /** Returns the labels of the distributions that YCSB draws itself. */
  public static List<String> distributions() {
    return List.copyOf(REQUEST_DISTRIBUTIONS.keySet());
  }

  /** Returns YCSB's name of a distribution that it draws itself, nothing for any other. */
  static Optional<String> requestDistribution(String label) {
    return Optional.ofNullable(REQUEST_DISTRIBUTIONS.get(label));
  }

  /**
   * Returns how many fields a record of a size has: YCSB's ten from 1000 bytes on, where they are
   * equally long, else one.
   */
  public static int fields(int valueBytes) {
    boolean asInYcsb = valueBytes >= LEAST_WITH_YCSB_FIELDS && valueBytes % YCSB_FIELDS == 0;
    return asInYcsb ? YCSB_FIELDS : 1;
  }

  /** Returns how many bytes each of the fields has. */
  public static int fieldLength(int valueBytes) {
    return valueBytes / fields(valueBytes);
  }

  /**
   * Returns a cell's properties.
   *
   * @param records how many records there are by now; new ones are numbered from there
   * @param operations about how many operations will be asked, which YCSB's key choice allows for
   * @throws IllegalArgumentException if YCSB has no such workload or distribution
   */
  static Properties of(CellKey cell, long records, long operations) {
    Workload workload =
        Workload.named(cell.workload())
            .orElseThrow(
                () -> new IllegalArgumentException("no workload is called " + cell.workload()));
    String distribution =
        requestDistribution(cell.distribution())
            .orElseThrow(
                () -> new IllegalArgumentException("YCSB does not draw " + cell.distribution()));
    Properties properties = workload.properties();
    properties.setProperty(StoreSettings.STRUCTURE, cell.structure());
    properties.setProperty(Client.RECORD_COUNT_PROPERTY, Long.toString(records));
    properties.setProperty(Client.OPERATION_COUNT_PROPERTY, Long.toString(operations));
    properties.setProperty(CoreWorkload.REQUEST_DISTRIBUTION_PROPERTY, distribution);
    properties.setProperty(
        CoreWorkload.FIELD_COUNT_PROPERTY, Integer.toString(fields(cell.valueBytes())));
    properties.setProperty(
        CoreWorkload.FIELD_LENGTH_PROPERTY, Integer.toString(fieldLength(cell.valueBytes())));
    return properties;
  }
}
