package dev.madtree.workloads.mttest;

/** The tests whose clients put and get by turns. */
final class Interleaved {

  private static final long KNUTH = 2654435761L;
  private static final long MASK = 0xFFFF_FFFFL;
  private static final int SMALL = 24;
  private static final int GETS_AND_PUT = 8;
  private static final long FIRST_SEPARATE = 1_000_000;
  private static final int BETWEEN_CLIENTS = 32;

  private Interleaved() {}

  static void rw2(Client client, double gets) {
    ClientRandom random = ClientRandom.ofClient(client.number());
    long offset = random.next();
    client.begin();
    long puts = 0;
    long done = 0;
    for (; client.goesOn(done); done++) {
      if (puts == 0 || !random.withProbability(gets)) {
        long x = scattered(offset + puts);
        client.put(x, x + 1);
        puts++;
      } else {
        long x = scattered(offset + random.below(puts));
        client.check(x, x + 1);
      }
    }
    client.end("mixed", done);
  }

  private static long scattered(long number) {
    return (number * KNUTH) & MASK;
  }

  static void rwsmall24(Client client) {
    small(client, 0);
  }

  /** Keys in which the clients stay far enough from each other to share no cache line. */
  static void rwsep24(Client client) {
    long room = SMALL + BETWEEN_CLIENTS;
    long first = client.number() * room;
    for (long n = first; n < first + room; n++) {
      client.put(FIRST_SEPARATE + n, n);
    }
    small(client, FIRST_SEPARATE + first);
  }

  private static void small(Client client, long firstKey) {
    ClientRandom random = ClientRandom.ofClient(client.number());
    client.begin();
    long done = 0;
    for (; client.goesOn(done); done++) {
      long x = random.below(GETS_AND_PUT * SMALL);
      long key = firstKey + x / GETS_AND_PUT;
      if (x % GETS_AND_PUT != 0) {
        client.get(key);
      } else {
        client.put(key, done);
      }
    }
    client.end("mixed", done);
  }
}
