package dev.madtree.results;

/** What a comparison of two structures in one cell says. */
public enum Verdict {
  /** Better, surely, and by more than the band. */
  FASTER("▲"),
  /** Worse, surely, and by more than the band. */
  SLOWER("▼"),
  /** The whole interval lies inside the band: the difference does not matter. */
  SAME("≈"),
  /** A sure difference whose estimate lies inside the band. */
  SMALL("≈"),
  /** The forks do not say. */
  UNCLEAR("?"),
  /** There is nothing to compare: the baseline itself, or a side without a mean. */
  NONE("");

  private final String symbol;

  Verdict(String symbol) {
    this.symbol = symbol;
  }

  /**
   * Returns the sign for tables and charts.
   *
   * @return one character, or nothing for {@link #NONE}
   */
  public String symbol() {
    return symbol;
  }
}
