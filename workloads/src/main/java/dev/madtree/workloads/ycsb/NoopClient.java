package dev.madtree.workloads.ycsb;

/** YCSB's door to nothing: what the client itself can do at most. */
public final class NoopClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public NoopClient() {
    super("noop");
  }
}
