package dev.madtree.masstree;

/**
 * Receives the entries of a scan in key order.
 *
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface EntryVisitor<V> {

  /**
   * Takes one entry. The call happens outside every lock and may use the map it came from.
   *
   * @param key the entry's key, valid during the call
   * @param value the entry's value, current at some moment of the scan
   * @return whether the scan shall go on
   */
  boolean visit(KeyView key, V value);
}
