package dev.madtree.workloads.replay;

/**
 * What a value says about its origin, in a long: negative if it was loaded, with the number of its
 * key; otherwise the thread that wrote it and the number of that thread's operation.
 */
final class Stamp {

  private static final int OPERATION_BITS = 48;
  private static final long OPERATION_MASK = (1L << OPERATION_BITS) - 1;

  private Stamp() {}

  static long loaded(long key) {
    return -1 - key;
  }

  static long written(int thread, long operation) {
    return ((long) thread << OPERATION_BITS) | operation;
  }

  static boolean isLoaded(long stamp) {
    return stamp < 0;
  }

  static long loadedKey(long stamp) {
    return -1 - stamp;
  }

  static int thread(long stamp) {
    return (int) (stamp >>> OPERATION_BITS);
  }

  static long operation(long stamp) {
    return stamp & OPERATION_MASK;
  }
}
