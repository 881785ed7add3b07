package dev.madtree.workloads.trace;

import java.util.Locale;

/** What a trace asks of a map; the ordinal is the code in trace files. */
public enum Operation {
  /** One value by its key. */
  READ,
  /** A new value for a key that is present. */
  UPDATE,
  /** A key that nobody has put before. */
  INSERT,
  /** Entries in key order from a key on. */
  SCAN,
  /** One value by its key, then a new one for it. */
  READ_MODIFY_WRITE,
  /** One of the keys whose values are asked for at once, with its neighbours in the trace. */
  MULTIGET,
  /** A key that is present, of the thread's own. */
  REMOVE;

  /** How many neighbours are asked for at once; a batch begins at a multiple of it. */
  public static final int MULTIGET_KEYS = 16;

  private static final Operation[] BY_CODE = values();

  /** Returns the operation of a code in a trace. */
  public static Operation ofCode(byte code) {
    return BY_CODE[code];
  }

  /** Returns the code in a trace. */
  public byte code() {
    return (byte) ordinal();
  }

  /** Returns the name used in records and charts, such as {@code read}. */
  public String label() {
    return this == READ_MODIFY_WRITE ? "rmw" : name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the operation leaves a new value behind. */
  public boolean writes() {
    return this == UPDATE || this == INSERT || this == READ_MODIFY_WRITE;
  }

  /** Returns whether the operation decides what the key has from then on: a value, or none. */
  public boolean mutates() {
    return writes() || this == REMOVE;
  }
}
