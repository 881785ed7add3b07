package dev.madtree.workloads.memory;

/**
 * The bytes that a structure keeps alive, by what they are for.
 *
 * @param keys the objects that are keys or parts of keys: byte arrays and strings
 * @param values the objects that are values
 * @param structure everything else
 */
record Footprint(long keys, long values, long structure) {

  long all() {
    return keys + values + structure;
  }

  Footprint minus(Footprint other) {
    return new Footprint(keys - other.keys, values - other.values, structure - other.structure);
  }
}
