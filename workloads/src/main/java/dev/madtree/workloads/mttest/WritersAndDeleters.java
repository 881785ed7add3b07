package dev.madtree.workloads.mttest;

/** The tests whose clients remove what was put. */
final class WritersAndDeleters {

  private static final long FIRST = 10_000_000;
  private static final int LEAD = 16;
  private static final int RANGE = 70;

  private WritersAndDeleters() {}

  /** Clients in pairs: one puts ascending keys, the other removes them from behind. */
  static void wd1(TeamClient client) {
    int step = (client.clients() + 1) / 2;
    long first = FIRST + client.number() / 2 % step;
    client.begin();
    if (client.number() % 2 == 0) {
      write(client, first, step);
    } else {
      delete(client, first, step);
    }
  }

  private static void write(TeamClient client, long first, int step) {
    long at = first;
    long done = 0;
    for (; client.goesOn(done); done++) {
      client.put(at, at + 1);
      at += step;
    }
    client.end("mixed", done);
    for (long key = first; key < at; key += step) {
      client.leaves(key, key + 1);
    }
  }

  /** A removal that came too early is an operation as well. */
  private static void delete(TeamClient client, long first, int step) {
    while (!client.has(first + (long) LEAD * step) && !client.isOver()) {
      Thread.onSpinWait();
    }
    long at = first;
    long done = 0;
    for (; client.goesOn(done); done++) {
      if (client.remove(at)) {
        at += step;
      }
    }
    client.end("mixed", done);
    for (long key = first; key < at; key += step) {
      client.checkAbsent(key);
      client.takes(key);
    }
  }

  /** Every client fills a range of its own, looks, empties it, and looks again. */
  static void wd3(TeamClient client) {
    long first = (long) RANGE * client.number();
    client.begin();
    long done = 0;
    while (!client.isOver()) {
      for (long key = first; key < first + RANGE; key++) {
        client.putNew(key, key);
      }
      for (long key = first; key < first + RANGE; key++) {
        client.check(key, key);
      }
      for (long key = first; key < first + RANGE; key++) {
        client.removePresent(key);
      }
      for (long key = first; key < first + RANGE; key++) {
        client.checkAbsent(key);
      }
      done += 4 * RANGE;
    }
    client.end("mixed", done);
    for (long key = first; key < first + RANGE; key++) {
      client.takes(key);
    }
  }
}
