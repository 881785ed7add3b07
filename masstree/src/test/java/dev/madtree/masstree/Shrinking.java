package dev.madtree.masstree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves out of a failing sequence what it fails without: first half of it, then ever smaller
 * pieces, down to single steps, until no single step can go.
 *
 * <p>Source: Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002.
 */
final class Shrinking {

  private Shrinking() {}

  /**
   * Returns a part of a sequence that still fails.
   *
   * @param failing a sequence that fails
   * @param fails plays a sequence from the start and tells whether it fails
   * @param trials the most sequences that are played
   */
  static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails, int trials) {
    List<T> left = new ArrayList<>(failing);
    int trial = 0;
    int piece = Math.max(1, left.size() / 2);
    while (true) {
      boolean smaller = false;
      for (int end = left.size(); end > 0 && trial < trials; end -= piece) {
        int from = Math.max(0, end - piece);
        List<T> fewer = new ArrayList<>(left.subList(0, from));
        fewer.addAll(left.subList(Math.min(end, left.size()), left.size()));
        trial++;
        if (fails.test(fewer)) {
          left = fewer;
          smaller = true;
        }
      }
      if (trial >= trials || (piece == 1 && !smaller)) {
        return left;
      }
      piece = smaller && piece == 1 ? 1 : Math.max(1, Math.min(piece, left.size()) / 2);
    }
  }
}
