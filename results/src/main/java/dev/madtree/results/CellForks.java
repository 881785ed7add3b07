package dev.madtree.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The forks of one cell, and which of them count: the last good attempt of each round, and none at
 * all if any fork was invalid.
 *
 * @param cell the cell
 * @param all every fork, in the order they were run
 * @param counted the forks that count, by round
 */
record CellForks(CellKey cell, List<ForkRecord> all, SortedMap<Integer, ForkRecord> counted) {
  private static final Comparator<CellKey> ORDER =
      Comparator.comparing(CellKey::campaignId)
          .thenComparing(CellKey::driver)
          .thenComparing(CellKey::workload)
          .thenComparing(CellKey::distribution)
          .thenComparing(CellKey::keyShape)
          .thenComparing(CellKey::keyBytes)
          .thenComparing(CellKey::valueBytes)
          .thenComparing(CellKey::records)
          .thenComparing(CellKey::gc)
          .thenComparing(CellKey::heapMb)
          .thenComparing(CellKey::threads)
          .thenComparing(CellKey::structure)
          .thenComparing(CellKey::cellId);

  /** Groups forks by cell, in an order that does not depend on when they were run. */
  static List<CellForks> group(List<ForkRecord> forks) {
    Map<CellKey, List<ForkRecord>> byCell = new LinkedHashMap<>();
    for (ForkRecord fork : forks) {
      byCell.computeIfAbsent(fork.cell(), cell -> new ArrayList<>()).add(fork);
    }
    return byCell.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(CellForks::cell, ORDER))
        .toList();
  }

  private static CellForks of(CellKey cell, List<ForkRecord> forks) {
    SortedMap<Integer, ForkRecord> counted = new TreeMap<>();
    if (forks.stream().noneMatch(fork -> fork.status() == Status.INVALID)) {
      forks.stream()
          .filter(fork -> fork.status() == Status.OK)
          .sorted(Comparator.comparingInt(ForkRecord::attempt))
          .forEach(fork -> counted.put(fork.round(), fork));
    }
    return new CellForks(cell, List.copyOf(forks), counted);
  }

  /** How the cell came out: OK if forks count, INVALID if any was, else as its last fork did. */
  Status status() {
    if (!counted.isEmpty()) {
      return Status.OK;
    }
    return all.stream().anyMatch(fork -> fork.status() == Status.INVALID)
        ? Status.INVALID
        : all.get(all.size() - 1).status();
  }

  /** The forks that count, by round. */
  Collection<ForkRecord> measured() {
    return counted.values();
  }
}
