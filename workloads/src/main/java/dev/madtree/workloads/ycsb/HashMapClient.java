package dev.madtree.workloads.ycsb;

/** YCSB's door to the JDK's ConcurrentHashMap, which does not scan. */
public final class HashMapClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public HashMapClient() {
    super("hashmap");
  }
}
