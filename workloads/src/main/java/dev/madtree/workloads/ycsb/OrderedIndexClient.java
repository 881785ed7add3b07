package dev.madtree.workloads.ycsb;

import dev.madtree.workloads.ycsb.OperationTimes.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.Vector;
import site.ycsb.ByteIterator;
import site.ycsb.DB;
import site.ycsb.Status;

/**
 * A structure as a database of the YCSB client. YCSB makes one object a client thread; they share
 * one store.
 *
 * <p>Records are found by key within their table. A missing record is {@code NOT_FOUND}, a scan of
 * a structure without order is {@code NOT_IMPLEMENTED}, a structure that throws is {@code ERROR}.
 */
public abstract class OrderedIndexClient extends DB {

  private final String label;
  private final OperationTimes times = new OperationTimes();
  private Store store;
  private StoreDb db;
  private boolean hasFailed;

  /**
   * Makes a client of a structure.
   *
   * @param label the structure's label, unless the property {@code madtree.structure} says another
   */
  protected OrderedIndexClient(String label) {
    this.label = label;
  }

  /**
   * Joins the store, which the first client fills. YCSB's clock does not run yet.
   *
   * @throws IllegalArgumentException if a property of ours is unknown or has no such value
   * @throws java.io.UncheckedIOException if the checkpoint is missing, torn or foreign
   */
  @Override
  public final void setProperties(Properties properties) {
    super.setProperties(properties);
    if (store == null) {
      store = Store.acquire(StoreSettings.of(label, properties), properties);
      db = new StoreDb(store);
    }
  }

  /** Leaves the store. The last client writes a load's checkpoint and prints the latencies. */
  @Override
  public final void cleanup() {
    if (store != null) {
      store.release(times);
      store = null;
    }
  }

  @Override
  public final Status read(
      String table, String key, Set<String> fields, Map<String, ByteIterator> result) {
    long start = System.nanoTime();
    try {
      return db.read(table, key, fields, result);
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      times.record(Operation.READ, start);
    }
  }

  @Override
  public final Status scan(
      String table,
      String startKey,
      int count,
      Set<String> fields,
      Vector<HashMap<String, ByteIterator>> result) {
    long start = System.nanoTime();
    try {
      return db.scan(table, startKey, count, fields, result);
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      times.record(Operation.SCAN, start);
    }
  }

  @Override
  public final Status update(String table, String key, Map<String, ByteIterator> values) {
    long start = System.nanoTime();
    try {
      return db.update(table, key, values);
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      times.record(Operation.UPDATE, start);
    }
  }

  @Override
  public final Status insert(String table, String key, Map<String, ByteIterator> values) {
    long start = System.nanoTime();
    try {
      return db.insert(table, key, values);
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      times.record(Operation.INSERT, start);
    }
  }

  @Override
  public final Status delete(String table, String key) {
    long start = System.nanoTime();
    try {
      return db.delete(table, key);
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      times.record(Operation.DELETE, start);
    }
  }

  /** An exception would end YCSB's thread; what it was is said once. */
  private Status failed(RuntimeException exception) {
    if (!hasFailed) {
      hasFailed = true;
      System.err.println(label + ": " + exception);
      store.failed(exception);
    }
    return Status.ERROR;
  }
}
