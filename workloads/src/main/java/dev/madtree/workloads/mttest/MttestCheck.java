package dev.madtree.workloads.mttest;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.masstree.KeyRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares an index with what its clients have written: every key has the last value of some client
 * that wrote it, and there is no other key.
 */
final class MttestCheck {

  private MttestCheck() {}

  /**
   * Returns the first difference.
   *
   * @param done the operations that ended each client's loop
   * @param isOrdered whether the index can scan
   */
  static Optional<String> difference(
      OrderedIndex<byte[]> index, MttestWorkload workload, List<Long> done, boolean isOrdered) {
    List<Map<Long, Long>> models = new ArrayList<>();
    for (int client = 0; client < done.size(); client++) {
      ModelClient model = new ModelClient(client, done.get(client));
      workload.run(model);
      models.add(model.lastWrites());
    }
    long entries = 0;
    for (int client = 0; client < models.size(); client++) {
      List<Map<Long, Long>> earlier = models.subList(0, client);
      for (long key : models.get(client).keySet()) {
        if (earlier.stream().anyMatch(each -> each.containsKey(key))) {
          continue;
        }
        byte[] value = index.get(workload.key(key));
        if (models.stream().noneMatch(each -> agrees(each.get(key), value))) {
          return Optional.of(
              "key " + key + " has " + text(value) + ", which no client has written last");
        }
        entries += value == null ? 0 : 1;
      }
    }
    if (index.size() != entries) {
      return Optional.of("the size is " + index.size() + ", expected " + entries);
    }
    return isOrdered ? scanDifference(index, entries) : Optional.empty();
  }

  /** Whether a value is what a client has written last; null if it has not written the key. */
  private static boolean agrees(Long written, byte[] value) {
    return written != null && Arrays.equals(value, MttestWorkload.value(written));
  }

  private static Optional<String> scanDifference(OrderedIndex<byte[]> index, long entries) {
    byte[][] last = new byte[1][];
    String[] outOfOrder = new String[1];
    long passed =
        index.scan(
            KeyRange.all(),
            Long.MAX_VALUE,
            (key, value) -> {
              byte[] present = key.toByteArray();
              if (last[0] != null && Arrays.compareUnsigned(last[0], present) >= 0) {
                outOfOrder[0] = "a scan passed " + text(present) + " after " + text(last[0]);
                return false;
              }
              last[0] = present;
              return true;
            });
    if (outOfOrder[0] != null) {
      return Optional.of(outOfOrder[0]);
    }
    return passed == entries
        ? Optional.empty()
        : Optional.of("a scan passed " + passed + " entries, expected " + entries);
  }

  static String text(byte[] bytes) {
    return bytes == null ? "nothing" : new String(bytes, StandardCharsets.US_ASCII);
  }
}
