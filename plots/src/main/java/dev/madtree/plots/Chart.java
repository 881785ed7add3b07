package dev.madtree.plots;

import java.util.function.Consumer;

/**
 * One picture with all that belongs to it.
 *
 * @param section where the report shows it
 * @param slug the beginning of its files' names
 * @param frame the words around the plot
 * @param alt what it shows, with numbers, for those who do not see it
 * @param table the figures that it shows
 * @param csv the file of the record that the figures come from
 * @param plot paints everything inside the frame
 */
record Chart(
    Section section,
    String slug,
    Frame frame,
    String alt,
    DataTable table,
    String csv,
    Consumer<Ink> plot) {

  /** The parts of the report that show charts, in order. */
  enum Section {
    OVERVIEW,
    SCALING,
    DISTRIBUTIONS,
    LATENCY,
    OPERATIONS,
    MEMORY,
    DRIVERS,
    CONFIDENCE
  }

  /** Paints the whole picture in logical pixels. */
  void paint(Ink ink) {
    frame.paint(ink);
    plot.accept(ink);
  }
}
