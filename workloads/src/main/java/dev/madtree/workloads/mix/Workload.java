package dev.madtree.workloads.mix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The operation mixes, each a YCSB core workload file beside this class: YCSB's own A to F, and
 * others.
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
  CHURN("50 % remove, 50 % insert, by turns: the keys change, their number does not");

  private final String description;

  Workload(String description) {
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
    return name().toLowerCase(Locale.ROOT);
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

  /** Returns whether YCSB's own client can ask it: it has neither batches nor removals. */
  public boolean isForYcsb() {
    return !readsInBatches() && !removes();
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

  /**
   * Returns the properties as YCSB's {@code CoreWorkload} understands them, in a new object.
   *
   * @throws UncheckedIOException if the file is missing from the jar
   */
  public Properties properties() {
    String file = "workload" + label();
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
