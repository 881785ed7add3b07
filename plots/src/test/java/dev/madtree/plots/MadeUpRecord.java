package dev.madtree.plots;

import dev.madtree.results.CampaignDirectory;
import dev.madtree.results.CampaignInfo;
import dev.madtree.results.CampaignRecords;
import dev.madtree.results.CellKey;
import dev.madtree.results.EnvironmentRecord;
import dev.madtree.results.ForkCounters;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Journal;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.ServiceTimes;
import dev.madtree.results.Status;
import dev.madtree.results.StructureRow;
import dev.madtree.results.Tables;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The record of a small campaign that nobody measured, with wins, losses, doubts and failures,
 * written by the writers that real campaigns use.
 */
final class MadeUpRecord {
  static final String ID = "20260101T000000Z_made-up_0000000";

  static final String HOSTILE_STRUCTURE = "<script>alert(1)</script>";
  static final String HOSTILE_WORKLOAD = "=cmd|' /C calc'!A0`id`../../x";
  static final String HOSTILE_DISTRIBUTION = "a|b\"onerror=x&<img src=y>\u0007\u202E]](http://z)";

  private static final String BY_OPERATION = "e";
  private static final long SEED = 7;
  private static final Map<String, Double> MILLIONS =
      Map.of(
          "masstree",
          2.9,
          "masstree-index",
          6.2,
          "masstree-long",
          4.1,
          "skiplist-native",
          1.4,
          "skiplist",
          1.25,
          "blink",
          2.0,
          "mvstore",
          0.9,
          "treemap-lock",
          1.5,
          "hashmap",
          4.2,
          "noop",
          40.0);
  private static final String USUAL_DRIVER = "replay";

  /** Nanoseconds that an operation costs more under other drivers, whatever is called. */
  private static final Map<String, Double> DRIVER_NS =
      Map.of(USUAL_DRIVER, 0.0, "ycsb", 380.0, "jmh", 12.0);

  static final ForkCounters QUIET = new ForkCounters(16, 3, 12.5, 300, 0, 0, 0.5, 7, 1);

  private final Random random = new Random(SEED);
  private final List<String> structures;
  private final List<String> workloads;
  private final List<String> distributions;
  private final List<Integer> threads;
  private final int rounds;
  private final List<String> shapes;
  private List<String> drivers = List.of(USUAL_DRIVER);

  MadeUpRecord(
      List<String> structures,
      List<String> workloads,
      List<String> distributions,
      List<Integer> threads,
      int rounds) {
    this(structures, workloads, distributions, threads, rounds, List.of());
  }

  private MadeUpRecord(
      List<String> structures,
      List<String> workloads,
      List<String> distributions,
      List<Integer> threads,
      int rounds,
      List<String> shapes) {
    this.shapes = shapes;
    this.structures = structures;
    this.workloads = workloads;
    this.distributions = distributions;
    this.threads = threads;
    this.rounds = rounds;
  }

  /** Everything that charts can meet. */
  static MadeUpRecord usual() {
    return new MadeUpRecord(
        List.of("masstree", "skiplist", "blink", "mvstore", "treemap-lock", "noop"),
        List.of("a", "c", "e"),
        List.of("uniform", "zipfian", "latest"),
        List.of(1, 2, 4),
        4,
        List.of("int8", "ycsb", "url"));
  }

  /** Every kind of chart and of failure, in seconds. */
  static MadeUpRecord small() {
    return new MadeUpRecord(
        List.of("masstree", "skiplist", "blink", "mvstore", "noop"),
        List.of("c", "e"),
        List.of("uniform", "latest"),
        List.of(1, 2),
        3,
        List.of("ycsb"));
  }

  /** Labels that mean harm to every format they are written to. */
  static MadeUpRecord hostile() {
    return new MadeUpRecord(
        List.of("masstree", "skiplist", HOSTILE_STRUCTURE),
        List.of(HOSTILE_WORKLOAD),
        List.of("uniform", HOSTILE_DISTRIBUTION),
        List.of(1, 2),
        2);
  }

  /** What the smallest profile leaves: one fork a cell. */
  static MadeUpRecord smoke() {
    return new MadeUpRecord(
        List.of("masstree", "skiplist"), List.of("a"), List.of("uniform"), List.of(1, 2), 1);
  }

  /** Maps of longs, measured operation by operation. */
  static MadeUpRecord operations() {
    return new MadeUpRecord(
        List.of("masstree-index", "masstree-long", "skiplist-native"),
        List.of(BY_OPERATION),
        List.of("uniform"),
        List.of(1),
        3);
  }

  /** The structures of the profile for decisions, bounds within and above the scale. */
  static MadeUpRecord standard() {
    return new MadeUpRecord(
        List.of("masstree", "skiplist", "blink", "mvstore", "treemap-lock", "hashmap", "noop"),
        List.of("a", "c"),
        List.of("uniform", "zipfian"),
        List.of(1, 2),
        3,
        List.of("int8", "ycsb"));
  }

  /** More structures than curves can tell apart, some from a user's jar or imported. */
  static MadeUpRecord crowded() {
    return new MadeUpRecord(
        List.of(
            "masstree",
            "masstree-map",
            "skiplist",
            "blink",
            "mvstore",
            "treemap-lock",
            "hashmap",
            "noop",
            "<b>my map</b>",
            "masstree-cpp (imported)"),
        List.of("c", "churn"),
        List.of("uniform", "zipfian"),
        List.of(1, 2),
        3);
  }

  /** The same cells under three drivers. */
  static MadeUpRecord drivers() {
    MadeUpRecord record =
        new MadeUpRecord(
            List.of("masstree", "skiplist", "blink", "hashmap", "noop"),
            List.of("c"),
            List.of("uniform"),
            List.of(1, 2),
            3);
    record.drivers = List.of("ycsb", USUAL_DRIVER, "jmh");
    return record;
  }

  /** Writes the campaign's folder under a results folder. */
  CampaignDirectory write(Path results) throws IOException {
    CampaignDirectory directory = CampaignDirectory.create(results.resolve("campaigns"), ID);
    info().write(directory.campaignJson());
    environment().write(directory.environmentJson());
    try (Journal journal = Journal.open(directory.journalCsv())) {
      for (int round = 0; round < rounds; round++) {
        for (CellKey key : keys()) {
          // A campaign looks at its ceiling once. The fork is made up all the same, since the
          // generator's later figures depend on it.
          ForkRecord fork = fork(key, round);
          if (round == 0 || !key.structure().equals(Structure.CEILING_LABEL)) {
            journal.append(fork);
          }
        }
        for (ForkRecord fork : MadeUpMemory.forks(structures, shapes, round)) {
          journal.append(fork);
        }
      }
    }
    Tables.derive(directory);
    directory.writeStructures(structures.stream().map(MadeUpRecord::terms).toList());
    return directory;
  }

  private static StructureRow terms(String structure) {
    boolean imported = structure.endsWith("(imported)");
    return new StructureRow(
        structure,
        "made up | as <i>" + structure + "</i>",
        imported ? "" : "1.0",
        "byte[]",
        "unsigned bytes",
        "references",
        "as it comes",
        imported ? "mttest" : "");
  }

  /** The campaign as charts see it, after a trip through the files. */
  Campaign campaign(Path results) throws IOException {
    return RecordedCampaign.of(CampaignRecords.read(write(results)));
  }

  private List<CellKey> keys() {
    List<CellKey> keys = new ArrayList<>();
    for (String workload : workloads) {
      for (String distribution : distributions) {
        for (int n : threads) {
          for (String driver : drivers) {
            structures.forEach(s -> keys.add(key(s, driver, workload, distribution, n)));
          }
        }
      }
    }
    return keys;
  }

  private ForkRecord fork(CellKey key, int round) {
    Status status = status(key, round);
    List<Sample> samples = new ArrayList<>();
    List<ServiceTimes> times = new ArrayList<>();
    if (status == Status.OK || status == Status.INVALID) {
      double mean = mean(key) * (1 + 0.03 * random.nextGaussian());
      samples.add(new Sample(Phase.WARMUP, 0, 1000, 1, "throughput", "all", 1, "ops/s"));
      for (int i = 0; i < 3; i++) {
        double value = mean * (1 + 0.01 * random.nextGaussian());
        samples.add(new Sample(Phase.MEASURE, i, 2000 + i, 1, "throughput", "all", value, "ops/s"));
        if (key.workload().equals(BY_OPERATION)) {
          // Not of the generator, so that all other figures stay what they are.
          samples.add(
              new Sample(Phase.MEASURE, i, 2000, 1, "throughput", "get", 3 * value, "ops/s"));
          samples.add(
              new Sample(Phase.MEASURE, i, 2000, 1, "throughput", "scan", value / 9, "ops/s"));
        }
      }
      times.add(new ServiceTimes("closed", Double.NaN, "all", histogram(1e9 / mean)));
    }
    String error = status == Status.OK ? "" : "made up: " + status;
    return new ForkRecord(key, round, 0, status, error, samples, times, QUIET);
  }

  private static Status status(CellKey key, int round) {
    if (key.structure().equals("mvstore") && key.threads() == 2) {
      return Status.OOM;
    }
    if (key.structure().equals("blink") && key.workload().equals("c") && key.threads() >= 2) {
      return Status.INVALID;
    }
    boolean late = key.structure().equals("blink") && key.workload().equals("e") && round == 1;
    return late ? Status.TIMEOUT : Status.OK;
  }

  private static double mean(CellKey key) {
    double scale = 1e6 * MILLIONS.getOrDefault(key.structure(), 1.7);
    scale *= key.distribution().equals("zipfian") ? 1.3 : 1;
    if (key.workload().equals("e")) {
      scale *= key.structure().equals("masstree") ? 0.09 : 0.22;
      scale *= key.distribution().equals("latest") && key.structure().equals("masstree") ? 0.7 : 1;
    }
    double growth =
        key.structure().equals("treemap-lock")
            ? Math.pow(key.threads(), -0.4)
            : Math.min(key.threads(), 1.9);
    double alone = scale * growth;
    return 1e9 / (1e9 / alone + DRIVER_NS.get(key.driver()) / key.threads());
  }

  private String histogram(double nanoseconds) {
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < 30_000; i++) {
      double tail = Math.pow(random.nextDouble(), -0.7);
      histogram.recordValue((long) Math.min(50e6, nanoseconds * (0.4 + 0.6 * tail)));
    }
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  private CampaignInfo info() {
    return new CampaignInfo(
        ID,
        "made-up",
        List.of("run", "--structures", String.join(",", structures), "--tag", "it's made up"),
        SEED,
        "2026-01-01T00:00:00Z",
        "0000000",
        keys().size(),
        rounds,
        2,
        1.0,
        3,
        1.0,
        2048,
        "g1",
        "nobody measured this",
        new TreeMap<>(Map.of("keys", "1000000", "workloads", String.join(",", workloads))));
  }

  private static EnvironmentRecord environment() {
    String unseen = EnvironmentRecord.NOT_OBSERVABLE;
    return new EnvironmentRecord(
        "Made-up Processor 3000",
        2,
        1,
        32,
        7900,
        Double.NaN,
        Double.NaN,
        "Made-up Linux 12",
        "6.1.0",
        "amd64",
        "hypervisor",
        unseen,
        unseen,
        unseen,
        "madvise",
        "Debian",
        "OpenJDK 64-Bit Server VM",
        "17.0.15",
        List.of("-Xmx2g"));
  }

  static CellKey key(String structure, String workload, String distribution, int threads) {
    return key(structure, USUAL_DRIVER, workload, distribution, threads);
  }

  private static CellKey key(
      String structure, String driver, String workload, String distribution, int threads) {
    return new CellKey(
        ID,
        "abcdef0123",
        "0000000",
        structure,
        driver,
        workload,
        distribution,
        "ycsb",
        23.1,
        8,
        1_000_000,
        threads,
        "17.0.15",
        "g1",
        2048,
        "t0",
        structure + "-" + driver + "-" + workload + "-" + distribution + "-" + threads);
  }
}
