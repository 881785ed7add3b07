package dev.madtree.results;

/** How quiet the machine was beside a fork. */
public enum Noise {
  /** Quiet. */
  OK,
  /** Something else ran; the figure stands, marked. */
  SUSPECT,
  /** The figure says more about the machine than about the structure; the fork is repeated. */
  BAD,
  /** The machine shows none of the counters. */
  UNKNOWN
}
