package dev.madtree.workloads.ycsb;

/** YCSB's door to Masstree. */
public final class MasstreeClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public MasstreeClient() {
    super("masstree");
  }
}
