package dev.madtree.workloads.settings;

import dev.madtree.workloads.driver.Driver;
import dev.madtree.workloads.driver.Drivers;
import dev.madtree.workloads.driver.PlannedCell;
import java.util.ArrayList;
import java.util.List;

/** Every combination of settings in which the structure can do what the workload asks. */
public final class AskedCells {

  private final CampaignSettings settings;
  private final List<PlannedCell> cells = new ArrayList<>();

  private AskedCells(CampaignSettings settings) {
    this.settings = settings;
  }

  /** Returns the combinations, in the order of the settings, as they are asked for. */
  public static List<PlannedCell> of(CampaignSettings settings) {
    AskedCells asked = new AskedCells(settings);
    for (String gc : settings.gcs()) {
      for (long records : settings.keys()) {
        for (int valueBytes : settings.valueSizes()) {
          for (String keyShape : settings.keyShapes()) {
            asked.addWorkloads(keyShape, valueBytes, records, gc);
          }
        }
      }
    }
    return asked.cells;
  }

  private void addWorkloads(String keyShape, int valueBytes, long records, String gc) {
    for (String workload : settings.workloads()) {
      for (String distribution : settings.distributions()) {
        for (int threads : settings.threads()) {
          for (Driver driver : Drivers.of(workload, settings.drivers())) {
            for (String structure : settings.structures()) {
              if (driver.answers(structure, workload)) {
                cells.add(
                    new PlannedCell(
                        structure,
                        driver,
                        workload,
                        distribution,
                        keyShape,
                        valueBytes,
                        records,
                        threads,
                        gc));
              }
            }
          }
        }
      }
    }
  }
}
