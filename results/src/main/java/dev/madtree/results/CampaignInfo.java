package dev.madtree.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a campaign set out to do, as {@code campaign.json} keeps it.
 *
 * @param id the campaign's name, {@code <UTC>_<profile>_<revision>}
 * @param profile the profile it ran with
 * @param commandLine the arguments it was started with
 * @param seed the seed of everything random in it
 * @param created when it was planned, in ISO 8601, UTC
 * @param gitRev the revision that was built
 * @param plannedCells how many cells a round has
 * @param rounds how many rounds were planned
 * @param warmupIterations uncounted iterations a fork
 * @param warmupS seconds of each of them
 * @param measureIterations counted iterations a fork
 * @param measureS seconds of each of them
 * @param heapMb the fixed heap of a fork, in mebibytes
 * @param gc the collector of a fork
 * @param tag the user's own word for it, empty if none
 * @param settings every option as it was resolved, by name, so that the plan can be made again
 */
public record CampaignInfo(
    String id,
    String profile,
    List<String> commandLine,
    long seed,
    String created,
    String gitRev,
    int plannedCells,
    int rounds,
    int warmupIterations,
    double warmupS,
    int measureIterations,
    double measureS,
    int heapMb,
    String gc,
    String tag,
    SortedMap<String, String> settings) {

  /** Checks that nothing is null and takes copies of the collections. */
  public CampaignInfo {
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(profile, "profile is missing");
    commandLine = List.copyOf(Objects.requireNonNull(commandLine, "commandLine is missing"));
    Objects.requireNonNull(created, "created is missing");
    Objects.requireNonNull(gitRev, "gitRev is missing");
    Objects.requireNonNull(gc, "gc is missing");
    Objects.requireNonNull(tag, "tag is missing");
    settings = new TreeMap<>(Objects.requireNonNull(settings, "settings is missing"));
  }

  /**
   * Reads {@code campaign.json}.
   *
   * @param file the file
   * @return what it says
   * @throws IOException if it cannot be read or does not describe a campaign
   */
  public static CampaignInfo read(Path file) throws IOException {
    return Json.read(file, CampaignInfo.class);
  }

  /**
   * Replaces {@code campaign.json}.
   *
   * @param file the file
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    Json.write(file, this);
  }
}
