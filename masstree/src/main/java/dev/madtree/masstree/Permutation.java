package dev.madtree.masstree;

/**
 * The order of a border node's entries in one long: the count in the low four bits, above it
 * fifteen nibbles that name slots. The first {@code count} nibbles are the live slots in key order,
 * the others the free slots in the order in which they will be taken.
 *
 * <pre>
 *  nibble     15      …     count+1   count    …     1       0
 *          +-------+-----+---------+-------+-----+-------+-------+
 *          | free  |  …  |  free   | live  |  …  | live  | count |
 *          +-------+-----+---------+-------+-----+-------+-------+
 * </pre>
 *
 * <p>A removed slot goes to the far end of the free slots. So a word can come back only after every
 * free slot was taken once; the border node bumps its version before that can happen.
 */
final class Permutation {

  /** As many slots as one long can order. */
  static final int MAX_WIDTH = 15;

  private static final long IDENTITY = 0xEDCBA98765432100L;

  private Permutation() {}

  /** The word in which the slots 0 to {@code count - 1} are live, in this order. */
  static long ofFirst(int count) {
    return IDENTITY | count;
  }

  static int count(long permutation) {
    return (int) permutation & 15;
  }

  /** The slot at a position; positions from the count on are free slots. */
  static int slot(long permutation, int position) {
    return (int) (permutation >>> (4 * position + 4)) & 15;
  }

  /**
   * Makes the first free slot live at a position, moving the later live slots up by one. The caller
   * reads that slot with {@code slot(permutation, count(permutation))} before.
   */
  static long insert(long permutation, int position) {
    int count = count(permutation);
    long slot = slot(permutation, count);
    int at = 4 * position + 4;
    int end = 4 * count + 4;
    long below = lowBits(at);
    long moved = lowBits(end) & ~below;
    long above = ~lowBits(end + 4);
    return ((permutation & above)
            | ((permutation & moved) << 4)
            | (slot << at)
            | (permutation & below))
        + 1;
  }

  /**
   * Frees the slot at a position: the later ones move down by one and it becomes the last free slot
   * among the node's {@code width}.
   */
  static long remove(long permutation, int position, int width) {
    long slot = slot(permutation, position);
    int at = 4 * position + 4;
    int last = 4 * width;
    long below = lowBits(at);
    long moved = lowBits(last + 4) & ~lowBits(at + 4);
    long above = ~lowBits(last + 4);
    return ((permutation & above)
            | (slot << last)
            | ((permutation & moved) >>> 4)
            | (permutation & below))
        - 1;
  }

  /**
   * Keeps the live slots before a position. The others become free and keep their places, so that
   * they are taken before the slots that were free already.
   */
  static long truncate(long permutation, int count) {
    return (permutation & ~15L) | count;
  }

  private static long lowBits(int bits) {
    return bits >= Long.SIZE ? -1L : (1L << bits) - 1;
  }
}
