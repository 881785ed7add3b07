package dev.madtree.workloads.campaign;

import dev.madtree.results.CampaignRecords;
import dev.madtree.results.ForkRecord;
import dev.madtree.workloads.driver.PlannedCell;

/** Is told how a campaign gets on. */
public interface Progress {

  /**
   * Traces are being recorded.
   *
   * @param ready how many are
   * @param all how many there will be
   */
  void tracing(int ready, int all);

  /**
   * A fork begins.
   *
   * @param cell what it measures
   * @param round its round, from 0
   * @param done how many forks are done
   * @param all how many there are
   * @param secondsLeft about how long the rest takes
   */
  void begun(PlannedCell cell, int round, int done, int all, double secondsLeft);

  /**
   * A fork has ended.
   *
   * @param record what it left
   * @param done how many forks are done, this one included
   * @param all how many there are
   * @param secondsLeft about how long the rest takes
   */
  void ended(ForkRecord record, int done, int all, double secondsLeft);

  /**
   * A round has ended, or was cut short, and the tables are written.
   *
   * @param round the round, from 0
   * @param whole whether all of its forks ran
   * @param records what the tables say
   */
  void roundEnded(int round, boolean whole, CampaignRecords records);
}
