package dev.madtree.workloads.mttest;

import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/** The tests that put keys and then get what they have put. */
final class PutsThenGets {

  private static final int TOP = Integer.MAX_VALUE;
  private static final int MOST_OF_EIGHT_DIGITS = 100_000_000;

  private PutsThenGets() {}

  static void rw1(Client client) {
    random(client, ClientRandom::next);
  }

  static void rw1fixed(Client client) {
    random(client, random -> random.below(MOST_OF_EIGHT_DIGITS));
  }

  static void rw3(Client client) {
    inOrder(client, n -> n);
  }

  static void rw4(Client client) {
    inOrder(client, n -> TOP - n);
  }

  private static void random(Client client, ToLongFunction<ClientRandom> draw) {
    ClientRandom random = ClientRandom.ofClient(client.number());
    client.begin();
    int n = 0;
    for (; client.goesOn(n); n++) {
      long x = draw.applyAsLong(random);
      client.put(x, x + 1);
    }
    client.end("put", n);
    long[] keys = shuffled(ClientRandom.ofClient(client.number()), draw, n);
    client.begin();
    for (long key : keys) {
      client.check(key, key + 1);
    }
    client.end("get", n);
  }

  /** Draws keys and goes on drawing the places that each changes with. */
  static long[] shuffled(ClientRandom random, ToLongFunction<ClientRandom> draw, int n) {
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = draw.applyAsLong(random);
    }
    for (int i = 0; i < n; i++) {
      int other = (int) random.below(n);
      long key = keys[i];
      keys[i] = keys[other];
      keys[other] = key;
    }
    return keys;
  }

  private static void inOrder(Client client, LongUnaryOperator key) {
    client.begin();
    int n = 0;
    for (; client.goesOn(n); n++) {
      client.put(key.applyAsLong(n), n + 1L);
    }
    client.end("put", n);
    client.begin();
    for (int i = 0; i < n; i++) {
      client.check(key.applyAsLong(i), i + 1L);
    }
    client.end("get", n);
  }
}
