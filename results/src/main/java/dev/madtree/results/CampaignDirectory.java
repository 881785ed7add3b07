package dev.madtree.results;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of one campaign and the names of what lies in it. */
public final class CampaignDirectory {
  private static final String LATEST = "latest";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

  private final Path path;

  private CampaignDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes the folder of a new campaign, with its subfolders.
   *
   * @param campaignsRoot the folder of all campaigns, made if missing
   * @param id the campaign's name: letters, digits, dot, underscore and hyphen
   * @return the folder
   * @throws FileAlreadyExistsException if there is such a campaign
   * @throws IllegalArgumentException if the name is not one for a folder
   * @throws IOException if it cannot be made
   */
  public static CampaignDirectory create(Path campaignsRoot, String id) throws IOException {
    if (!NAME.matcher(id).matches() || id.equals(LATEST)) {
      throw new IllegalArgumentException(
          "\"" + id + "\" is no campaign name: expected letters, digits, dot, _ and -");
    }
    Files.createDirectories(campaignsRoot);
    CampaignDirectory made = new CampaignDirectory(campaignsRoot.resolve(id));
    Files.createDirectory(made.path);
    Files.createDirectory(made.hdr());
    Files.createDirectory(made.jmh());
    Files.createDirectory(made.logs());
    return made;
  }

  /**
   * Opens the folder of a campaign that is there.
   *
   * @param path the folder or a link to it
   * @return the folder, links followed
   * @throws NoSuchFileException if there is no such folder or it holds no campaign
   * @throws IOException if it cannot be read
   */
  public static CampaignDirectory open(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new NoSuchFileException(path.toString(), null, "there is no such campaign folder");
    }
    CampaignDirectory found = new CampaignDirectory(path.toRealPath());
    if (!found.holdsCampaign()) {
      throw new NoSuchFileException(
          path.toString(), null, "the folder holds neither campaign.json nor journal.csv");
    }
    return found;
  }

  /**
   * Returns the newest campaign: the one that {@code latest} links to or, without a link, the last
   * by name.
   *
   * @param campaignsRoot the folder of all campaigns
   * @return the campaign, empty if there is none
   * @throws IOException if the folder cannot be read
   */
  public static Optional<CampaignDirectory> latest(Path campaignsRoot) throws IOException {
    Path link = campaignsRoot.resolve(LATEST);
    if (Files.isDirectory(link)) {
      CampaignDirectory linked = new CampaignDirectory(link.toRealPath());
      if (linked.holdsCampaign()) {
        return Optional.of(linked);
      }
    }
    List<CampaignDirectory> all = list(campaignsRoot);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * Lists the campaigns.
   *
   * @param campaignsRoot the folder of all campaigns
   * @return the campaigns by name, the oldest first, empty if there is no such folder
   * @throws IOException if the folder cannot be read
   */
  public static List<CampaignDirectory> list(Path campaignsRoot) throws IOException {
    if (!Files.isDirectory(campaignsRoot)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(campaignsRoot)) {
      return entries
          .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
          .map(CampaignDirectory::new)
          .filter(CampaignDirectory::holdsCampaign)
          .sorted(Comparator.comparing(CampaignDirectory::id))
          .toList();
    }
  }

  /**
   * Lets the link {@code latest} beside this folder point to it. The link is replaced in one step.
   *
   * @throws IOException if the link cannot be made, or if {@code latest} is a folder of its own
   */
  public void markLatest() throws IOException {
    Path link = path.resolveSibling(LATEST);
    if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          link.toString(), null, "is a folder, expected a link; move it away");
    }
    Path temporary = path.resolveSibling("." + LATEST + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(temporary);
    Files.createSymbolicLink(temporary, path.getFileName());
    Files.move(
        temporary, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private boolean holdsCampaign() {
    return Files.exists(campaignJson()) || Files.exists(journalCsv());
  }

  /**
   * Returns the campaign's name.
   *
   * @return the folder's own name
   */
  public String id() {
    return path.getFileName().toString();
  }

  /**
   * Returns the folder.
   *
   * @return its path
   */
  public Path path() {
    return path;
  }

  /**
   * Returns the file that says what was planned.
   *
   * @return the path of {@code campaign.json}
   */
  public Path campaignJson() {
    return path.resolve("campaign.json");
  }

  /**
   * Returns the file that describes the machine.
   *
   * @return the path of {@code environment.json}
   */
  public Path environmentJson() {
    return path.resolve("environment.json");
  }

  /**
   * Returns the file that everything else is derived from.
   *
   * @return the path of {@code journal.csv}
   */
  public Path journalCsv() {
    return path.resolve("journal.csv");
  }

  /**
   * Returns the table of iterations.
   *
   * @return the path of {@code samples.csv}
   */
  public Path samplesCsv() {
    return path.resolve(SampleTable.TABLE.fileName());
  }

  /**
   * Returns the table of forks.
   *
   * @return the path of {@code forks.csv}
   */
  public Path forksCsv() {
    return path.resolve(ForkTable.TABLE.fileName());
  }

  /**
   * Returns the table of means and ratios.
   *
   * @return the path of {@code summary.csv}
   */
  public Path summaryCsv() {
    return path.resolve(SummaryTable.TABLE.fileName());
  }

  /**
   * Returns the table of percentiles.
   *
   * @return the path of {@code latency.csv}
   */
  public Path latencyCsv() {
    return path.resolve(LatencyTable.TABLE.fileName());
  }

  /**
   * Returns the table of bytes per entry.
   *
   * @return the path of {@code memory.csv}
   */
  public Path memoryCsv() {
    return path.resolve(MemoryTable.TABLE.fileName());
  }

  /**
   * Returns the table of speed-ups.
   *
   * @return the path of {@code scalability.csv}
   */
  public Path scalabilityCsv() {
    return path.resolve(ScalabilityTable.TABLE.fileName());
  }

  /**
   * Returns the table of the structures' terms.
   *
   * @return the path of {@code structures.csv}
   */
  public Path structuresCsv() {
    return path.resolve(StructureTable.TABLE.fileName());
  }

  /**
   * Replaces the table of the structures' terms.
   *
   * @param rows a row a structure, in the order in which they are told of
   * @throws IOException if it cannot be written
   */
  public void writeStructures(List<StructureRow> rows) throws IOException {
    StructureTable.TABLE.write(structuresCsv(), rows);
  }

  /**
   * Reads the table of the structures' terms.
   *
   * @return its rows, none for a campaign of before there was such a table
   * @throws IOException if it cannot be read or does not hold what it should, with the place
   */
  public List<StructureRow> structures() throws IOException {
    return Files.exists(structuresCsv()) ? StructureTable.TABLE.read(structuresCsv()) : List.of();
  }

  /**
   * Returns the folder of merged histograms.
   *
   * @return the path of {@code hdr/}
   */
  public Path hdr() {
    return path.resolve("hdr");
  }

  /**
   * Returns the folder of what JMH wrote itself.
   *
   * @return the path of {@code jmh/}
   */
  public Path jmh() {
    return path.resolve("jmh");
  }

  /**
   * Returns the folder of what forks printed.
   *
   * @return the path of {@code logs/}
   */
  public Path logs() {
    return path.resolve("logs");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
