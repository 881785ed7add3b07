package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Entries at both ends of a tree, each put once and polled by whoever comes first. A thread puts
 * one before it polls one, so that at every moment there is one to poll.
 */
final class Tickets {

  private static final byte[][] REGIONS = {{0}, {-1}};

  private final Subject subject;
  private final AtomicInteger[] put = {new AtomicInteger(), new AtomicInteger()};
  private final BitSet[] polled = {new BitSet(), new BitSet()};

  Tickets(Subject subject) {
    this.subject = subject;
  }

  /** Puts a ticket and polls one, at the low or at the high end. */
  void play(boolean last) {
    int end = last ? 1 : 0;
    int ticket = put[end].getAndIncrement();
    byte[] key = KeySpace.join(REGIONS[end], Key.bytes(KeyShape.scatter(ticket)));
    assertNull(subject.put(key, ticket), "put of a new ticket");
    Entry<Long> entry = last ? subject.pollLast() : subject.pollFirst();
    assertNotNull(entry, "a poll of a tree that is not empty");
    assertEquals(REGIONS[end][0], entry.key()[0], "a poll takes from the end");
    synchronized (polled[end]) {
      int number = Math.toIntExact(entry.value());
      assertTrue(!polled[end].get(number), "a ticket was polled twice");
      polled[end].set(number);
    }
  }

  /** Checks that every ticket was polled when all threads are done; returns their number. */
  long check() {
    for (int end = 0; end < REGIONS.length; end++) {
      assertEquals(put[end].get(), polled[end].cardinality(), "tickets polled");
      assertEquals(0, subject.countRange(KeyRange.prefix(REGIONS[end])), "tickets left");
    }
    return put[0].get() + put[1].get();
  }
}
