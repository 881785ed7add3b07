package dev.madtree.workloads.settings;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody who mistyped a name may have meant. */
public final class NearestName {

  private NearestName() {}

  /** Returns the name that takes the fewest edits, if it takes no more than half its letters. */
  public static Optional<String> of(String mistyped, Collection<String> names) {
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String name : names) {
      int edits = edits(mistyped, name);
      if (edits < fewest && edits <= Math.max(2, name.length() / 2)) {
        fewest = edits;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Returns a sentence about an unknown name: what it is not, what was perhaps meant, what is. */
  public static String explain(String kind, String mistyped, Collection<String> names) {
    String meant = of(mistyped, names).map(name -> "; did you mean \"" + name + "\"?").orElse(".");
    return "there is no "
        + kind
        + " \""
        + mistyped
        + "\""
        + meant
        + " Expected one of: "
        + String.join(", ", names);
  }

  /** The Levenshtein distance. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
