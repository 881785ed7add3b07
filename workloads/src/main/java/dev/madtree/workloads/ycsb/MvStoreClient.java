package dev.madtree.workloads.ycsb;

/** YCSB's door to H2's MVStore in memory. */
public final class MvStoreClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public MvStoreClient() {
    super("mvstore");
  }
}
