package dev.madtree.masstree;

/**
 * How many entries a border node and how many separators an interior node holds.
 *
 * @param border slots of a border node; at least {@link #LEAST_BORDER}, since the entries of one
 *     slice stay in one node and there may be ten of them
 * @param interior separators of an interior node; at least 3
 */
record Fanout(int border, int interior) {

  static final int LEAST_BORDER = 10;

  /** What is used outside of tests. */
  static final Fanout PRODUCTION = new Fanout(Permutation.MAX_WIDTH, 15);

  /** The smallest that is legal: splits, merges and root changes come after a handful of keys. */
  static final Fanout SMALL = new Fanout(LEAST_BORDER, 3);

  Fanout {
    if (border < LEAST_BORDER || border > Permutation.MAX_WIDTH || interior < 3) {
      throw new IllegalArgumentException("border " + border + ", interior " + interior);
    }
  }
}
