package dev.madtree.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * Round values along an axis that begins at zero.
 *
 * @param max the end of the axis
 * @param step the distance of two values
 */
record Ticks(double max, double step) {
  /** The axis ends at a round value unless that leaves too much of it empty. */
  private static final double LITTLE_ROOM = 1.12;

  /** The values for an axis that shows figures up to the given one, about six of them. */
  static Ticks upTo(double largest, int about) {
    if (!(largest > 0)) {
      return new Ticks(1, 0.25);
    }
    double rough = largest / about;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= rough * 0.999) {
        step = factor * power;
        break;
      }
    }
    double rounded = step * Math.ceil(largest / step * 0.9999);
    return new Ticks(rounded <= LITTLE_ROOM * largest ? rounded : 1.03 * largest, step);
  }

  List<Double> values() {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i * step <= max * 1.0001; i++) {
      values.add(i * step);
    }
    return values;
  }

  /** A value as short as the step allows. */
  String label(double value) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    boolean half = Math.abs(step * Math.pow(10, decimals) % 1) > 1e-6;
    return Words.decimal(value, half ? decimals + 1 : decimals);
  }
}
