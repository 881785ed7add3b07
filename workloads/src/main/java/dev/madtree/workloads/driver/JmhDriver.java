package dev.madtree.workloads.driver;

import dev.madtree.workloads.mix.Workload;
import dev.madtree.workloads.replay.ReplayFork;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes every operation of the traces an invocation of JMH: the cost of one operation as JMH
 * measures it, beside the same operations replayed in batches.
 */
final class JmhDriver extends ReplayDriver {

  @Override
  public String label() {
    return ReplayFork.ONE_BY_ONE;
  }

  @Override
  public String description() {
    return "the same traces, every operation an invocation of JMH by itself";
  }

  /** Operations that wait to be asked together are no invocations by themselves. */
  @Override
  public Map<String, String> workloads() {
    Map<String, String> all = new LinkedHashMap<>(super.workloads());
    for (Workload each : Workload.values()) {
      if (each.readsInBatches()) {
        all.remove(each.label());
      }
    }
    return all;
  }
}
