package dev.madtree.plots;

/** A chart that could not be drawn. */
final class ChartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChartException(String message, Throwable cause) {
    super(message, cause);
  }
}
