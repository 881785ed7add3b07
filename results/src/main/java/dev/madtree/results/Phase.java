package dev.madtree.results;

/** Whether an iteration counts. */
public enum Phase {
  /** Before the compiler has settled: kept, not counted. */
  WARMUP,
  /** Counted. */
  MEASURE
}
