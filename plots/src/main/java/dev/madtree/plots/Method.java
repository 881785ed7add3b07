package dev.madtree.plots;

import dev.madtree.results.CampaignInfo;
import dev.madtree.results.EnvironmentRecord;
import dev.madtree.results.StructureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a campaign was made, and how to make it again, in words and tables. */
final class Method {
  private static final Map<String, String> WHAT =
      Map.ofEntries(
          Map.entry("masstree", "our Masstree over byte keys"),
          Map.entry("masstree-index", "our Masstree with values inline"),
          Map.entry("masstree-long", "our Masstree with long keys and boxed values by reference"),
          Map.entry("masstree-map", "our Masstree behind the interface of ConcurrentNavigableMap"),
          Map.entry(
              "skiplist", "ConcurrentSkipListMap over byte keys in unsigned order; the baseline"),
          Map.entry("skiplist-native", "ConcurrentSkipListMap over the key’s own type"),
          Map.entry("blink", "our B-link tree after Lehman, Yao and Sagiv"),
          Map.entry("mvstore", "the copy-on-write B-tree of H2, in memory"),
          Map.entry("treemap-lock", "TreeMap behind one lock; a floor"),
          Map.entry("hashmap", "ConcurrentHashMap; a ceiling that keeps no order"),
          Map.entry("noop", "returns at once; the harness’s own ceiling"));

  private Method() {}

  static List<String> sentences(Campaign campaign, CampaignInfo info) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Each cell ran in a JVM of its own, "
            + Words.count(info.rounds(), "round")
            + " in all, the cells of a round in a fresh random order from seed "
            + info.seed()
            + "; a fork warmed up for "
            + phase(info.warmupIterations(), info.warmupS())
            + " and was measured for "
            + phase(info.measureIterations(), info.measureS())
            + ".");
    sentences.add(fairness(campaign));
    List<String> imported =
        Campaign.structures(campaign.everyDriver()).stream()
            .filter(Structure::isImported)
            .map(Structure::label)
            .toList();
    if (!imported.isEmpty()) {
      sentences.add(
          "Measured elsewhere, by another program: "
              + Words.list(imported)
              + ". These figures stand beside the others and are compared with none.");
    }
    sentences.add(
        "Limits: one machine, "
            + Words.count(campaign.cores(), "core")
            + ", synthetic keys, structures that fit into memory, a JVM that had just started."
            + " Other machines, collectors and key sets can turn the order around.");
    return sentences;
  }

  private static String phase(int iterations, double seconds) {
    return Words.count(iterations, "iteration") + " of " + Words.trimmed(seconds) + " s";
  }

  /** Whether structures that are compared got the same operations. */
  private static String fairness(Campaign campaign) {
    long contests =
        campaign.cells().stream().map(c -> Setting.of(c.key()) + c.place()).distinct().count();
    long traced =
        campaign.cells().stream()
            .map(c -> Setting.of(c.key()) + c.place() + c.key().traceHash())
            .distinct()
            .count();
    return contests == traced
        ? "In every contest all structures got the very same operations: the digests of their"
            + " traces agree."
        : "In "
            + (traced - contests)
            + " of "
            + Words.count(contests, "contest")
            + " structures got different operations: the digests of their traces differ.";
  }

  static DataTable machine(EnvironmentRecord e) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Digest", e.envId()));
    rows.add(List.of("Processor", e.cpuModel()));
    rows.add(List.of("Cores", Integer.toString(e.cores())));
    add(rows, "Hardware threads a core", e.smtThreadsPerCore(), "");
    add(rows, "Last-level cache", e.lastLevelCacheMb(), " MB");
    add(rows, "Memory", e.memoryMb(), " MB");
    add(rows, "Memory limit", e.memoryLimitMb(), " MB");
    add(rows, "Processor limit", e.cpuLimit(), "");
    rows.add(List.of("System", e.os()));
    rows.add(List.of("Kernel", e.kernel()));
    rows.add(List.of("Architecture", e.arch()));
    rows.add(List.of("Virtualization", e.virtualization()));
    rows.add(List.of("Frequency governor", e.governor()));
    rows.add(List.of("Frequency", e.frequency()));
    rows.add(List.of("Temperature", e.temperature()));
    rows.add(List.of("Transparent huge pages", e.thp()));
    rows.add(List.of("JVM", e.jvmName() + " " + e.jvmVersion() + ", " + e.jvmVendor()));
    rows.add(List.of("Flags of the parent JVM", String.join(" ", e.jvmFlags())));
    return new DataTable(List.of("What", "As seen"), rows);
  }

  private static void add(List<List<String>> rows, String name, double figure, String unit) {
    if (Double.isFinite(figure)) {
      rows.add(List.of(name, Words.decimal(figure, figure < 10 && figure % 1 != 0 ? 1 : 0) + unit));
    }
  }

  /** On which terms the structures stood beside each other, as the record tells it. */
  static DataTable structures(Campaign campaign, List<StructureRow> terms) {
    if (!terms.isEmpty()) {
      return new DataTable(
          List.of(
              "Structure",
              "Label",
              "What it is",
              "Version",
              "Keys",
              "Order",
              "Values",
              "Settings",
              "Measured"),
          terms.stream().map(Method::terms).toList());
    }
    return new DataTable(
        List.of("Structure", "Label", "What it is"),
        Campaign.structures(campaign.everyDriver()).stream()
            .map(
                s ->
                    List.of(
                        s.name(),
                        s.label(),
                        WHAT.getOrDefault(s.label(), "a user’s own structure")))
            .toList());
  }

  private static List<String> terms(StructureRow row) {
    return List.of(
        Structure.of(row.structure()).name(),
        row.structure(),
        known(row.what()),
        known(row.version()),
        known(row.keys()),
        known(row.order()),
        known(row.values()),
        known(row.settings()),
        row.isImported() ? "imported from " + row.imported() : "here");
  }

  private static String known(String text) {
    return text.isEmpty() ? "–" : text;
  }

  static DataTable settings(CampaignInfo info) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Heap of a fork", Words.heap(info.heapMb())));
    rows.add(List.of("Collector", Words.collector(info.gc())));
    rows.add(List.of("Cells in a round", Integer.toString(info.plannedCells())));
    info.settings().forEach((name, value) -> rows.add(List.of(name, value)));
    return new DataTable(List.of("Setting", "Value"), rows);
  }

  static List<String> reproduce(CampaignInfo info) {
    return List.of(
        "Check out revision "
            + info.gitRev()
            + " and run: ./run.sh "
            + String.join(" ", info.commandLine().stream().map(Method::quoted).toList()),
        "The seed was " + info.seed() + ". Everything in this report comes from these files:");
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./:=,@%+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  static DataTable glossary() {
    return new DataTable(
        List.of("Word", "Meaning"),
        List.of(
            List.of("Cell", "one structure under one workload, distribution and thread count"),
            List.of("Fork", "one JVM that measured one cell once; the unit of the statistics"),
            List.of("Round", "one fork of every cell, in random order"),
            List.of("Interval", "where the mean lies with 95 % confidence, given these forks"),
            List.of("Against skip list", "throughput over the skip list’s in the same rounds"),
            List.of("▲ faster, ▼ slower", "surely, and by more than the band of 2 %"),
            List.of("≈ same", "the whole interval lies within the band"),
            List.of("≈ small", "a sure difference, but within the band"),
            List.of("? unclear", "the forks do not settle it; not the same as level"),
            List.of("Invalid", "it ran, but its content was wrong afterwards; not drawn")));
  }
}
