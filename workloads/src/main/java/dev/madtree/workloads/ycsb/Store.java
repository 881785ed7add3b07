package dev.madtree.workloads.ycsb;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The tables that all client threads of a process share, from the first that acquires them to the
 * last that releases them.
 *
 * <p>The first fills them, before YCSB's clock starts: a run from its checkpoint or by loading. The
 * last writes a load's checkpoint and the latencies.
 */
final class Store {

  private static final Map<String, Store> OPEN = new HashMap<>();

  private final StoreSettings settings;
  private final Map<String, RecordTable> tables = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private OperationTimes times = new OperationTimes();
  private int references;

  private Store(StoreSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the store that the settings name, filled.
   *
   * @throws UncheckedIOException if its checkpoint is refused
   * @throws IllegalArgumentException if another structure is open under the name
   */
  static Store acquire(StoreSettings settings, Properties properties) {
    synchronized (OPEN) {
      Store store = OPEN.get(settings.store());
      if (store == null) {
        store = new Store(settings);
        store.fill(properties);
        OPEN.put(settings.store(), store);
      } else if (!store.settings.structure().label().equals(settings.structure().label())) {
        throw new IllegalArgumentException(
            StoreSettings.STORE
                + "="
                + settings.store()
                + " holds a "
                + store.settings.structure().label()
                + ", not a "
                + settings.structure().label());
      }
      store.references++;
      return store;
    }
  }

  /** Returns the table of a name, which is made when it is first asked for. */
  RecordTable table(String name) {
    RecordTable table = tables.get(name);
    return table != null
        ? table
        : tables.computeIfAbsent(
            name, absent -> new RecordTable(settings.structure(), writesSnapshot()));
  }

  /** Gives back what {@link #acquire} gave, with what its thread has measured. */
  void release(OperationTimes measured) {
    synchronized (OPEN) {
      times.add(measured);
      references--;
      if (references == 0) {
        OPEN.remove(settings.store());
        writeSnapshot();
        report();
      }
    }
  }

  /** Returns what the clients that have left have measured since this was last asked. */
  OperationTimes takeTimes() {
    synchronized (OPEN) {
      OperationTimes taken = times;
      times = new OperationTimes();
      return taken;
    }
  }

  /** Notes what the structure threw. */
  void failed(Throwable thrown) {
    failure.compareAndSet(null, thrown);
  }

  /** Returns what the structure threw first, nothing if it never threw. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  private boolean writesSnapshot() {
    return settings.isLoad() && settings.snapshot().isPresent();
  }

  private void fill(Properties properties) {
    if (settings.isLoad() || !settings.structure().storesEntries()) {
      return;
    }
    if (settings.autoload()) {
      say("Loaded", Autoload.load(this, properties));
    } else if (settings.snapshot().isPresent()) {
      try {
        say("Restored", Snapshot.read(settings.snapshot().get(), this::table));
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }
  }

  private void writeSnapshot() {
    if (!writesSnapshot() || !settings.structure().storesEntries()) {
      return;
    }
    Path file = settings.snapshot().get();
    try {
      say("Checkpointed", Snapshot.write(file, tables));
    } catch (IOException e) {
      // YCSB would print a stack trace and go on; the missing line says that the load failed.
      System.err.println("the checkpoint was not written: " + e.getMessage());
    }
  }

  private void report() {
    times.print(System.out);
    if (settings.histograms().isEmpty()) {
      return;
    }
    Path file = settings.histograms().get();
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      times.printDistributions(out);
    } catch (IOException e) {
      System.err.println("the latencies were not written: " + e);
    }
  }

  private void say(String what, long records) {
    System.out.println("[MADTREE], " + what + "(" + settings.structure().label() + "), " + records);
  }
}
