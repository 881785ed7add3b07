package dev.madtree.workloads.mttest;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one client has done last to each key: the value that it has put, or that it removed it. */
final class Leftover {

  private final Map<Long, Long> left = new HashMap<>();
  private final Set<Long> taken = new HashSet<>();

  Leftover() {}

  /** Makes one of values alone, by key. */
  Leftover(Map<Long, Long> left) {
    this.left.putAll(left);
  }

  void leaves(long key, long value) {
    left.put(key, value);
  }

  void takes(long key) {
    taken.add(key);
  }

  /** Returns the keys that may have been left. */
  Set<Long> left() {
    return Collections.unmodifiableSet(left.keySet());
  }

  /** Returns the keys that may have been removed. */
  Set<Long> taken() {
    return Collections.unmodifiableSet(taken);
  }

  /** Returns whether this client may have been the last that did something to a key. */
  boolean explains(long key, byte[] value) {
    if (value == null) {
      return taken.contains(key);
    }
    Long written = left.get(key);
    return written != null && Arrays.equals(value, MttestWorkload.value(written));
  }
}
