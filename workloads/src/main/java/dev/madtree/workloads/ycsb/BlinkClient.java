package dev.madtree.workloads.ycsb;

/** YCSB's door to the B-link tree. */
public final class BlinkClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public BlinkClient() {
    super("blink");
  }
}
