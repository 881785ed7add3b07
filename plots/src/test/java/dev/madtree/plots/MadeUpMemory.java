package dev.madtree.plots;

import dev.madtree.results.CellKey;
import dev.madtree.results.ForkRecord;
import dev.madtree.results.Phase;
import dev.madtree.results.Sample;
import dev.madtree.results.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bytes an entry that nobody counted, under several key shapes. */
final class MadeUpMemory {
  private static final Map<String, Double> KEY_BYTES =
      Map.of("int8", 8.0, "ycsb", 23.1, "url", 52.4);
  private static final Map<String, Double> STRUCTURE_BYTES =
      Map.of("masstree", 19.0, "skiplist", 47.5, "blink", 14.2, "treemap-lock", 40.0);

  private MadeUpMemory() {}

  /** Bytes an entry under each key shape, one structure failed, none of the generator's figures. */
  static List<ForkRecord> forks(List<String> structures, List<String> shapes, int round) {
    List<ForkRecord> forks = new ArrayList<>();
    for (String shape : shapes) {
      double keyBytes = KEY_BYTES.get(shape);
      for (String structure : structures) {
        CellKey key = key(structure, shape, keyBytes);
        if (structure.equals("noop")) {
          continue;
        }
        Status status = structure.equals("mvstore") ? Status.OOM : Status.OK;
        List<Sample> samples = new ArrayList<>();
        if (status == Status.OK) {
          double own = STRUCTURE_BYTES.getOrDefault(structure, 45.0) + 0.1 * round;
          // Suffixes make a tree of layers heavier the longer its keys are.
          own += structure.equals("masstree") ? 0.9 * Math.max(0, keyBytes - 24) : 0;
          double keys = structure.equals("masstree") ? 0.6 * keyBytes : 16 + keyBytes;
          Map<String, Double> parts =
              Map.of(
                  "keys",
                  keys,
                  "values",
                  16.0,
                  "structure",
                  own,
                  "all",
                  keys + 16 + own,
                  "heap",
                  1.02 * (keys + 16 + own));
          parts.forEach(
              (part, bytes) ->
                  samples.add(
                      new Sample(Phase.MEASURE, 0, 2000, 1, "bytes_per_entry", part, bytes, "B")));
        }
        String error = status == Status.OK ? "" : "made up: " + status;
        forks.add(
            new ForkRecord(key, round, 0, status, error, samples, List.of(), MadeUpRecord.QUIET));
      }
    }
    return forks;
  }

  private static CellKey key(String structure, String shape, double keyBytes) {
    return new CellKey(
        MadeUpRecord.ID,
        "abcdef0123",
        "0000000",
        structure,
        "memory",
        "memory",
        "uniform",
        shape,
        keyBytes,
        8,
        200_000,
        1,
        "17.0.15",
        "g1",
        2048,
        "",
        structure + "-memory-" + shape);
  }
}
