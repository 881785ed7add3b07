package dev.madtree.workloads.mttest;

/** Says that an index does not hold what it was given. */
final class WrongContentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongContentException(String difference) {
    super(difference);
  }
}
