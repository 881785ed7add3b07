package dev.madtree.masstree;

/**
 * The shape of a tree, counted by walking it: exact when nobody writes.
 *
 * @param entries keys with a value
 * @param layers layers of the trie; 1 if no two keys share a slice and go on
 * @param depth the most layers that one key passes through
 * @param height the most levels of nodes in one layer
 * @param borderNodes nodes that hold entries
 * @param interiorNodes nodes above them
 * @param slots places for entries in all border nodes
 * @param usedSlots places that hold a value or a layer
 * @param suffixBytes bytes of keys kept as suffixes
 */
public record TreeStatistics(
    long entries,
    long layers,
    int depth,
    int height,
    long borderNodes,
    long interiorNodes,
    long slots,
    long usedSlots,
    long suffixBytes) {

  /** Returns the share of the border nodes' places that are used, from 0 to 1. */
  public double fill() {
    return (double) usedSlots / slots;
  }
}
