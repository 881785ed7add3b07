package dev.madtree.results;

/** How a fork ended. */
public enum Status {
  /** It measured, and its content agreed with the model. */
  OK,
  /** It measured, but its content did not agree with the model: its figures mean nothing. */
  INVALID,
  /** It threw. */
  FAILED,
  /** It did not end, or fell silent, within its time and was stopped. */
  TIMEOUT,
  /** It ran out of memory. */
  OOM,
  /** The JVM itself died. */
  CRASH,
  /** It ended with a status that says nothing more. */
  EXIT
}
