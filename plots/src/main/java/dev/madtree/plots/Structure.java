package dev.madtree.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How a structure is named and drawn, the same in every chart.
 *
 * @param label its name in the record
 * @param name its name in a sentence, at the beginning of one
 * @param color of lines, bars and marks
 * @param textColor of its name, dark enough to read
 * @param mark the shape of its points
 * @param stroke of its lines
 * @param role whether it competes or only bounds the others
 */
record Structure(
    String label,
    String name,
    Color color,
    Color textColor,
    Mark mark,
    BasicStroke stroke,
    Role role) {

  /** What a structure is in the comparison. */
  enum Role {
    /** Masstree in one of its forms. */
    SUBJECT,
    /** An ordered concurrent map. */
    RIVAL,
    /** A bound: too simple to compete, or no ordered map at all. */
    BOUND,
    /** Measured elsewhere: shown beside, never counted among winners and losers. */
    IMPORTED
  }

  static final String SUBJECT_LABEL = "masstree";
  static final String BASELINE_LABEL = "skiplist";
  static final String CEILING_LABEL = "noop";
  static final String FLOOR_LABEL = "treemap-lock";
  static final String UNORDERED_LABEL = "hashmap";

  private static final String IMPORTED_MARK = " (imported)";

  /** The order of lists, rows and bars: the known ones first. */
  static final Comparator<Structure> LISTED =
      Comparator.comparingInt(Structure::order).thenComparing(Structure::label);

  private static final BasicStroke THIN = line(2f);

  private static final List<Structure> KNOWN =
      List.of(
          of(SUBJECT_LABEL, "Masstree", 0x0072B2, 0x0068A3, Mark.CIRCLE, line(3.2f), Role.SUBJECT),
          of(
              "masstree-index",
              "Masstree index",
              0x24507F,
              0x24507F,
              Mark.CIRCLE_HOLLOW,
              Theme.dashed(2.4f, 9, 3),
              Role.SUBJECT),
          of(
              "masstree-map",
              "Masstree map",
              0x3F86C4,
              0x2C6FA8,
              Mark.HEXAGON,
              Theme.dashed(2.4f, 4, 3),
              Role.SUBJECT),
          of(
              "masstree-long",
              "Masstree, boxed values",
              0x2A8FA8,
              0x1B6C80,
              Mark.HEXAGON_HOLLOW,
              Theme.dashed(2.4f, 12, 3),
              Role.SUBJECT),
          of(BASELINE_LABEL, "Skip list", 0xD55E00, 0xB34E00, Mark.SQUARE, THIN, Role.RIVAL),
          of(
              "skiplist-native",
              "Skip list, native keys",
              0x9A3E00,
              0x9A3E00,
              Mark.SQUARE_HOLLOW,
              Theme.dashed(2f, 7, 3),
              Role.RIVAL),
          of("blink", "B-link tree", 0x009E73, 0x00795A, Mark.DIAMOND, THIN, Role.RIVAL),
          of("mvstore", "MVStore", 0xC86FA1, 0x9C4F7B, Mark.TRIANGLE_UP, THIN, Role.RIVAL),
          of(
              FLOOR_LABEL,
              "TreeMap + lock",
              0x6B7280,
              0x56626D,
              Mark.TRIANGLE_DOWN,
              Theme.dashed(1.8f, 6, 4),
              Role.BOUND),
          of(
              UNORDERED_LABEL,
              "Hash map (unordered)",
              0x6B7280,
              0x56626D,
              Mark.DIAMOND_HOLLOW,
              Theme.dashed(1.8f, 2, 3),
              Role.BOUND),
          of(
              CEILING_LABEL,
              "Harness ceiling",
              0x6B7280,
              0x56626D,
              Mark.BAR,
              Theme.dashed(1.4f, 10, 4),
              Role.BOUND));

  private static final Map<String, String> IN_SENTENCE =
      Map.of(
          BASELINE_LABEL,
          "the skip list",
          "skiplist-native",
          "the skip list with native keys",
          "blink",
          "the B-link tree",
          FLOOR_LABEL,
          "the locked TreeMap",
          UNORDERED_LABEL,
          "the hash map",
          CEILING_LABEL,
          "the harness ceiling");

  private static final List<Color> SPARE_COLORS =
      List.of(
          new Color(0x7A4E9E),
          new Color(0x806000),
          new Color(0x3D4F5C),
          new Color(0x8A3B5C),
          new Color(0x4F6228));
  private static final List<Mark> SPARE_MARKS = List.of(Mark.PENTAGON, Mark.STAR);
  private static final List<Mark> IMPORTED_MARKS = List.of(Mark.PENTAGON_HOLLOW, Mark.STAR_HOLLOW);

  /**
   * The structure with a label. A label that is not known, from a user's own jar or imported, gets
   * a colour and a mark that depend on the label alone.
   */
  static Structure of(String label) {
    for (Structure known : KNOWN) {
      if (known.label.equals(label)) {
        return known;
      }
    }
    boolean imported = label.endsWith(IMPORTED_MARK);
    int hash = Math.floorMod(label.hashCode(), SPARE_COLORS.size() * SPARE_MARKS.size());
    Color color = SPARE_COLORS.get(hash % SPARE_COLORS.size());
    List<Mark> marks = imported ? IMPORTED_MARKS : SPARE_MARKS;
    return new Structure(
        label,
        label,
        color,
        color,
        marks.get(hash / SPARE_COLORS.size()),
        imported ? Theme.dashed(2f, 2, 4) : Theme.dashed(2f, 8, 3),
        imported ? Role.IMPORTED : Role.RIVAL);
  }

  /** The colours of structures without a fixed look. */
  static List<Color> spareColors() {
    return SPARE_COLORS;
  }

  /** All structures with a fixed look, in the order in which charts list them. */
  static List<Structure> known() {
    return KNOWN;
  }

  /** The place of this structure in a list or among bars. */
  int order() {
    int index = KNOWN.indexOf(this);
    return index < 0 ? KNOWN.size() : index;
  }

  /** The name as it stands inside a sentence: "the skip list". */
  String inSentence() {
    return IN_SENTENCE.getOrDefault(label, name);
  }

  boolean isSubject() {
    return label.equals(SUBJECT_LABEL);
  }

  boolean isCeiling() {
    return label.equals(CEILING_LABEL);
  }

  /** Whether it is drawn as a line that bounds the others: the harness, or a map without order. */
  boolean isLimit() {
    return isCeiling() || label.equals(UNORDERED_LABEL);
  }

  /** Whether it can win or lose here. */
  boolean competes() {
    return role == Role.SUBJECT || role == Role.RIVAL;
  }

  boolean isImported() {
    return role == Role.IMPORTED;
  }

  private static Structure of(
      String label, String name, int rgb, int textRgb, Mark mark, BasicStroke stroke, Role role) {
    return new Structure(label, name, new Color(rgb), new Color(textRgb), mark, stroke, role);
  }

  private static BasicStroke line(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
