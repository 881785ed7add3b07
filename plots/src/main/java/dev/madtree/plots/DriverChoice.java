package dev.madtree.plots;

import dev.madtree.results.CellKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which driver's figures a chart shows where several drivers asked the same: one for all structures
 * under the same conditions, so that nothing but the structure differs.
 */
final class DriverChoice {
  /** The driver that costs least itself comes first. */
  private static final List<String> USUAL = List.of("replay", "ycsb", "jmh");

  /** The order in which drivers are listed and chosen. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt((String d) -> USUAL.contains(d) ? USUAL.indexOf(d) : USUAL.size())
          .thenComparing(Comparator.naturalOrder());

  private final Map<Object, String> chosen = new HashMap<>();

  /** What drivers can be compared under: everything but the driver, structure and threads. */
  private record Question(Setting setting, String workload, String distribution) {
    static Question of(CellKey key) {
      return new Question(Setting.of(key).withoutDriver(), key.workload(), key.distribution());
    }
  }

  DriverChoice(Collection<CellKey> keys) {
    for (CellKey key : keys) {
      chosen.merge(Question.of(key), key.driver(), (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
    }
  }

  /** Whether a cell is of the driver that charts show. */
  boolean shows(CellKey key) {
    return key.driver().equals(chosen.get(Question.of(key)));
  }
}
