package dev.madtree.plots;

import dev.madtree.results.SummaryRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What bytes for each entry say about Masstree, in sentences and as a table. */
final class MemoryFindings {
  /** Closer than this two figures are called equal, as everywhere else. */
  private static final double BAND = 0.02;

  private MemoryFindings() {}

  /**
   * A chart's finding.
   *
   * @param shapes the footprints of each key shape
   * @return a sentence without a full stop
   */
  static String title(List<List<Footprint>> shapes) {
    List<List<Footprint>> compared =
        shapes.stream().filter(s -> Double.isFinite(ratio(s))).toList();
    if (compared.isEmpty()) {
      return shapes.stream()
          .flatMap(s -> subject(s).stream())
          .findFirst()
          .map(f -> f.structure().name() + " takes " + Words.bytes(f.total()) + " an entry")
          .orElse("Bytes for each entry, structure by structure");
    }
    if (compared.size() == 1) {
      return oneShape(compared.get(0));
    }
    List<String> names =
        compared.stream().map(s -> subject(s).orElseThrow().structure().name()).distinct().toList();
    boolean one = names.size() == 1;
    String takes = one ? names.get(0) + " takes " : "Masstree’s forms take ";
    int all = compared.size();
    long less = compared.stream().filter(s -> ratio(s) < 1 - BAND).count();
    long more = compared.stream().filter(s -> ratio(s) > 1 + BAND).count();
    double least = compared.stream().mapToDouble(MemoryFindings::ratio).min().orElseThrow();
    double most = compared.stream().mapToDouble(MemoryFindings::ratio).max().orElseThrow();
    String range = ": " + Words.ratio(least) + " to " + Words.ratio(most);
    if (less == all || more == all) {
      return takes
          + (less == all ? "less" : "more")
          + " memory than the skip list on "
          + Words.every(all)
          + " key shapes"
          + range;
    }
    return "Against the skip list "
        + takes
        + "less memory on "
        + less
        + " and more on "
        + more
        + " of "
        + Words.count(all, "key shape")
        + range;
  }

  private static String oneShape(List<Footprint> shape) {
    Footprint subject = subject(shape).orElseThrow();
    double ratio = ratio(shape);
    String name = subject.structure().name();
    String own = Words.bytes(subject.total()) + " an entry";
    String head =
        ratio > 1 + BAND
            ? name + " takes more than the skip list: " + own + ", " + Words.ratio(ratio)
            : ratio < 1 - BAND
                ? name + " takes " + own + ", " + Words.ratio(ratio) + " the skip list’s"
                : name + " takes as much as the skip list, " + own;
    return least(shape)
        .filter(rival -> less(rival, subject))
        .map(
            rival ->
                head
                    + "; "
                    + rival.structure().inSentence()
                    + " takes least, "
                    + Words.bytes(rival.total()))
        .orElse(head);
  }

  /** For each key shape what Masstree takes and what the others do, losses included. */
  static List<String> sentences(List<List<Footprint>> shapes) {
    List<String> sentences = new ArrayList<>();
    for (List<Footprint> shape : shapes) {
      subject(shape).ifPresent(subject -> sentences.add(about(subject, shape)));
    }
    if (sentences.isEmpty()) {
      return List.of("Bytes for each entry were measured, but not of Masstree.");
    }
    heapDifference(shapes.stream().flatMap(List::stream).toList()).ifPresent(sentences::add);
    return sentences;
  }

  private static String about(Footprint subject, List<Footprint> shape) {
    String name = subject.structure().name();
    StringBuilder text = new StringBuilder("With ").append(keys(subject.key().keyShape(), subject));
    text.append(" and values of ").append(subject.key().valueBytes()).append(" B ").append(name);
    text.append(" takes ").append(Words.bytes(subject.total())).append(" an entry");
    List<String> parts =
        Footprint.STACKED.stream()
            .filter(part -> Double.isFinite(subject.bytes(part)))
            .map(part -> part + " " + Words.bytes(subject.bytes(part)))
            .toList();
    text.append(parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    if (Double.isFinite(ratio(shape))) {
      text.append(", ").append(Words.ratio(ratio(shape))).append(" the skip list’s; ");
    } else {
      text.append("; ");
    }
    text.append("the bytes of key and value alone are ").append(Words.bytes(subject.flat()));
    List<String> leaner =
        shape.stream()
            .filter(f -> f.competes() && less(f, subject))
            .sorted(Comparator.comparingDouble(Footprint::total))
            .map(f -> f.structure().inSentence() + " with " + Words.bytes(f.total()))
            .toList();
    text.append(
        leaner.isEmpty()
            ? ". No other ordered structure measured here takes less."
            : ". It loses to " + Words.list(leaner) + ".");
    return text.toString();
  }

  /** How far the two ways of measuring lie apart. */
  private static Optional<String> heapDifference(List<Footprint> all) {
    double[] shares =
        all.stream()
            .filter(f -> f.stacked() && Double.isFinite(f.bytes(Footprint.HEAP)))
            .mapToDouble(f -> 100 * (f.bytes(Footprint.HEAP) / f.total() - 1))
            .sorted()
            .toArray();
    if (shares.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "The parts are counted object by object; as a check, what the heap grew by differs from"
            + " their sum by "
            + range(shares[0], shares[shares.length - 1])
            + " %. What a structure keeps in words of its nodes, as Masstree does with the first"
            + " bytes of keys, counts as structure.");
  }

  private static String range(double low, double high) {
    String least = Words.decimal(Math.abs(low) < 0.05 ? 0 : low, 1);
    String most = Words.decimal(Math.abs(high) < 0.05 ? 0 : high, 1);
    return least.equals(most) ? least : least + " to " + most;
  }

  /** All figures of a chart, for those who do not see it. */
  static String spoken(List<List<Footprint>> shapes) {
    List<String> clauses =
        shapes.stream()
            .flatMap(List::stream)
            .map(
                f ->
                    f.structure().name()
                        + ", "
                        + f.key().keyShape()
                        + " keys: "
                        + (f.measured() ? Words.bytes(f.total()) : f.failure()))
            .toList();
    return "Bytes for each entry. " + String.join("; ", clauses) + ".";
  }

  /** A row a structure and key shape. */
  static DataTable table(List<List<Footprint>> shapes) {
    List<List<String>> rows = new ArrayList<>();
    for (List<Footprint> shape : shapes) {
      Optional<Footprint> baseline = baseline(shape);
      for (Footprint f : shape) {
        double ratio =
            baseline.filter(b -> b != f).map(b -> f.total() / b.total()).orElse(Double.NaN);
        rows.add(
            List.of(
                f.structure().name(),
                f.key().keyShape(),
                part(f, Footprint.KEYS),
                part(f, Footprint.VALUES),
                part(f, Footprint.STRUCTURE),
                f.failure().isEmpty() ? part(f, Footprint.ALL) : f.failure(),
                interval(f),
                part(f, Footprint.HEAP),
                Words.significant(f.flat()),
                Words.ratio(ratio)));
      }
    }
    return new DataTable(
        List.of(
            "Structure",
            "Key shape",
            "Keys, B",
            "Values, B",
            "Structure, B",
            "All, B",
            "95 % interval",
            "By heap difference, B",
            "Flat array, B",
            "Against skip list"),
        rows);
  }

  private static String part(Footprint footprint, String component) {
    return Words.significant(footprint.bytes(component));
  }

  private static String interval(Footprint footprint) {
    var row = footprint.parts().get(Footprint.ALL);
    return row == null || !Double.isFinite(row.ciLow())
        ? "–"
        : Words.interval(row.ciLow(), row.ciHigh());
  }

  /** "ycsb keys of 22.9 B". */
  static String keys(String shape, Footprint one) {
    return shape + " keys of " + Words.trimmed(Math.round(one.key().keyBytes() * 10) / 10.0) + " B";
  }

  private static double ratio(List<Footprint> shape) {
    Optional<Footprint> baseline = baseline(shape);
    return subject(shape)
        .filter(s -> baseline.isPresent())
        .map(s -> s.total() / baseline.get().total())
        .orElse(Double.NaN);
  }

  private static Optional<Footprint> baseline(List<Footprint> shape) {
    List<Footprint> measured = shape.stream().filter(Footprint::measured).toList();
    return SummaryRow.baselineAmong(measured.stream().map(f -> f.key().structure()).toList())
        .flatMap(
            label -> measured.stream().filter(f -> f.key().structure().equals(label)).findFirst());
  }

  /** Masstree, or the first of its other forms where it is not there. */
  private static Optional<Footprint> subject(List<Footprint> shape) {
    return shape.stream()
        .filter(f -> f.measured() && f.structure().role() == Structure.Role.SUBJECT)
        .findFirst();
  }

  private static Optional<Footprint> least(List<Footprint> shape) {
    return shape.stream()
        .filter(Footprint::competes)
        .min(Comparator.comparingDouble(Footprint::total));
  }

  private static boolean less(Footprint one, Footprint other) {
    return one.total() < (1 - BAND) * other.total();
  }
}
