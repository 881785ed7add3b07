package dev.madtree.workloads.memory;

import dev.madtree.workloads.distributions.Draws;
import dev.madtree.workloads.replay.WrongContentException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What entries of a structure take in memory: the difference between a full structure and an empty
 * one, by the heap's growth and by a walk over the structure's objects.
 */
final class Weighing {

  private static final int MOST_COLLECTIONS = 6;

  private final Supplier<Subject> maker;
  private final Runnable signOfLife;

  /**
   * Makes a weighing.
   *
   * @param maker makes empty structures
   * @param signOfLife called now and then, for the one who watches
   */
  Weighing(Supplier<Subject> maker, Runnable signOfLife) {
    this.maker = maker;
    this.signOfLife = signOfLife;
  }

  /**
   * Fills a structure in a shuffled order and returns the bytes an entry takes, by component.
   *
   * @throws WrongContentException if the structure holds anything else than it was given
   */
  Map<String, Double> bytesPerEntry(int entries, long seed) {
    Subject subject = maker.get();
    Footprint empty = HeapWalk.of(subject.structure(), object -> false);
    long before = usedHeap();
    fill(subject, entries, seed);
    double grown = usedHeap() - before;
    signOfLife.run();
    if (subject.size() != entries) {
      throw new WrongContentException("the size is " + subject.size() + ", expected " + entries);
    }
    Footprint full = HeapWalk.of(subject.structure(), subject.values(entries)).minus(empty);
    signOfLife.run();
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("heap", grown / entries);
    parts.put("keys", (double) full.keys() / entries);
    parts.put("values", (double) full.values() / entries);
    parts.put("structure", (double) full.structure() / entries);
    parts.put("all", (double) full.all() / entries);
    return parts;
  }

  private void fill(Subject subject, int entries, long seed) {
    int[] order = Draws.shuffled(entries, seed);
    int tenth = Math.max(1, entries / 10);
    for (int i = 0; i < entries; i++) {
      subject.put(order[i]);
      if (i % tenth == 0) {
        signOfLife.run();
      }
    }
  }

  /** Collects in full until that frees nothing more; returns the bytes that are left. */
  private long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < MOST_COLLECTIONS; i++) {
      System.gc();
      signOfLife.run();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      if (used >= least) {
        break;
      }
      least = used;
    }
    return least;
  }
}
