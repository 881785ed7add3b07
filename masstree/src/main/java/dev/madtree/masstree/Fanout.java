package dev.madtree.masstree;

/**
 * How many entries a border node and how many separators an interior node holds.
 *
 * <p>An interior node begins narrow where it is a new root, since most layers are small. The right
 * neighbour that a split gives it is twice as wide, up to the full width: a large layer's nodes are
 * wide, so that a descent through it passes few of them.
 *
 * @param border slots of a border node; at least {@link #LEAST_BORDER}, since the entries of one
 *     slice stay in one node and there may be ten of them
 * @param root separators of an interior node that is made as a root; at least 3
 * @param interior separators of the widest interior nodes; at least those of a root
 */
record Fanout(int border, int root, int interior) {

  static final int LEAST_BORDER = 10;

  /** What is used outside of tests. */
  static final Fanout PRODUCTION = new Fanout(Permutation.MAX_WIDTH, 15, 63);

  /** The smallest that is legal: splits, merges and root changes come after a handful of keys. */
  static final Fanout SMALL = new Fanout(LEAST_BORDER, 3, 3);

  Fanout {
    if (border < LEAST_BORDER || border > Permutation.MAX_WIDTH || root < 3 || interior < root) {
      throw new IllegalArgumentException(
          "border " + border + ", root " + root + ", interior " + interior);
    }
  }

  /** The separators of the right neighbour of an interior node that splits. */
  int neighbourOf(int width) {
    return Math.min(2 * width + 1, interior);
  }
}
