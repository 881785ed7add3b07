package dev.madtree.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * Which structures a chart draws, so that it stays readable, and what it says of the others.
 *
 * @param drawn the curves to draw, at most six beside the limits
 * @param beyond bounds far above all others, named instead of drawn
 * @param left structures for which there is no room
 */
record Selection(List<ThreadCurve> drawn, List<ThreadCurve> beyond, List<ThreadCurve> left) {
  /** More series than this cannot be told apart in curves or bars. */
  static final int MOST = 6;

  /** A bound this much higher than all rivals would flatten them. */
  private static final double TOO_HIGH = 1.6;

  /** Whether there are more structures than curves or bars can show; limits are lines beside. */
  static boolean crowded(List<Cell> cells) {
    return Campaign.structures(cells).stream().filter(s -> !s.isLimit()).count() > MOST;
  }

  /** The first six, and limits within their scale. */
  static Selection of(List<ThreadCurve> curves) {
    return of(curves, MOST);
  }

  /** As many as asked for, and limits within their scale. */
  static Selection of(List<ThreadCurve> curves, int most) {
    double highest =
        curves.stream()
            .filter(c -> c.structure().role() != Structure.Role.BOUND)
            .mapToDouble(ThreadCurve::top)
            .max()
            .orElse(0);
    List<ThreadCurve> drawn = new ArrayList<>();
    List<ThreadCurve> beyond = new ArrayList<>();
    List<ThreadCurve> left = new ArrayList<>();
    int series = 0;
    for (ThreadCurve curve : curves) {
      boolean bound = curve.structure().role() == Structure.Role.BOUND;
      if (bound && highest > 0 && curve.top() > TOO_HIGH * highest) {
        beyond.add(curve);
      } else if (curve.structure().isLimit() || series < most) {
        drawn.add(curve);
        series += curve.structure().isLimit() ? 0 : 1;
      } else {
        left.add(curve);
      }
    }
    return new Selection(drawn, beyond, left);
  }

  /** "Beyond the scale: harness ceiling 61.2 M ops/s", empty if nothing is. */
  String beyondNote() {
    List<String> names =
        beyond.stream()
            .filter(c -> c.last().isPresent())
            .map(
                c ->
                    c.structure().name().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + Words.throughput(c.last().get().value() * 1e6))
            .toList();
    return names.isEmpty() ? "" : "Above the scale: " + Words.list(names);
  }

  /** A sentence for the footer on what was left out, empty if nothing was. */
  String leftNote() {
    return left.isEmpty()
        ? ""
        : " Not drawn, see the table: "
            + Words.list(left.stream().map(c -> c.structure().name()).toList())
            + ".";
  }
}
