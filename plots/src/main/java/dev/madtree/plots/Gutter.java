package dev.madtree.plots;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names of curves beside their ends, moved apart where they would overlap. */
final class Gutter {
  private static final double HEIGHT = 33;
  private static final double LEADER_FROM = 4;

  private final List<Label> labels = new ArrayList<>();

  private record Label(String name, String value, Color color, double end, double wanted) {}

  /**
   * Adds a name.
   *
   * @param end where its curve ends
   * @param wanted the height at which it ends
   */
  void add(String name, String value, Color color, double end, double wanted) {
    labels.add(new Label(name, value, color, end, wanted));
  }

  /** Writes all names between two heights, with a thin line to the curve where one was moved. */
  void paint(Ink ink, double left, double top, double bottom) {
    List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::wanted)).toList();
    double height = Math.min(HEIGHT, (bottom - top) / Math.max(1, sorted.size()));
    double[] centres = spread(sorted, height, top, bottom);
    double width = Theme.WIDTH - Theme.MARGIN - left - 8;
    for (int i = 0; i < centres.length; i++) {
      Label label = sorted.get(i);
      double y = centres[i];
      if (Math.abs(y - label.wanted) > LEADER_FROM) {
        double from = Math.min(label.end + 8, left - 6);
        ink.line(Theme.AXIS, Theme.HAIR, from, label.wanted, left + 4, y);
      }
      ink.text(Ink.cut(label.name, Theme.LABEL, width), Theme.LABEL, label.color, left + 8, y - 1);
      ink.text(label.value, Theme.VALUE, Theme.MUTED, left + 8, y + 13);
    }
  }

  /** Where the middles come to stand: as near to the wanted heights as the room allows. */
  private static double[] spread(List<Label> sorted, double height, double top, double bottom) {
    int n = sorted.size();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = Math.min(bottom - height / 2, Math.max(top + height / 2, sorted.get(i).wanted));
    }
    for (int pass = 0; pass < 200; pass++) {
      boolean moved = false;
      for (int i = 1; i < n; i++) {
        double overlap = height - (y[i] - y[i - 1]);
        if (overlap > 0.01) {
          y[i - 1] -= overlap / 2;
          y[i] += overlap / 2;
          moved = true;
        }
      }
      for (int i = 0; i < n; i++) {
        y[i] = Math.max(top + height * (i + 0.5), y[i]);
        y[i] = Math.min(bottom - height * (n - i - 0.5), y[i]);
      }
      if (!moved) {
        break;
      }
    }
    return y;
  }
}
