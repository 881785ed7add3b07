package dev.madtree.workloads.replay;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What all collectors of this JVM have done until now. */
public final class GarbageCollections {

  private GarbageCollections() {}

  /** Returns the number of collections. */
  public static double count() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  /** Returns the milliseconds that collections took. */
  public static double ms() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
