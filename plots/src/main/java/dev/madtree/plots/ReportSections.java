package dev.madtree.plots;

import dev.madtree.plots.ReportPage.Link;
import dev.madtree.plots.ReportPage.Listing;
import dev.madtree.plots.ReportPage.Picture;
import dev.madtree.plots.ReportPage.Section;
import dev.madtree.results.CampaignInfo;
import dev.madtree.results.CampaignRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts a campaign's report together: what stands where, and what each part says. */
final class ReportSections {
  private static final List<String> FILES =
      List.of(
          "summary.csv",
          "forks.csv",
          "samples.csv",
          "latency.csv",
          "scalability.csv",
          "memory.csv",
          "journal.csv",
          "campaign.json",
          "environment.json");

  private final Campaign campaign;
  private final CampaignRecords records;
  private final Map<Chart.Section, List<Picture>> pictures;
  private final Function<String, Link> fileOfRecord;

  /**
   * A report in the making.
   *
   * @param pictures the charts of each section, possibly none
   * @param fileOfRecord makes a link of the name of a file in the campaign's folder
   */
  ReportSections(
      Campaign campaign,
      CampaignRecords records,
      Map<Chart.Section, List<Picture>> pictures,
      Function<String, Link> fileOfRecord) {
    this.campaign = campaign;
    this.records = records;
    this.pictures = pictures;
    this.fileOfRecord = fileOfRecord;
  }

  ReportPage page() {
    CampaignInfo info = records.info();
    List<Section> sections = new ArrayList<>();
    sections.add(overview());
    sections.add(pictured("scaling", "Scaling with threads", Chart.Section.SCALING, limits()));
    sections.add(
        pictured("distributions", "Key distributions", Chart.Section.DISTRIBUTIONS, List.of()));
    sections.add(
        pictured("latency", "How long operations take", Chart.Section.LATENCY, latencyNotes()));
    sections.add(
        pictured(
            "operations",
            "Operation by operation",
            Chart.Section.OPERATIONS,
            OperationFindings.sentences(campaign.operations())));
    sections.add(memory());
    sections.add(drivers());
    sections.add(losses());
    sections.add(confidence());
    sections.add(method());
    sections.add(reproduce());
    return new ReportPage(
        "What campaign " + info.id() + " found",
        "Profile "
            + info.profile()
            + " · "
            + info.created()
            + " · revision "
            + info.gitRev()
            + (info.tag().isEmpty() ? "" : " · " + info.tag()),
        Headline.of(campaign),
        sections.stream().filter(s -> !s.empty()).toList());
  }

  private Section overview() {
    List<Listing> tables = new ArrayList<>();
    if (pictures.getOrDefault(Chart.Section.OVERVIEW, List.of()).isEmpty()
        && !campaign.cells().isEmpty()) {
      tables.add(Listing.of("All cells", CellTables.throughput(campaign.cells())));
    }
    return section("overview", "Overview", List.of(), Chart.Section.OVERVIEW, tables);
  }

  private Section pictured(
      String id, String heading, Chart.Section section, List<String> paragraphs) {
    boolean shown = !pictures.getOrDefault(section, List.of()).isEmpty();
    return section(id, heading, shown ? paragraphs : List.of(), section, List.of());
  }

  private List<String> limits() {
    return List.of(
        Words.count(campaign.cores(), "core")
            + (campaign.cores() == 1 ? " says" : " say")
            + " nothing about scaling beyond "
            + campaign.cores()
            + "; more threads than that only show what waiting costs.");
  }

  private List<String> latencyNotes() {
    boolean closed = campaign.percentiles().stream().anyMatch(p -> p.loop().equals("closed"));
    return closed
        ? List.of(
            "In a closed loop the next operation waits for the last one, so these are service"
                + " times, not what a user behind a queue would see.")
        : List.of();
  }

  private Section memory() {
    List<Listing> tables = new ArrayList<>();
    Beside.allocation(campaign, records)
        .ifPresent(
            t -> tables.add(Listing.of("Bytes allocated per operation, median of forks", t)));
    List<String> paragraphs = new ArrayList<>();
    if (campaign.footprints().stream().anyMatch(Footprint::measured)) {
      paragraphs.addAll(MemoryFindings.sentences(campaign.footprintsByShape()));
    } else {
      paragraphs.add(
          tables.isEmpty()
              ? "This campaign did not measure memory."
              : "Bytes for each entry were not measured; what operations allocate was.");
    }
    return section("memory", "Memory", paragraphs, Chart.Section.MEMORY, tables);
  }

  private Section drivers() {
    List<DriverContest> contests = DriverContest.of(campaign);
    List<Listing> tables = new ArrayList<>();
    for (DriverContest contest : contests) {
      tables.add(Listing.of(contest.place(), DriverFindings.table(contest)));
    }
    Beside.ceiling(campaign)
        .ifPresent(t -> tables.add(Listing.of("Share of the harness’s own ceiling", t)));
    List<String> paragraphs = new ArrayList<>(DriverFindings.sentences(contests));
    if (!campaign.chosenDrivers().isEmpty()) {
      paragraphs.add(
          "All other sections show one driver’s figures where several asked the same: "
              + Words.list(campaign.chosenDrivers())
              + ".");
    }
    if (tables.isEmpty()) {
      paragraphs.add(
          "One driver measured everything, and the no-op structure that shows the harness’s own"
              + " ceiling was not among the structures.");
    } else {
      paragraphs.add(
          "A figure above 70 % of what the harness reaches with a structure that does nothing"
              + " says more about the harness than about the structure.");
    }
    PriceOfOrder.sentence(campaign).ifPresent(paragraphs::add);
    return section(
        "drivers", "Drivers and the harness’s ceiling", paragraphs, Chart.Section.DRIVERS, tables);
  }

  private Section losses() {
    List<Listing> tables = new ArrayList<>();
    Losses.lost(campaign).ifPresent(t -> tables.add(Listing.of("Lost cells", t)));
    Losses.unsettled(campaign).ifPresent(t -> tables.add(Listing.of("Unclear cells", t)));
    return new Section(
        "losses", "Where Masstree loses", Losses.sentences(campaign), List.of(), tables, List.of());
  }

  private Section confidence() {
    List<Listing> tables = new ArrayList<>();
    Beside.failures(records).ifPresent(t -> tables.add(Listing.of("Forks without a figure", t)));
    Beside.noisy(records).ifPresent(t -> tables.add(Listing.of("Cells that were not quiet", t)));
    return section(
        "confidence",
        "How sure are we",
        Beside.confidence(campaign, records),
        Chart.Section.CONFIDENCE,
        tables);
  }

  private Section method() {
    return new Section(
        "method",
        "How it was done",
        Method.sentences(campaign, records.info()),
        List.of(),
        List.of(
            Listing.of("The machine", Method.machine(records.environment())),
            Listing.of(
                "The structures and their terms",
                Method.structures(campaign, records.structures())),
            Listing.of("The settings", Method.settings(records.info()))),
        List.of());
  }

  private Section reproduce() {
    return new Section(
        "reproduce",
        "Reproduce it",
        Method.reproduce(records.info()),
        List.of(),
        List.of(Listing.of("Words used here", Method.glossary())),
        Stream.concat(
                FILES.stream(),
                records.structures().isEmpty() ? Stream.empty() : Stream.of("structures.csv"))
            .map(fileOfRecord)
            .toList());
  }

  private Section section(
      String id,
      String heading,
      List<String> paragraphs,
      Chart.Section section,
      List<Listing> tables) {
    return new Section(
        id, heading, paragraphs, pictures.getOrDefault(section, List.of()), tables, List.of());
  }
}
