package dev.madtree.competitors;

/**
 * On which terms something stands beside the others: what a reader must know to judge whether a
 * comparison is fair.
 *
 * @param origin who makes it
 * @param library its library with the version, empty if it comes from somewhere else
 * @param keys in which form keys are given and kept
 * @param order what decides the order of the keys
 * @param values in which form values are kept
 * @param settings what was set, and what was left as it comes
 */
public record Terms(
    Origin origin, String library, String keys, String order, String values, String settings) {

  /** The terms of something that says nothing of them. */
  public static final Terms UNSAID = new Terms(Origin.ELSEWHERE, "", "", "", "", "");

  /** Who makes something, and so which version it has. */
  public enum Origin {
    /** This project. */
    PROJECT,
    /** The JDK that measures. */
    JDK,
    /** A library. */
    LIBRARY,
    /** Somebody else. */
    ELSEWHERE
  }

  static Terms ofProject(String keys, String order, String values, String settings) {
    return new Terms(Origin.PROJECT, "", keys, order, values, settings);
  }

  static Terms ofJdk(String keys, String order, String values, String settings) {
    return new Terms(Origin.JDK, "", keys, order, values, settings);
  }

  static Terms ofLibrary(
      String library, String keys, String order, String values, String settings) {
    return new Terms(Origin.LIBRARY, library, keys, order, values, settings);
  }
}
