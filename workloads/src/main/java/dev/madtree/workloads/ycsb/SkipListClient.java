package dev.madtree.workloads.ycsb;

/** YCSB's door to the JDK's ConcurrentSkipListMap. */
public final class SkipListClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public SkipListClient() {
    super("skiplist");
  }
}
