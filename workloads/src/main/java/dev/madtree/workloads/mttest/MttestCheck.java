package dev.madtree.workloads.mttest;

import dev.madtree.competitors.OrderedIndex;
import dev.madtree.masstree.KeyRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an index with what its clients have done: every key has the last value of some client
 * that wrote it, or none if some client removed it, and there is no other key.
 */
final class MttestCheck {

  private MttestCheck() {}

  /**
   * Returns the first difference after a run.
   *
   * @param isOrdered whether the index can scan
   */
  static Optional<String> difference(
      OrderedIndex<byte[]> index, MttestWorkload workload, MttestRun run, boolean isOrdered) {
    List<Leftover> leftovers =
        workload.isTeamwork() ? run.leftovers() : replayed(workload, run.done());
    Set<Long> keys = new HashSet<>();
    for (Leftover each : leftovers) {
      keys.addAll(each.left());
      keys.addAll(each.taken());
    }
    long entries = 0;
    for (long key : keys) {
      byte[] value = index.get(workload.key(key));
      if (leftovers.stream().noneMatch(each -> each.explains(key, value))) {
        return Optional.of(
            "key " + key + " has " + text(value) + ", which no client has written last");
      }
      entries += value == null ? 0 : 1;
    }
    if (index.size() != entries) {
      return Optional.of("the size is " + index.size() + ", expected " + entries);
    }
    return isOrdered ? scanDifference(index, entries) : Optional.empty();
  }

  /** What clients have written that do not meet: told by doing it again without an index. */
  private static List<Leftover> replayed(MttestWorkload workload, List<Long> done) {
    List<Leftover> leftovers = new ArrayList<>();
    for (int client = 0; client < done.size(); client++) {
      ModelClient model = new ModelClient(client, done.get(client));
      workload.run(model);
      leftovers.add(new Leftover(model.lastWrites()));
    }
    return leftovers;
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
