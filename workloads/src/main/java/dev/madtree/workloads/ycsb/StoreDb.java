package dev.madtree.workloads.ycsb;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import site.ycsb.ByteIterator;
import site.ycsb.DB;
import site.ycsb.Status;

/** A store as YCSB's database, for one thread. Nothing is timed. */
final class StoreDb extends DB {

  private final Store store;
  private String name;
  private RecordTable table;

  StoreDb(Store store) {
    this.store = store;
  }

  @Override
  public Status read(
      String table, String key, Set<String> fields, Map<String, ByteIterator> result) {
    return named(table).read(key, fields, result);
  }

  @Override
  public Status scan(
      String table,
      String startKey,
      int count,
      Set<String> fields,
      Vector<HashMap<String, ByteIterator>> result) {
    return named(table).scan(startKey, count, fields, result);
  }

  @Override
  public Status update(String table, String key, Map<String, ByteIterator> values) {
    return named(table).update(key, values);
  }

  @Override
  public Status insert(String table, String key, Map<String, ByteIterator> values) {
    return named(table).insert(key, values);
  }

  @Override
  public Status delete(String table, String key) {
    return named(table).delete(key);
  }

  /** One table is usual: the last one is at hand. */
  private RecordTable named(String wanted) {
    if (!wanted.equals(name)) {
      table = store.table(wanted);
      name = wanted;
    }
    return table;
  }
}
