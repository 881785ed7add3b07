package dev.madtree.workloads.campaign;

import dev.madtree.results.CellKey;
import dev.madtree.workloads.driver.PlannedCell;
import dev.madtree.workloads.settings.CampaignSettings;
import java.util.HashMap;
import java.util.Map;

/** Gives planned cells the key columns that records have. */
final class CellKeys {

  private static final int ID_DIGITS = 12;

  private final String campaignId;
  private final String envId;
  private final String gitRev;
  private final TargetJvm jvm;
  private final CampaignSettings settings;
  private final TraceCache traces;
  private final Map<PlannedCell, CellKey> keys = new HashMap<>();

  CellKeys(
      String campaignId,
      String envId,
      String gitRev,
      TargetJvm jvm,
      CampaignSettings settings,
      TraceCache traces) {
    this.campaignId = campaignId;
    this.envId = envId;
    this.gitRev = gitRev;
    this.jvm = jvm;
    this.settings = settings;
    this.traces = traces;
  }

  /** Returns the key of a cell, whose traces must have been recorded. */
  CellKey of(PlannedCell cell) {
    return keys.computeIfAbsent(cell, this::made);
  }

  private CellKey made(PlannedCell cell) {
    double keyBytes = cell.driver().meanKeyBytes(cell);
    String traceHash = traces.hash(cell);
    String identity =
        String.join(
            "\n",
            cell.structure(),
            cell.driver().label(),
            cell.workload(),
            cell.distribution(),
            cell.keyShape(),
            Integer.toString(cell.valueBytes()),
            Long.toString(cell.records()),
            Integer.toString(cell.threads()),
            jvm.label(),
            cell.gc(),
            Integer.toString(settings.heapMb()),
            traceHash);
    return new CellKey(
        campaignId,
        envId,
        gitRev,
        cell.structure(),
        cell.driver().label(),
        cell.workload(),
        cell.distribution(),
        cell.keyShape(),
        keyBytes,
        cell.valueBytes(),
        cell.records(),
        cell.threads(),
        jvm.label(),
        cell.gc(),
        settings.heapMb(),
        traceHash,
        Digest.of(identity, ID_DIGITS));
  }
}
