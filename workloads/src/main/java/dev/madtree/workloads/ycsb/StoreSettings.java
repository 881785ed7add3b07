package dev.madtree.workloads.ycsb;

import dev.madtree.workloads.replay.Structure;
import dev.madtree.workloads.settings.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import site.ycsb.Client;

/**
 * What the binding reads from YCSB's properties.
 *
 * @param structure where the records lie
 * @param store the name under which client threads share it
 * @param isLoad whether this process loads, rather than runs transactions
 * @param snapshot the checkpoint that a load writes and a run reads
 * @param autoload whether a run loads by itself
 * @param histograms where the latencies are written; standard output if absent
 */
record StoreSettings(
    Structure structure,
    String store,
    boolean isLoad,
    Optional<Path> snapshot,
    boolean autoload,
    Optional<Path> histograms) {

  static final String STRUCTURE = "madtree.structure";
  static final String STORE = "madtree.store";
  static final String HISTOGRAMS = "madtree.hdr";
  static final String SNAPSHOT = "masstree.snapshot";
  static final String AUTOLOAD = "masstree.autoload";

  private static final List<String> NAMES =
      List.of(STRUCTURE, STORE, HISTOGRAMS, SNAPSHOT, AUTOLOAD);

  /**
   * Reads the properties.
   *
   * @param label the structure, unless the properties name one
   * @throws IllegalArgumentException if a property of ours is unknown or has no such value
   */
  static StoreSettings of(String label, Properties properties) {
    List<String> problems = problems(properties);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    String wanted = properties.getProperty(STRUCTURE, label);
    Structure structure =
        Structure.named(wanted)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        NearestName.explain("store", wanted, Structure.labels())));
    return new StoreSettings(
        structure,
        properties.getProperty(STORE, wanted),
        !Boolean.parseBoolean(properties.getProperty(Client.DO_TRANSACTIONS_PROPERTY, "true")),
        Optional.ofNullable(properties.getProperty(SNAPSHOT)).map(Path::of),
        Boolean.parseBoolean(properties.getProperty(AUTOLOAD, "false")),
        Optional.ofNullable(properties.getProperty(HISTOGRAMS)).map(Path::of));
  }

  /** Returns what is wrong with those properties that begin as ours do. */
  static List<String> problems(Properties properties) {
    List<String> problems = new ArrayList<>();
    for (String name : properties.stringPropertyNames()) {
      boolean ours = name.startsWith("madtree.") || name.startsWith("masstree.");
      if (ours && !NAMES.contains(name)) {
        problems.add(NearestName.explain("property", name, NAMES));
      }
    }
    String autoload = properties.getProperty(AUTOLOAD, "false");
    if (!autoload.equals("true") && !autoload.equals("false")) {
      problems.add(AUTOLOAD + "=" + autoload + ": expected true or false");
    }
    return problems;
  }
}
