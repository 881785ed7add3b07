package dev.madtree.workloads.mttest;

/**
 * The test of splits beside removals in a lower layer: while the first client makes nodes split and
 * empties others, all other clients must always find one key that stays.
 *
 * <p>Its numbers are the original's, which come of nodes of 15 keys. Keys are 16 digits, which
 * share their first slice; the flags by which clients tell each other to go on are short, and stand
 * in the layer above.
 */
final class SplitRemove {

  /** Numbers from here on are flags: keys without the zeros in front. */
  static final long FLAGS = 1L << 32;

  private static final int LEAF = 15;
  private static final int KEYS = LEAF * (LEAF + 1) + 1;
  private static final int STAYS = KEYS - LEAF;
  private static final int UPPER = 100;
  private static final int BEYOND = 10;

  private SplitRemove() {}

  static void splitremove1(TeamClient client) {
    client.begin();
    long done = client.number() == 0 ? change(client) : watch(client);
    client.end("mixed", done);
    if (client.number() == 0) {
      for (long key = 0; key < KEYS + UPPER; key++) {
        client.takes(key);
      }
      client.takes(FLAGS + client.clients());
    }
    for (long other = 1; other < client.clients(); other++) {
      // Whoever ended first has left a flag in place.
      client.takes(FLAGS + other);
      client.leaves(FLAGS + other, other + 1);
    }
  }

  private static long change(TeamClient client) {
    long done = 0;
    while (!client.isOver()) {
      for (long i = 0; i < KEYS; i++) {
        client.put(UPPER + i, UPPER + i + 1);
      }
      for (long i = STAYS + 1; i < KEYS + BEYOND; i++) {
        client.remove(UPPER + i);
      }
      for (long i = 0; i < LEAF * LEAF; i++) {
        client.put(i, i + 1);
      }
      letOthersGoOn(client);
      client.remove(STAYS);
      client.remove(FLAGS + client.clients());
      for (long i = 0; i < KEYS; i++) {
        client.remove(i);
        client.remove(UPPER + i);
      }
      done += 4L * KEYS + LEAF * LEAF;
    }
    return done;
  }

  private static void letOthersGoOn(TeamClient client) {
    int all = client.clients();
    client.put(FLAGS + all, all + 1L);
    for (long other = 1; other < all; other++) {
      client.put(FLAGS + other, other + 1);
    }
    for (long other = 1; other < all; other++) {
      while (client.has(FLAGS + other) && !client.isOver()) {
        Thread.yield();
      }
    }
  }

  private static long watch(TeamClient client) {
    long mine = FLAGS + client.number();
    long done = 0;
    while (!client.isOver()) {
      if (!client.has(STAYS)) {
        Thread.yield();
        continue;
      }
      while (!client.has(mine) && !client.isOver()) {
        boolean there = client.has(STAYS);
        done += 2;
        // Whoever takes the key away has set the flag before.
        if (!there && !client.has(mine)) {
          client.wrong("key " + STAYS + " is missing while others change");
        }
      }
      client.remove(mine);
      while (client.has(FLAGS + client.clients()) && !client.isOver()) {
        Thread.yield();
      }
      done += 2;
    }
    return done;
  }
}
