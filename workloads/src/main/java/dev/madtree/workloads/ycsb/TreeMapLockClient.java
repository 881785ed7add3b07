package dev.madtree.workloads.ycsb;

/** YCSB's door to the JDK's TreeMap behind one lock. */
public final class TreeMapLockClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public TreeMapLockClient() {
    super("treemap-lock");
  }
}
