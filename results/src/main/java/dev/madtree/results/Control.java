package dev.madtree.results;

import java.util.List;

/**
 * How the structures that were not changed moved between two campaigns: if they moved, the machine
 * did.
 *
 * @param state what follows for the others
 * @param drift the geometric mean of their ratios, later over earlier, with its 95 % interval over
 *     cells
 * @param cells how many cells of theirs both campaigns have
 */
public record Control(State state, Interval drift, int cells) {
  /** What the controls say of the machine. */
  public enum State {
    /** They stayed within the band: ratios stand as measured. */
    STEADY,
    /** They moved together: ratios are divided by their drift. */
    ADJUSTED,
    /** They moved, and not together: no verdict is given. */
    WITHHELD,
    /** There are none: ratios stand as measured, and nobody knows what the machine did. */
    MISSING
  }

  /** Judges the comparisons of all control cells. */
  static Control of(List<Comparison> comparisons, double band) {
    double[] ratios = comparisons.stream().mapToDouble(Comparison::ratio).toArray();
    Interval drift = Statistics.mean(ratios);
    if (ratios.length == 0) {
      return new Control(State.MISSING, drift, 0);
    }
    boolean steady = inside(drift.estimate(), band) && !(drift.low() > 1) && !(drift.high() < 1);
    if (steady && !anyMoved(comparisons, band)) {
      return new Control(State.STEADY, drift, ratios.length);
    }
    boolean together =
        inside(drift.low() / drift.estimate(), band)
            && inside(drift.high() / drift.estimate(), band);
    return new Control(together ? State.ADJUSTED : State.WITHHELD, drift, ratios.length);
  }

  /** Cells that move apart may leave their mean where it was. */
  private static boolean anyMoved(List<Comparison> comparisons, double band) {
    double[] p =
        Statistics.benjaminiHochberg(comparisons.stream().mapToDouble(Comparison::p).toArray());
    for (int i = 0; i < p.length; i++) {
      Verdict verdict = Statistics.verdict(comparisons.get(i), p[i], band, true);
      if (verdict == Verdict.FASTER || verdict == Verdict.SLOWER) {
        return true;
      }
    }
    return false;
  }

  private static boolean inside(double ratio, double band) {
    return ratio >= 1 - band && ratio <= 1 + band;
  }

  /** What later figures are to be divided by. */
  double divisor() {
    return state == State.ADJUSTED ? drift.estimate() : 1;
  }
}
