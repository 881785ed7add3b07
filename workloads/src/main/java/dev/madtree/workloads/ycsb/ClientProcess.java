package dev.madtree.workloads.ycsb;

import java.io.UncheckedIOException;
import site.ycsb.Client;

/** YCSB's own client in a JVM of its own, with an exit status for what the binding refuses. */
public final class ClientProcess {

  /** The exit status if the binding refuses a property or a checkpoint. */
  static final int REFUSED = 2;

  private ClientProcess() {}

  /**
   * Runs the client, which ends the JVM with status 0 whatever happened.
   *
   * @param arguments as YCSB takes them
   */
  public static void main(String[] arguments) {
    try {
      Client.main(arguments);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      System.err.println("madtree: ycsb: " + e.getMessage());
      // Another of YCSB's threads may be waiting to say that loading takes long.
      System.exit(REFUSED);
    }
  }
}
