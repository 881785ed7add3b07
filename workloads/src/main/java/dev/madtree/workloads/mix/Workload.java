package dev.madtree.workloads.mix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * The operation mixes, each a YCSB core workload file beside this class: YCSB's own A to F, and
 * others. What YCSB has no property for has one that begins with {@code madtree.}; some fix
 * distribution, key shape and number of entries.
 *
 * <p>A new one is a file {@code workload<label>} and a constant here.
 */
public enum Workload {
  /** Half reads, half updates. */
  A("50 % read, 50 % update"),
  /** Reads with a few updates. */
  B("95 % read, 5 % update"),
  /** Reads only. */
  C("100 % read"),
  /** Reads of what was inserted last. */
  D("95 % read, 5 % insert"),
  /** Short scans with a few inserts. */
  E("95 % scan of up to 100 entries, 5 % insert"),
  /** Half reads, half read-modify-writes. */
  F("50 % read, 50 % read-modify-write"),
  /** Nothing but new keys. */
  INSERT("100 % insert"),
  /** Reads of many keys at once. */
  MULTIGET("100 % read, in batches of 16"),
  /** Keys go and come back. */
  DELETE("50 % remove, 50 % insert: a quarter of the keys goes, then comes back, and so on"),
  /** Keys go and new ones come. */
  CHURN("50 % remove, 50 % insert, by turns: the keys change, their number does not"),
  /** 90 % read, 10 % update of 50,000 keys of 64 bytes. */
  CRATE_UNIFORM("crate:uniform", "90 % read, 10 % update of 50,000 keys of 64 bytes"),
  /** As crate:uniform, keys by Zipf's law. */
  CRATE_ZIPF("crate:zipf", "as crate:uniform, keys by Zipf's law"),
  /** As crate:uniform, 256 prefixes of 24 bytes. */
  CRATE_PREFIX("crate:prefix", "as crate:uniform, 256 prefixes of 24 bytes"),
  /** As crate:uniform with 500 keys. */
  CRATE_CONTENTION("crate:contention", "as crate:uniform with 500 keys"),
  /** As crate:uniform, 999 of 1000 draws for one key. */
  CRATE_HOT("crate:hot", "as crate:uniform, 999 of 1000 draws for one key"),
  /** As crate:uniform with 50 % read, 50 % update. */
  CRATE_HALF("crate:half", "as crate:uniform with 50 % read, 50 % update"),
  /** As crate:uniform with keys of 8 bytes. */
  CRATE_INT8("crate:int8", "as crate:uniform with keys of 8 bytes"),
  /** As crate:uniform with 100 % read. */
  CRATE_READ("crate:read", "as crate:uniform with 100 % read"),
  /** As churn, with keys of 64 bytes. */
  CRATE_REMOVE("crate:remove", "as churn, with keys of 64 bytes"),
  /** 100 % insert of keys of 64 bytes into an index that was empty but for one. */
  CRATE_INSERT(
      "crate:insert", "100 % insert of keys of 64 bytes into an index that was empty but for one"),
  /** As crate:uniform with 500,000 keys. */
  CRATE_LARGE("crate:large", "as crate:uniform with 500,000 keys"),
  /** As crate:uniform with keys of 128 bytes. */
  CRATE_BYTES128("crate:bytes128", "as crate:uniform with keys of 128 bytes"),
  /** 100 % scan of all 500 keys with one of 100 prefixes. */
  CRATE_QUERY("crate:query", "100 % scan of all 500 keys with one of 100 prefixes"),
  /** As crate:uniform, 16 prefixes of 32 bytes. */
  CRATE_TRIE("crate:trie", "as crate:uniform, 16 prefixes of 32 bytes");

  private static final String OUR_OWN = "madtree.";

  private final String label;
  private final String description;

  Workload(String description) {
    this.label = name().toLowerCase(Locale.ROOT);
    this.description = description;
  }

  Workload(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** Returns the workload of a label such as {@code a}, if there is one. */
  public static Optional<Workload> named(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** Returns all labels, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Workload::label).toList();
  }

  /** Returns the name used in commands, records and charts. */
  public String label() {
    return label;
  }

  /** Returns the mix in words. */
  public String description() {
    return description;
  }

  /** Returns whether the mix has scans, which only an ordered structure can answer. */
  public boolean hasScans() {
    return Double.parseDouble(properties().getProperty("scanproportion", "0")) > 0;
  }

  /** Returns whether reads are asked in batches. */
  public boolean readsInBatches() {
    return Boolean.parseBoolean(properties().getProperty("madtree.multiget", "false"));
  }

  /** Returns whether YCSB's own client can ask it: it has nothing that only we know of. */
  public boolean isForYcsb() {
    return properties().stringPropertyNames().stream().noneMatch(key -> key.startsWith(OUR_OWN));
  }

  /** Returns whether keys are removed, which YCSB's own client never asks for. */
  public boolean removes() {
    return Double.parseDouble(properties().getProperty("madtree.removeproportion", "0")) > 0;
  }

  /** Returns whether the keys removed come back, rather than new ones in their place. */
  public boolean putsBack() {
    return Boolean.parseBoolean(properties().getProperty("madtree.putback", "false"));
  }

  /** Returns the label of the only distribution that the workload has, if it has no choice. */
  public Optional<String> fixedDistribution() {
    return Optional.ofNullable(properties().getProperty("madtree.distribution"));
  }

  /** Returns the label of the only key shape that the workload has, if it has no choice. */
  public Optional<String> fixedKeyShape() {
    return Optional.ofNullable(properties().getProperty("madtree.keyshape"));
  }

  /** Returns the only number of entries that the workload has, if it has no choice. */
  public OptionalLong fixedRecords() {
    String records = properties().getProperty("madtree.records");
    return records == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(records));
  }

  /** Returns of how many keys the first one begins every scan of theirs; 1 if any key does. */
  public int scanGroup() {
    return Integer.parseInt(properties().getProperty("madtree.scangroup", "1"));
  }

  /**
   * Returns the properties as YCSB's {@code CoreWorkload} understands them, in a new object.
   *
   * @throws UncheckedIOException if the file is missing from the jar
   */
  public Properties properties() {
    String file = "workload" + label.replace(':', '-');
    try (InputStream in = Workload.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no resource " + file + " beside " + Workload.class.getName());
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
