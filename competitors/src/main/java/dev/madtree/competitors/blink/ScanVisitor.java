package dev.madtree.competitors.blink;

/**
 * Receives the entries of a scan in order.
 *
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface ScanVisitor<V> {

  /**
   * Takes one entry. The call happens outside every lock and may use the tree it came from.
   *
   * @param key the tree's own key, which the receiver must not change
   * @param value the entry's value, current at some moment of the scan
   * @return whether the scan shall go on
   */
  boolean visit(byte[] key, V value);
}
