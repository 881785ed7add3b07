package dev.madtree.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rule by which a fork is ok, suspect or bad. */
public final class NoiseRule {
  private static final double STEAL_SUSPECT_PCT = 1;
  private static final double STEAL_BAD_PCT = 5;
  private static final double FOREIGN_SUSPECT_PCT = 5;
  private static final double FOREIGN_BAD_PCT = 20;
  private static final double PRESSURE_SUSPECT_PCT = 10;
  private static final double THROTTLED_SUSPECT_PCT = 0.1;
  private static final double THROTTLED_BAD_PCT = 5;
  private static final double SPIN_SUSPECT = 0.95;
  private static final double SPIN_BAD = 0.85;

  private final List<String> reasons = new ArrayList<>();
  private Noise noise = Noise.UNKNOWN;

  private NoiseRule() {}

  /**
   * A verdict on the quiet beside a fork, with its reasons.
   *
   * @param noise the verdict
   * @param reasons what broke which limit, in words; empty if nothing did
   */
  public record Judgement(Noise noise, List<String> reasons) {
    /** Makes the list unmodifiable. */
    public Judgement {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Judges a fork. Counters that are missing are passed over. Pressure counts only where the cell
   * leaves a processor free, for otherwise the fork's own threads wait for one another.
   *
   * @param counters what was seen beside
   * @param threads the threads of the cell
   * @param cores the processors of the machine, 0 if not known
   * @return the verdict
   */
  public static Judgement judge(ForkCounters counters, int threads, int cores) {
    NoiseRule rule = new NoiseRule();
    rule.atMost("steal", counters.stealPct(), STEAL_SUSPECT_PCT, STEAL_BAD_PCT);
    rule.atMost("foreign CPU", counters.foreignCpuPct(), FOREIGN_SUSPECT_PCT, FOREIGN_BAD_PCT);
    if (threads < cores) {
      rule.atMost(
          "CPU pressure", counters.pressurePct(), PRESSURE_SUSPECT_PCT, Double.POSITIVE_INFINITY);
    }
    rule.atMost("throttling", counters.throttledPct(), THROTTLED_SUSPECT_PCT, THROTTLED_BAD_PCT);
    rule.atLeastSpeed(counters.spinCalibration());
    return new Judgement(rule.noise, rule.reasons);
  }

  /**
   * Returns the rule in words, for a report.
   *
   * @return one sentence
   */
  public static String inWords() {
    return String.format(
        Locale.ROOT,
        "A fork is suspect (bad) if the hypervisor took more than %.0f %% (%.0f %%) of the"
            + " processors, if other processes used more than %.0f %% (%.0f %%), if the"
            + " container's quota held threads back for more than %.1f %% (%.0f %%) of the time, if"
            + " somebody"
            + " waited for a processor in more than %.0f %% of the time although the cell leaves"
            + " one free, or if a calibrated loop ran at less than %.0f %% (%.0f %%) of its best"
            + " speed.",
        STEAL_SUSPECT_PCT,
        STEAL_BAD_PCT,
        FOREIGN_SUSPECT_PCT,
        FOREIGN_BAD_PCT,
        THROTTLED_SUSPECT_PCT,
        THROTTLED_BAD_PCT,
        PRESSURE_SUSPECT_PCT,
        100 * SPIN_SUSPECT,
        100 * SPIN_BAD);
  }

  private void atMost(String what, double pct, double suspect, double bad) {
    if (Double.isNaN(pct)) {
      return;
    }
    if (pct > bad) {
      raise(Noise.BAD, "%s %.1f %% is above %s %%", what, pct, bad);
    } else if (pct > suspect) {
      raise(Noise.SUSPECT, "%s %.1f %% is above %s %%", what, pct, suspect);
    } else {
      noise = worse(noise, Noise.OK);
    }
  }

  private void atLeastSpeed(double speed) {
    if (Double.isNaN(speed)) {
      return;
    }
    if (speed < SPIN_BAD) {
      raise(Noise.BAD, "spin calibration %.2f is below %.2f", speed, SPIN_BAD);
    } else if (speed < SPIN_SUSPECT) {
      raise(Noise.SUSPECT, "spin calibration %.2f is below %.2f", speed, SPIN_SUSPECT);
    } else {
      noise = worse(noise, Noise.OK);
    }
  }

  private void raise(Noise level, String reason, Object... figures) {
    noise = worse(noise, level);
    reasons.add(String.format(Locale.ROOT, reason, figures));
  }

  /** Returns the worse of two; anything known is worse than unknown. */
  static Noise worse(Noise a, Noise b) {
    if (a == Noise.UNKNOWN || b == Noise.UNKNOWN) {
      return a == Noise.UNKNOWN ? b : a;
    }
    return a.compareTo(b) >= 0 ? a : b;
  }
}
