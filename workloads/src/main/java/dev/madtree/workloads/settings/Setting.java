package dev.madtree.workloads.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of everything that can be set, the same in profile files and, after --, as options. */
public enum Setting {
  /** What is measured. */
  STRUCTURES,
  /** Which operation mixes. */
  WORKLOADS,
  /** Which drivers ask the mixes. */
  DRIVERS,
  /** Which keys are asked for. */
  DISTRIBUTIONS,
  /** What keys look like. */
  KEY_SHAPE,
  /** How many entries are loaded. */
  KEYS,
  /** How large values are. */
  VALUE_SIZE,
  /** How many threads ask. */
  THREADS,
  /** Which collectors. */
  GC,
  /** How many forks each cell gets. */
  ROUNDS,
  /** How many iterations are not counted. */
  WARMUP_ITERATIONS,
  /** How long each of them takes. */
  WARMUP_TIME,
  /** How many iterations are counted. */
  MEASURE_ITERATIONS,
  /** How long each of them takes. */
  MEASURE_TIME,
  /** How many operations a trace has. */
  TRACE_OPERATIONS,
  /** One of how many operations is timed. */
  SAMPLE_EVERY,
  /** How many threads load. */
  LOAD_THREADS,
  /** The fixed heap of a fork. */
  HEAP,
  /** When a fork is given up. */
  FORK_TIMEOUT,
  /** The most that the whole campaign may take. */
  TIME,
  /** The JVM that is measured. */
  JVM,
  /** The user's own jars, with structures in them. */
  CLASSPATH,
  /** The seed of everything random. */
  SEED,
  /** The user's own word for the campaign. */
  TAG;

  /** Returns the name in files, such as {@code key-shape}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the setting of a name, if there is one. */
  public static Optional<Setting> named(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** Returns all names, in order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).toList();
  }
}
