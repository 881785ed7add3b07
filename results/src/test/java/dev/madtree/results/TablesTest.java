package dev.madtree.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final CampaignInfo INFO =
      new CampaignInfo(
          "c1",
          "smoke",
          List.of("run"),
          42,
          "2026-01-01T00:00:00Z",
          "abc",
          4,
          3,
          1,
          0.5,
          2,
          1.0,
          1024,
          "g1",
          "",
          new TreeMap<>());

  private final Locale locale = Locale.getDefault();
  @TempDir Path root;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  private CampaignRecords derive(ForkRecord... forks) throws IOException {
    CampaignDirectory campaign = CampaignDirectory.create(root, "c1");
    INFO.write(campaign.campaignJson());
    EnvironmentRecord.capture().write(campaign.environmentJson());
    try (Journal journal = Journal.open(campaign.journalCsv())) {
      for (ForkRecord fork : forks) {
        journal.append(fork);
      }
    }
    Tables.derive(campaign);
    return CampaignRecords.read(campaign);
  }

  private static SummaryRow find(CampaignRecords records, CellKey cell) {
    return records.summaries().stream().filter(r -> r.cell().equals(cell)).findFirst().get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "tr", "ar-EG", "hi-IN-u-nu-deva"})
  void derive_anyLocale_readsBackExactly(String language) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(language));
    double odd = 1234567.891 / 3;
    CellKey cell = Forks.cell("masstree", "a", 1);
    ForkRecord fork =
        Forks.fork(cell, 0, 0, Status.FAILED, "=cmd|' /C calc'!A0\r\n\"x\", ünï", odd, 1e-300);
    CampaignRecords records = derive(fork);

    assertEquals(fork.samples(), records.samples().stream().map(SampleRow::sample).toList());
    assertEquals(cell, records.samples().get(0).cell());
    assertEquals(fork.error(), records.forks().get(0).error());
    assertEquals(fork.counters(), records.forks().get(0).counters());
    assertEquals(INFO, records.info());
    Path forks = root.resolve("c1/forks.csv");
    assertTrue(Files.readString(forks).contains(",\"'=cmd|"), "a formula is escaped");
  }

  @Test
  void derive_invalidFork_hasRowWithoutMean() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    CampaignRecords records =
        derive(
            Forks.ok(cell, 0, 100),
            Forks.fork(cell, 1, 0, Status.INVALID, "checksum 1, expected 2", 500));
    SummaryRow row = find(records, cell);
    assertFalse(row.hasMean());
    assertEquals(Status.INVALID, row.status());
    assertEquals(0, row.forks());
    assertEquals(2, records.forks().size());
  }

  @Test
  void derive_onlyFailures_hasRowThatSaysHow() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    SummaryRow row = find(derive(Forks.fork(cell, 0, 0, Status.OOM, "out of memory")), cell);
    assertFalse(row.hasMean());
    assertEquals(Status.OOM, row.status());
    assertEquals("throughput", row.metric());
    assertEquals(Verdict.NONE, row.verdict());
  }

  @Test
  void derive_retry_replacesNoisyAttemptInMeanOnly() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    CampaignRecords records =
        derive(
            Forks.ok(cell, 0, 50, 50),
            Forks.ok(cell, 1, 100, 100),
            Forks.fork(cell, 0, 1, Status.OK, "", 90, 110));
    assertEquals(100, find(records, cell).mean(), 1e-9);
    assertEquals(2, find(records, cell).forks());
    assertEquals(3, records.forks().size());
  }

  @Test
  void derive_besideNoop_saysHowNearTheCeilingACellIs() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    CellKey noop = Forks.cell("noop", "a", 1);
    CellKey otherThreads = Forks.cell("masstree", "a", 2);
    CampaignRecords records =
        derive(
            Forks.ok(cell, 0, 150),
            Forks.ok(noop, 0, 600),
            Forks.ok(cell, 1, 150),
            Forks.ok(otherThreads, 0, 150));
    assertEquals(25, find(records, cell).ceilingPct(), 1e-9);
    assertEquals(100, find(records, noop).ceilingPct(), 1e-9);
    assertTrue(Double.isNaN(find(records, otherThreads).ceilingPct()));
  }

  @Test
  void derive_noopBesideTheBaseline_isNotComparedWithIt() throws IOException {
    CellKey noop = Forks.cell("noop", "a", 1);
    CellKey baseline = Forks.cell("skiplist", "a", 1);
    CampaignRecords records =
        derive(
            Forks.ok(noop, 0, 600),
            Forks.ok(baseline, 0, 150),
            Forks.ok(noop, 1, 610),
            Forks.ok(baseline, 1, 151));
    assertTrue(Double.isNaN(find(records, noop).vsBaseline()));
    assertEquals(Verdict.NONE, find(records, noop).verdict());
    assertTrue(find(records, baseline).ceilingPct() < 26);
  }

  @Test
  void derive_besideAFailedNoop_knowsNoCeiling() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    CampaignRecords records =
        derive(
            Forks.ok(cell, 0, 150),
            Forks.fork(Forks.cell("noop", "a", 1), 0, 0, Status.TIMEOUT, "stopped"));
    assertTrue(Double.isNaN(find(records, cell).ceilingPct()));
  }

  @Test
  void read_summaryOfBeforeThereWasACeiling_knowsNone() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    derive(Forks.ok(cell, 0, 150), Forks.ok(Forks.cell("noop", "a", 1), 0, 600));
    Path summary = root.resolve("c1/summary.csv");
    List<String> without =
        Files.readAllLines(summary).stream()
            .map(line -> line.substring(0, line.lastIndexOf(',')))
            .toList();
    Files.write(summary, without);
    CampaignRecords records = CampaignRecords.read(CampaignDirectory.open(root.resolve("c1")));
    assertEquals(150, find(records, cell).mean(), 1e-9);
    assertTrue(Double.isNaN(find(records, cell).ceilingPct()));
    assertTrue(records.structures().isEmpty());
  }

  @Test
  void writeStructures_readBack_areTheSame() throws IOException {
    CampaignDirectory campaign = CampaignDirectory.create(root, "c1");
    StructureRow row =
        new StructureRow("a", "a map, with \"quotes\"", "", "byte[]", "=x", "", "none", "mttest");
    campaign.writeStructures(List.of(row));
    assertEquals(List.of(row), campaign.structures());
    assertTrue(row.isImported());
  }

  @Test
  void derive_pairsRoundsThatBothHave() throws IOException {
    CellKey subject = Forks.cell("masstree", "a", 1);
    CellKey baseline = Forks.cell("skiplist", "a", 1);
    CampaignRecords records =
        derive(
            Forks.ok(subject, 0, 200),
            Forks.ok(baseline, 0, 100),
            Forks.ok(subject, 1, 404),
            Forks.ok(baseline, 1, 200),
            Forks.ok(subject, 2, 606),
            Forks.ok(baseline, 2, 300),
            Forks.ok(subject, 3, 1),
            Forks.fork(baseline, 3, 0, Status.TIMEOUT, "silent"));
    SummaryRow row = find(records, subject);
    assertEquals(Math.cbrt(2.0 * 2.02 * 2.02), row.vsBaseline(), 1e-12);
    assertEquals(Verdict.FASTER, row.verdict());
    assertEquals(4, row.forks());
    assertEquals(Verdict.NONE, find(records, baseline).verdict());
    assertTrue(Double.isNaN(find(records, baseline).vsBaseline()));
  }

  @Test
  void derive_withoutTheSkipListOverBytes_comparesWithTheNativeOne() throws IOException {
    CellKey subject = Forks.cell("masstree-index", "a", 1);
    CellKey rival = Forks.cell("skiplist-native", "a", 1);
    CampaignRecords records = derive(Forks.ok(subject, 0, 300), Forks.ok(rival, 0, 100));
    assertEquals(3, find(records, subject).vsBaseline(), 1e-12);
    assertTrue(Double.isNaN(find(records, rival).vsBaseline()));
  }

  @Test
  void derive_withBothSkipLists_comparesWithTheOneOverBytes() throws IOException {
    CellKey subject = Forks.cell("masstree", "a", 1);
    CellKey rival = Forks.cell("skiplist-native", "a", 1);
    CellKey baseline = Forks.cell("skiplist", "a", 1);
    CampaignRecords records =
        derive(Forks.ok(subject, 0, 300), Forks.ok(rival, 0, 100), Forks.ok(baseline, 0, 200));
    assertEquals(1.5, find(records, subject).vsBaseline(), 1e-12);
    assertEquals(0.5, find(records, rival).vsBaseline(), 1e-12);
    assertTrue(Double.isNaN(find(records, baseline).vsBaseline()));
  }

  @Test
  void derive_oneRound_isUnclearWithoutInterval() throws IOException {
    CellKey subject = Forks.cell("masstree", "a", 1);
    SummaryRow row =
        find(
            derive(Forks.ok(subject, 0, 500), Forks.ok(Forks.cell("skiplist", "a", 1), 0, 100)),
            subject);
    assertEquals(5, row.vsBaseline(), 1e-12);
    assertTrue(Double.isNaN(row.ciLow()) && Double.isNaN(row.vsLow()));
    assertEquals(Verdict.UNCLEAR, row.verdict());
  }

  @Test
  void derive_histograms_mergesAndEndsWhereTooFewAreLeft() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    CampaignRecords records =
        derive(
            Forks.withTimes(Forks.ok(cell, 0, 1), LongStream.rangeClosed(1, 1000).toArray()),
            Forks.withTimes(Forks.ok(cell, 1, 1), LongStream.rangeClosed(1001, 2000).toArray()));
    List<Double> percentiles = records.latencies().stream().map(LatencyRow::percentile).toList();
    assertEquals(List.of(0.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 100.0), percentiles);
    assertEquals(2000, records.latencies().get(0).totalCount());
    assertEquals(1000, records.latencies().get(1).valueNs(), 1);
    assertEquals(2000, records.latencies().get(7).valueNs(), 1);
    try (Stream<Path> logs = Files.list(root.resolve("c1/hdr"))) {
      assertEquals(
          List.of("masstree_replay_a_zipfian_1t_masstree-a-1.hlog"),
          logs.map(path -> path.getFileName().toString()).toList());
    }
  }

  @Test
  void derive_again_dropsTheLogOfACellThatBecameInvalid() throws IOException {
    CellKey cell = Forks.cell("masstree", "a", 1);
    derive(Forks.withTimes(Forks.ok(cell, 0, 1), 1, 2, 3));
    CampaignDirectory campaign = CampaignDirectory.open(root.resolve("c1"));
    try (Journal journal = Journal.open(campaign.journalCsv())) {
      journal.append(Forks.fork(cell, 1, 0, Status.INVALID, "size 2, expected 3"));
    }
    Tables.derive(campaign);
    try (Stream<Path> logs = Files.list(campaign.hdr())) {
      assertEquals(0, logs.count());
    }
    assertEquals(List.of(), CampaignRecords.read(campaign).latencies());
  }

  @Test
  void derive_leavesFilesWithTheRightsOfAnyFile() throws IOException {
    derive();
    Path plain = Files.writeString(root.resolve("plain"), "");
    assertEquals(
        Files.getPosixFilePermissions(plain),
        Files.getPosixFilePermissions(root.resolve("c1/summary.csv")));
  }

  @Test
  void derive_histogramThatIsNone_namesTheFork() throws IOException {
    ForkRecord fork = Forks.ok(Forks.cell("masstree", "a", 1), 7, 1);
    ForkRecord bad =
        new ForkRecord(
            fork.cell(),
            7,
            0,
            Status.OK,
            "",
            fork.samples(),
            List.of(new ServiceTimes("closed", Double.NaN, "read", "AAAA")),
            fork.counters());
    IOException e = assertThrows(IOException.class, () -> derive(bad));
    assertTrue(e.getMessage().startsWith("cell masstree-a-1, round 7, op read: "), e.getMessage());
  }

  @Test
  void derive_bytesPerEntry_becomesMemory() throws IOException {
    ForkRecord fork = Forks.ok(Forks.cell("masstree", "a", 1), 0, 1);
    Sample bytes = new Sample(Phase.MEASURE, 0, 1, 0, "bytes_per_entry", "nodes", 31.5, "B");
    CampaignRecords records =
        derive(
            new ForkRecord(
                fork.cell(), 0, 0, Status.OK, "", List.of(bytes), List.of(), fork.counters()));
    assertEquals(1, records.memory().size());
    assertEquals("nodes", records.memory().get(0).component());
    assertEquals(31.5, records.memory().get(0).bytesPerEntry(), 1e-12);
    assertEquals(List.of(), records.scalability());
  }

  @Test
  void read_missingOrBadFile_saysWhich() throws IOException {
    derive();
    CampaignDirectory campaign = CampaignDirectory.open(root.resolve("c1"));
    Files.delete(campaign.forksCsv());
    IOException e = assertThrows(IOException.class, () -> CampaignRecords.read(campaign));
    assertEquals(
        campaign.forksCsv() + ": the table is missing; make it anew from the journal",
        e.getMessage());
    Files.write(campaign.environmentJson(), new byte[] {'"', (byte) 0xff});
    e = assertThrows(IOException.class, () -> CampaignRecords.read(campaign));
    assertEquals(campaign.environmentJson() + ": is not UTF-8 text", e.getMessage());
    Files.delete(campaign.campaignJson());
    e = assertThrows(IOException.class, () -> CampaignRecords.read(campaign));
    assertEquals(campaign.campaignJson() + ": the file is missing", e.getMessage());
  }
}
