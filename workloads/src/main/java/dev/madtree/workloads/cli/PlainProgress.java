package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.MemoryRow;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import dev.madtree.workloads.campaign.Progress;
import dev.madtree.workloads.driver.PlannedCell;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A line for each fork and a table for each round: for logs and pipes. */
class PlainProgress implements Progress {

  private final PrintWriter out;
  private final List<String> structures;
  private final int rounds;
  private PlannedCell present;

  PlainProgress(PrintWriter out, List<String> structures, int rounds) {
    this.out = out;
    this.structures = structures;
    this.rounds = rounds;
  }

  @Override
  public void tracing(int ready, int all) {
    if (ready == 0) {
      line("recording the traces of " + all + (all == 1 ? " thread" : " threads"));
    }
  }

  @Override
  public void begun(PlannedCell cell, int round, int done, int all, double secondsLeft) {
    present = cell;
  }

  @Override
  public void ended(ForkRecord record, int done, int all, double secondsLeft) {
    line(
        String.format(
            Locale.ROOT,
            "%d/%d  round %d/%d  %s: %s  (%s left)",
            done,
            all,
            record.round() + 1,
            rounds,
            present.inWords(),
            outcome(record),
            Words.time(secondsLeft)));
  }

  @Override
  public void roundEnded(int round, boolean whole, CampaignRecords records) {
    line("");
    line((whole ? "after" : "within") + " round " + (round + 1) + " of " + rounds + ":");
    RatioTable.lines(records, structures).forEach(this::line);
    MemoryLines.of(records).forEach(this::line);
    line("");
  }

  /** Writes a line. */
  void line(String text) {
    out.println(text);
    out.flush();
  }

  PrintWriter out() {
    return out;
  }

  int rounds() {
    return rounds;
  }

  /** What a fork came to, in a few words. */
  static String outcome(ForkRecord record) {
    if (record.status() != Status.OK) {
      return record.status() + ": " + record.error();
    }
    double bytes = mean(record, MemoryRow.METRIC);
    return Double.isNaN(bytes)
        ? Words.rate(mean(record, "throughput")) + " ops/s"
        : Words.threeFigures(bytes) + " B an entry";
  }

  private static double mean(ForkRecord record, String metric) {
    return record.samples().stream()
        .filter(sample -> sample.phase() == Phase.MEASURE)
        .filter(sample -> sample.metric().equals(metric) && sample.op().equals("all"))
        .mapToDouble(Sample::value)
        .average()
        .orElse(Double.NaN);
  }
}
