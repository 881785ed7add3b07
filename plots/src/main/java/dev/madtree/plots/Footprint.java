package dev.madtree.plots;

import dev.madtree.results.CellKey;
import dev.madtree.results.MemoryRow;
import java.util.List;
import java.util.Map;

/**
 * What the entries of one structure take in memory, or why that is not known.
 *
 * @param key what was measured
 * @param parts lines of the record by component, possibly empty
 * @param failure the word that stands where its bar would be, empty if it was measured
 */
record Footprint(CellKey key, Map<String, MemoryRow> parts, String failure) {
  static final String KEYS = "keys";
  static final String VALUES = "values";
  static final String STRUCTURE = "structure";
  static final String ALL = "all";
  static final String HEAP = "heap";

  /** The parts that a bar is stacked of, in the order in which they stand. */
  static final List<String> STACKED = List.of(KEYS, VALUES, STRUCTURE);

  Footprint {
    parts = Map.copyOf(parts);
  }

  Structure structure() {
    return Structure.of(key.structure());
  }

  boolean measured() {
    return Double.isFinite(total());
  }

  /** Bytes an entry of one component, NaN if it was not told apart. */
  double bytes(String component) {
    MemoryRow row = parts.get(component);
    return row == null ? Double.NaN : row.bytesPerEntry();
  }

  /** Bytes an entry by walking the objects; by the heap's growth where they were not walked. */
  double total() {
    if (Double.isFinite(bytes(ALL))) {
      return bytes(ALL);
    }
    double sum = STACKED.stream().mapToDouble(this::bytes).sum();
    return Double.isFinite(sum) ? sum : bytes(HEAP);
  }

  /** Whether its parts are known. */
  boolean stacked() {
    return STACKED.stream().anyMatch(part -> Double.isFinite(bytes(part)));
  }

  /** The end of what is drawn. */
  double top() {
    return Double.isFinite(bytes(HEAP)) ? Math.max(total(), bytes(HEAP)) : total();
  }

  /** What the bytes of keys and values alone would take, laid end to end. */
  double flat() {
    return key.keyBytes() + key.valueBytes();
  }

  /** Whether it is counted among those that compete. */
  boolean competes() {
    return measured() && structure().competes();
  }
}
