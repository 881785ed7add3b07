package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long MINUTE_NANOS = 60_000_000_000L;

  @Test
  void line_untilAllIsDone_tellsTheTimeLeftByTheRate() {
    Progress progress = new Progress("plays", 30_000);
    assertEquals(
        "6000 of 30000 plays, 100 a second, 4.0 min left",
        progress.line(6_000, MINUTE_NANOS, Long.MAX_VALUE));
    assertEquals(
        "0 of 30000 plays, 0.0 a second, 2.0 min left",
        progress.line(0, MINUTE_NANOS, 2 * MINUTE_NANOS));
  }

  @Test
  void line_slowerThanTenASecond_tellsTenthsOfTheRate() {
    Progress progress = new Progress("rounds", 100);
    assertEquals(
        "30 of 100 rounds, 0.5 a second, 2.3 min left",
        progress.line(30, MINUTE_NANOS, Long.MAX_VALUE));
  }

  @Test
  void line_untilATime_tellsWhatTheTimeLeaves() {
    Progress progress = new Progress("plays", Long.MAX_VALUE);
    assertEquals(
        "6000 plays, 100 a second, 0.5 min left",
        progress.line(6_000, MINUTE_NANOS, MINUTE_NANOS / 2));
  }
}
