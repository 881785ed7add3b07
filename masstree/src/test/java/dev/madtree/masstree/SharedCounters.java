package dev.madtree.masstree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counters that all threads of a team add to, take away and put again. Nothing is lost or doubled
 * if each ends as the sum of what was added less what was taken.
 */
final class SharedCounters {

  private static final int COUNTERS = 24;

  private final Subject subject;
  private final byte[] region;
  private final AtomicLongArray sums = new AtomicLongArray(COUNTERS);

  SharedCounters(Subject subject, byte[] region) {
    this.subject = subject;
    this.region = region;
  }

  /** One random operation on a random counter; the sum follows what the tree says happened. */
  void play(SplittableRandom random) {
    int counter = random.nextInt(COUNTERS);
    byte[] key = key(counter);
    long delta = 1 + random.nextInt(1_000);
    switch (random.nextInt(8)) {
      case 0 -> sums.addAndGet(counter, -orZero(subject.remove(key)));
      case 1 -> {
        if (subject.putIfAbsent(key, delta) == null) {
          sums.addAndGet(counter, delta);
        }
      }
      case 2 -> {
        Long present = subject.get(key);
        if (present != null && subject.replace(key, present, present + delta)) {
          sums.addAndGet(counter, delta);
        }
      }
      case 3 -> {
        Long present = subject.get(key);
        if (present != null && subject.remove(key, present)) {
          sums.addAndGet(counter, -present);
        }
      }
      case 4 -> sums.addAndGet(counter, delta - orZero(subject.put(key, delta)));
      case 5 -> {
        compute(key, delta);
        sums.addAndGet(counter, delta);
      }
      default -> {
        subject.add(key, delta);
        sums.addAndGet(counter, delta);
      }
    }
  }

  private void compute(byte[] key, long delta) {
    if (subject instanceof ReferenceSubject reference) {
      reference.tree().compute(key, (same, present) -> orZero(present) + delta);
    } else {
      subject.add(key, delta);
    }
  }

  /** Compares the counters with the sums when all threads are done; returns how many are there. */
  long check() {
    long there = 0;
    for (int i = 0; i < COUNTERS; i++) {
      Long present = subject.get(key(i));
      assertEquals(sums.get(i), orZero(present), "sum of a shared counter");
      there += present == null ? 0 : 1;
    }
    return there;
  }

  private static long orZero(Long value) {
    return value == null ? 0 : value;
  }

  private byte[] key(int counter) {
    String name = counter % 2 == 0 ? "even" : "a counter with a long name ";
    byte[] number = {(byte) counter};
    return KeySpace.join(region, name.getBytes(StandardCharsets.US_ASCII), number);
  }
}
