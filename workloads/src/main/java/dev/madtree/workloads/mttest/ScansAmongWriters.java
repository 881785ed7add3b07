package dev.madtree.workloads.mttest;

import java.util.BitSet;

/**
 * The tests whose scanners walk over keys that stay, and must miss none, while writers put and
 * remove others between them.
 */
final class ScansAmongWriters {

  private static final int MOST_KEYS = 97_655;
  private static final int GAP = 1024;
  private static final int SCANNED = 100;
  private static final int SCANNER_EVERY = 24;
  private static final int WRITERS_PLACES = 30;
  private static final int BETWEEN_PLACES = 32;
  private static final int RUN = 31;
  private static final int ROUNDS_OF_PUTS = 100;
  private static final int ONE_IN = 65_536;

  private final TeamClient client;
  private final int keys;
  private final int lowest;
  private final boolean downwards;
  private long at;
  private long expected;

  /**
   * Makes a client.
   *
   * @param lowest the number of the lowest key that stays
   */
  private ScansAmongWriters(TeamClient client, int lowest, boolean downwards) {
    this.client = client;
    this.keys = (int) Math.min(client.size(), MOST_KEYS);
    this.lowest = lowest;
    this.downwards = downwards;
  }

  static void scan1(TeamClient client) {
    new ScansAmongWriters(client, 0, false).run();
  }

  static void rscan1(TeamClient client) {
    new ScansAmongWriters(client, 1, true).run();
  }

  private void run() {
    if (client.number() % SCANNER_EVERY == 0) {
      for (long i = lowest; i < lowest + keys; i++) {
        client.put(i * GAP, i);
      }
      client.begin();
      client.end("mixed", scans());
      for (long i = lowest; i < lowest + keys; i++) {
        client.leaves(i * GAP, i);
      }
    } else {
      client.begin();
      writes();
    }
  }

  private long scans() {
    long done = 0;
    startAgain();
    for (; client.goesOn(done); done++) {
      long passed =
          downwards
              ? client.scanDescending(at, SCANNED, this::passDown)
              : client.scan(at, SCANNED, this::passUp);
      if (passed == 0) {
        long beyond = (downwards ? lowest - 1L : lowest + keys) * GAP;
        if (expected != beyond) {
          client.wrong("a scan ended before key " + expected);
        }
        startAgain();
      }
    }
    return done;
  }

  private void startAgain() {
    at = downwards ? (lowest + keys) * (long) GAP : 0;
    expected = (downwards ? lowest + keys - 1L : lowest) * GAP;
  }

  private void passUp(long key) {
    if (key < at) {
      client.wrong("a scan from " + at + " passed key " + key);
    }
    at = key + 1;
    if (key > expected) {
      client.wrong("a scan passed key " + key + " and missed " + expected);
    }
    expected += key == expected ? GAP : 0;
  }

  private void passDown(long key) {
    if (key > at) {
      client.wrong("a scan down from " + at + " passed key " + key);
    }
    at = key - 1;
    if (key < expected) {
      client.wrong("a scan down passed key " + key + " and missed " + expected);
    }
    expected -= key == expected ? GAP : 0;
  }

  private void writes() {
    ClientRandom random = ClientRandom.ofClient(client.number());
    long place = 1L + client.number() % WRITERS_PLACES * BETWEEN_PLACES;
    BitSet full = new BitSet();
    BitSet empty = new BitSet();
    long done = 0;
    long rounds = 0;
    for (; client.goesOn(done); done += RUN) {
      int number = lowest + (int) random.below(keys);
      long first = number * (long) GAP + place;
      boolean puts = random.below(ONE_IN) % 2 == 0 || rounds <= ROUNDS_OF_PUTS;
      for (long key = first; key < first + RUN; key++) {
        if (puts) {
          client.put(key, key);
        } else {
          client.remove(key);
        }
      }
      full.set(number, puts);
      empty.set(number, !puts);
      rounds++;
    }
    client.end("mixed", done);
    full.stream().forEach(number -> leaves(number * (long) GAP + place));
    empty.stream().forEach(number -> takes(number * (long) GAP + place));
  }

  private void leaves(long first) {
    for (long key = first; key < first + RUN; key++) {
      client.leaves(key, key);
    }
  }

  private void takes(long first) {
    for (long key = first; key < first + RUN; key++) {
      client.takes(key);
    }
  }
}
