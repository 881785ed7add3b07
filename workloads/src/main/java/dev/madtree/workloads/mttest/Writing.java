package dev.madtree.workloads.mttest;

import java.util.function.ToLongFunction;

/** The tests that only put. */
final class Writing {

  private static final long USCALE_KEYS = 140_000_000;

  private Writing() {}

  static void same(Client client) {
    put(client, random -> random.below(10));
  }

  static void wscale(Client client) {
    put(client, ClientRandom::next);
  }

  static void uscale(Client client) {
    put(client, random -> random.below(USCALE_KEYS));
  }

  private static void put(Client client, ToLongFunction<ClientRandom> draw) {
    ClientRandom random = ClientRandom.ofClient(client.number());
    client.begin();
    long done = 0;
    for (; client.goesOn(done); done++) {
      long x = draw.applyAsLong(random);
      client.put(x, x + 1);
    }
    client.end("put", done);
  }
}
