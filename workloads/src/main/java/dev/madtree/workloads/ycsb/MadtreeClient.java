package dev.madtree.workloads.ycsb;

/** YCSB's door to any structure: the property {@code madtree.structure} is its label. */
public final class MadtreeClient extends OrderedIndexClient {

  /** Makes a client, as YCSB does by the class's name. */
  public MadtreeClient() {
    super("masstree");
  }
}
