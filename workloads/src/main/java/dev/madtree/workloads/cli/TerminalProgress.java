package dev.madtree.workloads.cli;

import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Status;
import dev.madtree.workloads.driver.PlannedCell;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * One line that is redrawn, with a bar and the time left, and a table for each round. It is drawn
 * between forks only, so that drawing never runs beside a measurement.
 */
final class TerminalProgress extends PlainProgress {

  private static final int BAR = 24;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final boolean colour;

  TerminalProgress(PrintWriter out, List<String> structures, int rounds, boolean colour) {
    super(out, structures, rounds);
    this.colour = colour;
  }

  @Override
  public void tracing(int ready, int all) {
    redraw("recording traces " + ready + "/" + all);
  }

  @Override
  public void begun(PlannedCell cell, int round, int done, int all, double secondsLeft) {
    super.begun(cell, round, done, all, secondsLeft);
    redraw(
        String.format(
            Locale.ROOT,
            "%s %d/%d  %s left  round %d/%d  %s",
            bar(done, all),
            done,
            all,
            Words.time(secondsLeft),
            round + 1,
            rounds(),
            cell.inWords()));
  }

  @Override
  public void ended(ForkRecord record, int done, int all, double secondsLeft) {
    if (record.status() != Status.OK) {
      erase();
      super.ended(record, done, all, secondsLeft);
    }
  }

  @Override
  public void roundEnded(int round, boolean whole, CampaignRecords records) {
    erase();
    super.roundEnded(round, whole, records);
  }

  private String bar(int done, int all) {
    int full = all == 0 ? BAR : (int) ((long) BAR * done / all);
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    return colour ? "\u001b[36m" + bar + "\u001b[0m" : bar;
  }

  private void redraw(String text) {
    out().print(ERASE_LINE + text);
    out().flush();
  }

  private void erase() {
    out().print(ERASE_LINE);
    out().flush();
  }
}
