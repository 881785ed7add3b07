package dev.madtree.workloads.replay;

import java.lang.management.ManagementFactory;

/** What the present thread has allocated. */
public final class Allocation {

  private static final com.sun.management.ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

  private Allocation() {}

  /** Returns the bytes since the thread's beginning. */
  public static long ofThisThread() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
