package dev.madtree.masstree;

/** Receives the entries of a scan of a {@link MasstreeIndex} in key order. */
@FunctionalInterface
public interface LongEntryVisitor {

  /**
   * Takes one entry. The call happens outside every lock and may use the index it came from.
   *
   * @param key the entry's key, valid during the call
   * @param value the entry's value, current at some moment of the scan
   * @return whether the scan shall go on
   */
  boolean visit(KeyView key, long value);
}
