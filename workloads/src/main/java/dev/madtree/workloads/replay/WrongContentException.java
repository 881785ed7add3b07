package dev.madtree.workloads.replay;

/** Says that an index does not hold what it was given. */
public final class WrongContentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes an exception of what differs, in words. */
  public WrongContentException(String difference) {
    super(difference);
  }
}
