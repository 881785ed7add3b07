package dev.madtree.workloads.mttest;

import java.util.HashMap;
import java.util.Map;

/** A client without an index: it remembers what it has written last to each key. */
final class ModelClient implements Client {

  private final int number;
  private final long limit;
  private final Map<Long, Long> lastWrites = new HashMap<>();

  ModelClient(int number, long limit) {
    this.number = number;
    this.limit = limit;
  }

  Map<Long, Long> lastWrites() {
    return lastWrites;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean goesOn(long done) {
    return done < limit;
  }

  @Override
  public void put(long key, long value) {
    lastWrites.put(key, value);
  }

  @Override
  public void get(long key) {}

  @Override
  public void check(long key, long expected) {}

  @Override
  public void begin() {}

  @Override
  public void end(String op, long operations) {}
}
