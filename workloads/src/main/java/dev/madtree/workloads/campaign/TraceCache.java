package dev.madtree.workloads.campaign;

import dev.madtree.workloads.driver.PlannedCell;
import dev.madtree.workloads.settings.CampaignSettings;
import dev.madtree.workloads.trace.TraceFile;
import dev.madtree.workloads.trace.TraceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The traces of a campaign, recorded once and read by every fork that needs them. They lie beside
 * the campaigns and serve the next one too.
 */
final class TraceCache {

  private final Path folder;
  private final CampaignSettings settings;
  private final Map<TraceRequest, String> hashes = new LinkedHashMap<>();

  TraceCache(Path campaignsRoot, CampaignSettings settings) {
    this.folder = campaignsRoot.resolve(".cache").resolve("traces");
    this.settings = settings;
  }

  /**
   * Records what is not there yet.
   *
   * @param progress told how many of how many are ready
   */
  void record(List<PlannedCell> cells, BiConsumer<Integer, Integer> progress) throws IOException {
    for (PlannedCell cell : cells) {
      for (TraceRequest request : requests(cell)) {
        hashes.putIfAbsent(request, "");
      }
    }
    if (hashes.isEmpty()) {
      return;
    }
    int ready = 0;
    for (Map.Entry<TraceRequest, String> entry : hashes.entrySet()) {
      progress.accept(ready++, hashes.size());
      TraceRequest request = entry.getKey();
      entry.setValue(TraceFile.ensure(folder.resolve(request.fileName()), request));
    }
    progress.accept(ready, hashes.size());
  }

  /** The files of a cell, one a thread. */
  List<String> files(PlannedCell cell) {
    return requests(cell).stream()
        .map(request -> folder.resolve(request.fileName()).toAbsolutePath().toString())
        .toList();
  }

  /** A digest of everything that a cell asks: equal for two structures means equal work. */
  String hash(PlannedCell cell) {
    StringBuilder all = new StringBuilder();
    for (TraceRequest request : requests(cell)) {
      all.append(hashes.get(request)).append('\n');
    }
    all.append(cell.driver().work(cell, settings.seed()));
    return Digest.of(all.toString(), 16);
  }

  private List<TraceRequest> requests(PlannedCell cell) {
    return cell.driver().traces(cell, settings.traceOperations(), settings.seed());
  }
}
