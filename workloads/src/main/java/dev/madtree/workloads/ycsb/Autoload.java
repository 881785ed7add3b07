package dev.madtree.workloads.ycsb;

import java.util.Properties;
import site.ycsb.Client;
import site.ycsb.Workload;
import site.ycsb.WorkloadException;
import site.ycsb.workloads.CoreWorkload;

/** Fills a store as a load in the same process would: with CoreWorkload's own keys and values. */
final class Autoload {

  private Autoload() {}

  /**
   * Loads and returns the number of records.
   *
   * @throws IllegalArgumentException if the properties say nothing to load, or another workload
   */
  static long load(Store store, Properties properties) {
    String workload =
        properties.getProperty(Client.WORKLOAD_PROPERTY, CoreWorkload.class.getName());
    if (!workload.equals(CoreWorkload.class.getName())) {
      throw new IllegalArgumentException(
          StoreSettings.AUTOLOAD
              + "=true loads for "
              + CoreWorkload.class.getName()
              + " only, not for "
              + workload
              + "; use a load and "
              + StoreSettings.SNAPSHOT);
    }
    long start = number(properties, Workload.INSERT_START_PROPERTY, 0);
    long recordCount = number(properties, Client.RECORD_COUNT_PROPERTY, 0);
    long count = number(properties, Client.INSERT_COUNT_PROPERTY, recordCount - start);
    if (count <= 0) {
      throw new IllegalArgumentException(
          StoreSettings.AUTOLOAD + "=true needs a recordcount above 0");
    }
    CoreWorkload loader = new CoreWorkload();
    StoreDb db = new StoreDb(store);
    try {
      loader.init(properties);
      for (long i = 0; i < count; i++) {
        if (!loader.doInsert(db, null)) {
          throw new IllegalStateException("YCSB's load stopped after " + i + " records");
        }
      }
      loader.cleanup();
    } catch (WorkloadException e) {
      throw new IllegalArgumentException("YCSB refuses the workload: " + e.getMessage(), e);
    }
    return count;
  }

  private static long number(Properties properties, String name, long absent) {
    String text = properties.getProperty(name);
    try {
      return text == null ? absent : Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + text + ": expected a whole number", e);
    }
  }
}
